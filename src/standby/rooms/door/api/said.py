"""Each answer about a sign-up in words: what happened, and what to do next. In the active language."""

import re
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from functools import lru_cache
from http import HTTPStatus

from django.utils.translation import gettext as _
from django.utils.translation import override

from standby.domain.door import SwitchState
from standby.domain.sign_up import FirstAnswer, SignUpFault
from standby.domain.statuses import PersonStatus
from standby.rooms.door.api.answers import Answer, Wrong, answer, refusal
from standby.rooms.door.api.bodies import MOST_BYTES, BodyFault
from standby.rooms.door.api.doors import OpenDoor
from standby.rooms.door.api.sign_up_fields import MOST_IN_LIST, OPERATION, Kind, Misfit
from standby.rooms.door.sign_up_words import fault_said
from standby.rooms.look.days import say_day
from standby.rooms.operations.door_words import say_setting
from standby.rooms.people.actions.signing_up import Receipt
from standby.rooms.people.words import reason_sentence, state_sentence

# A name is said again only where it could be one.
_SAYABLE = re.compile(r"[A-Za-z0-9_.-]{1,64}")


def say_receipt(receipt: Receipt, *, language: str) -> Answer:
    """The same bytes when the same form comes again."""
    first = receipt.answer
    return answer(
        HTTPStatus.CREATED,
        {
            "receipt_code": receipt.code,
            "party_code": receipt.party_code,
            "status": first.status.value,
            "reason": first.reason.value,
            "next_word_on": receipt.next_word_on.isoformat() if receipt.next_word_on else None,
            "held": receipt.is_held,
            "sentence": _standing(first, receipt.next_word_on, receipt.is_held, language),
        },
    )


@lru_cache(maxsize=512)
def _standing(first: FirstAnswer, next_word_on: date | None, is_held: bool, language: str) -> str:  # noqa: FBT001
    """The same few sentences for everybody of a day, so they are put together once."""
    with override(language):
        parts = [state_sentence(first.status)]
        if first.status is PersonStatus.NOT_ACCEPTED:
            parts.append(reason_sentence(first.reason))
        if is_held:
            parts.append(_("Very many came from where you are: a person looks at your registration before it counts."))
        if next_word_on is not None:
            parts.append(_("We write by %(day)s at the latest.") % {"day": say_day(next_word_on)})
        return " ".join(parts)


def say_spent_key() -> Answer:
    return refusal(
        HTTPStatus.CONFLICT,
        code="spent_key",
        sentence=_("This form was sent already, with other answers."),
        remedy=_("Use the receipt of the first, or send this one under a key of its own."),
    )


def say_civilian_only() -> Answer:
    return refusal(
        HTTPStatus.FORBIDDEN,
        code="civilian_only",
        sentence=_("We take civilian help only. Nothing of this offer was kept."),
        remedy=_("Offer it again with what you can do as a civilian."),
    )


def say_faults(faults: Sequence[SignUpFault], *, misfits: Sequence[Misfit] = ()) -> Answer:
    """What is missing only because it was of the wrong kind is not named twice."""
    named = {misfit.field for misfit in misfits}
    further = [fault for fault in faults if fault.field not in named]
    return to_mend([*map(_wrong_of_misfit, misfits), *map(_wrong, further)])


def to_mend(wrong: Sequence[Wrong]) -> Answer:
    """Everything at once, so that it is mended once."""
    return refusal(
        HTTPStatus.UNPROCESSABLE_ENTITY,
        code="to_mend",
        sentence=_("Nothing was stored: something has to be mended first."),
        remedy=_("Mend what the faults name, and send it again."),
        faults=wrong,
    )


def _wrong(fault: SignUpFault) -> Wrong:
    said = fault_said(fault)
    return Wrong(
        field=fault.field.value, code=fault.code.value, place=fault.place, sentence=said.what, remedy=said.remedy
    )


def _wrong_of_misfit(misfit: Misfit) -> Wrong:
    match misfit.kind:
        case None:
            return Wrong(
                field=misfit.field if _SAYABLE.fullmatch(misfit.field) else "?",
                code="unknown_field",
                sentence=_("There is no field of this name."),
                remedy=_("Leave it out; /api/openapi.json lists the fields."),
            )
        case Kind.ARRAY:
            remedy = _("Send a list of texts, %(most)s at most, or leave it out.") % {"most": MOST_IN_LIST}
        case Kind.INTEGER:
            remedy = _("Send a whole number, or leave it out.")
        case Kind.STRING:
            remedy = _("Send a text, or leave it out.")
    return Wrong(field=misfit.field, code="wrong_type", sentence=_("This value is of the wrong kind."), remedy=remedy)


def say_unknown_operation() -> Answer:
    wrong = Wrong(
        field=OPERATION,
        code="unknown_operation",
        sentence=_("We do not know for which operation this is."),
        remedy=_("Name one that /api/v1/operations lists."),
    )
    return to_mend([wrong])


def say_door_shut(door: OpenDoor) -> Answer:
    """Paused until a moment, or closed for good."""
    setting = door.asked.door.whole
    sentence = say_setting(setting, zone=door.operation.time_zone)
    if door.operation.is_open and setting.state is SwitchState.PAUSED and setting.until is not None:
        return refusal(
            HTTPStatus.FORBIDDEN,
            code="paused",
            sentence=sentence,
            remedy=_("Keep the form and send it again then."),
            until=setting.until.isoformat(),
        )
    return refusal(
        HTTPStatus.GONE,
        code="closed",
        sentence=_("We take no more offers. Thank you to everyone who came forward."),
        remedy=_("Please do not travel. Other operations stand at /api/v1/operations."),
    )


def say_key_missing(most: int) -> Answer:
    return refusal(
        HTTPStatus.BAD_REQUEST,
        code="key_missing",
        sentence=_("The header Idempotency-Key is missing, or it has more than %(most)s characters.") % {"most": most},
        remedy=_("Draw a random key for each sign-up, and send the same one with each repeat."),
    )


def say_later(seconds: int) -> Answer:
    return refusal(
        HTTPStatus.TOO_MANY_REQUESTS,
        code="too_many",
        sentence=_("Too many requests come from your network."),
        remedy=_("Wait, then send it again under the same key."),
        retry_after=seconds,
    )


def say_puzzle(challenge: str, *, bits: int, retry_after: int) -> Answer:
    return refusal(
        HTTPStatus.TOO_MANY_REQUESTS,
        code="proof_needed",
        sentence=_("Very many sign-ups come from your network."),
        remedy=_(
            "Send it again with the header Proof: the solved challenge, or the word none; then a person looks at it "
            "before it counts. Or wait, and send it again."
        ),
        retry_after=retry_after,
        challenge=challenge,
        bits=bits,
    )


def say_unavailable(seconds: int = 2) -> Answer:
    return refusal(
        HTTPStatus.SERVICE_UNAVAILABLE,
        code="unavailable",
        sentence=_("We could not store it just now, or could not see whether it was stored."),
        remedy=_("Send it again under the same key: it is never stored twice."),
        retry_after=seconds,
    )


def say_body_fault(fault: BodyFault) -> Answer:
    match fault:
        case BodyFault.NOT_JSON:
            status, sentence = HTTPStatus.UNSUPPORTED_MEDIA_TYPE, _("This address takes JSON in UTF-8 only.")
        case BodyFault.TOO_LARGE:
            status = HTTPStatus.REQUEST_ENTITY_TOO_LARGE
            sentence = _("The body has more than %(most)s bytes.") % {"most": MOST_BYTES}
        case BodyFault.NOT_UTF8:
            status, sentence = HTTPStatus.BAD_REQUEST, _("The body is not UTF-8.")
        case BodyFault.TOO_DEEP:
            status, sentence = HTTPStatus.BAD_REQUEST, _("The body is nested too deeply.")
        case BodyFault.BAD_JSON:
            status, sentence = HTTPStatus.BAD_REQUEST, _("The body is not JSON.")
        case BodyFault.NOT_AN_OBJECT:
            status, sentence = HTTPStatus.BAD_REQUEST, _("The body is JSON, but not an object.")
    remedy = _("Send one object with Content-Type: application/json, as /api/openapi.json describes it.")
    return refusal(status, code=fault.value, sentence=sentence, remedy=remedy)


def say_wrong_method(method: str) -> Answer:
    told = refusal(
        HTTPStatus.METHOD_NOT_ALLOWED,
        code="wrong_method",
        sentence=_("This address takes %(method)s only.") % {"method": method},
        remedy=_("See /api/openapi.json."),
    )
    return replace(told, headers=(("Allow", "GET, HEAD" if method == "GET" else method),))


def say_no_such_address() -> Answer:
    return refusal(
        HTTPStatus.NOT_FOUND,
        code="no_such_address",
        sentence=_("There is nothing at this address."),
        remedy=_("See /api/openapi.json."),
    )

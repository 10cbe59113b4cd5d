"""The answer, at once: where they stand, why, what to do, when they hear again, and what helps meanwhile."""

from dataclasses import dataclass
from datetime import datetime

from django.utils.translation import gettext as _

from standby.domain.sign_up import SignUp
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.door.joining.sending import Taken
from standby.rooms.door.queries.numbers import Numbers, numbers_for
from standby.rooms.look.days import say_day
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.signing_up import Receipt


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """The page at the end, in the language it was filled in. `confirm` says how to be counted on."""

    shape: str
    word: str
    state: str
    reason: str
    what_to_do: str
    next_word: str
    confirm: str
    pledges: str
    is_settled: bool
    numbers: Numbers


def answer_to(
    receipt: Receipt,
    taken: Taken | None,
    *,
    operation: OperationView,
    code_word: str,
    can_send_sms: bool,
    now: datetime,
) -> Answered:
    """`code_word` is empty while it is not known yet.

    `taken` is None where the form was sent again after its answers were gone: then only the receipt speaks.
    """
    sign_up = taken.sign_up if taken else None
    roles = [role.code for role in sign_up.offer.roles] if sign_up else []
    stands_by = receipt.answer.status is PersonStatus.STAND_BY
    return Answered(
        shape="waits" if stands_by else "needs-you",
        word=_("registered"),
        state=_state(receipt),
        reason=_reason(receipt),
        what_to_do=_("You can change it, add to it or withdraw it on your page at any time."),
        next_word=_next_word(receipt, sign_up),
        confirm=_confirm(sign_up, code_word=code_word, can_send_sms=can_send_sms),
        pledges=_(
            "What you would give is noted. Please do not bring or send it before we write: places to store it are few."
        )
        if sign_up and sign_up.pledges
        else "",
        is_settled=taken is None or taken.is_settled,
        numbers=numbers_for(operation_id=operation.id, roles=roles, now=now),
    )


def _state(receipt: Receipt) -> str:
    if receipt.answer.status is PersonStatus.OFFERED:
        return _("You are registered, but something is missing. Please do not travel.")
    if receipt.answer.status is PersonStatus.NOT_ACCEPTED:
        return _("We cannot call you. Please do not travel.")
    return _("You are registered. You are standing by: please do not travel.")


def _reason(receipt: Receipt) -> str:
    match receipt.answer.reason:
        case Reason.SKILL_NOT_NEEDED:
            return _("You offered things, money or work from home. We write when exactly this is asked for.")
        case Reason.UNDER_AGE:
            return _("Only people of 18 years and over can be called.")
        case Reason.AFFILIATED_ELSEWHERE:
            return _("You belong to an organisation that sends its own people. Please offer your help there.")
        case _ if receipt.answer.status is PersonStatus.OFFERED:
            return _("We do not know yet what you can do, or when.")
        case _:
            return _("Whoever travels uncalled finds no bed and blocks the road for those who are called.")


def _next_word(receipt: Receipt, sign_up: SignUp | None) -> str:
    if receipt.next_word_on is None:
        return ""
    day = {"day": say_day(receipt.next_word_on)}
    if sign_up is None or sign_up.details.emails:
        return _("We write by %(day)s at the latest.") % day
    return _("Your page says something new by %(day)s at the latest: look there with your code.") % day


def _confirm(sign_up: SignUp | None, *, code_word: str, can_send_sms: bool) -> str:
    if sign_up is None or not sign_up.is_of_age or sign_up.is_affiliated:
        return ""
    if sign_up.details.emails:
        return _("Open the letter that we just sent to your e-mail and press “This is my address”.")
    if sign_up.details.phones:
        return _by_telephone(code_word, can_send_sms=can_send_sms)
    return _("Show your receipt code at any desk of the operation: a registrar can confirm you.")


def _by_telephone(code_word: str, *, can_send_sms: bool) -> str:
    if not code_word:
        return _("We write to your telephone or call you, and ask for the code word that stands on your page.")
    word = {"word": code_word}
    if can_send_sms:
        return (
            _("We send a short message to your telephone. Answer it with your code word and nothing else: %(word)s")
            % word
        )
    return _("A registrar calls you and asks for your code word: %(word)s") % word

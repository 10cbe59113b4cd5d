"""Where somebody stands, for whoever holds the receipt code."""

from datetime import date, datetime
from http import HTTPStatus

from django.utils.translation import gettext as _

from standby.domain.statuses import PersonStatus
from standby.rooms.callup.queries.next_ones import is_next
from standby.rooms.callup.queries.of_person import calls_of
from standby.rooms.door.api.answers import Answer, Wrong, answer, refusal
from standby.rooms.door.api.bodies import Body
from standby.rooms.door.api.said import to_mend
from standby.rooms.door.floods.words import say_held
from standby.rooms.door.joining.late import settle_behind
from standby.rooms.door.saying import answer_for
from standby.rooms.look.days import page_language
from standby.rooms.operations.queries import operation_by_id
from standby.rooms.people.queries.access import holder_of_receipt
from standby.rooms.people.queries.held import HeldReceipt, held_behind
from standby.rooms.people.queries.parties import party_of
from standby.rooms.people.queries.persons import person_by_ref
from standby.rooms.people.values import PersonView

CODE = "receipt_code"
LONGEST_CODE = 60
# What a program is told instead of a word that must reach nobody by machine, or is for the desk alone.
_CHECKING, _CALL_US = "checking", "call_us"
_SAID = {
    PersonStatus.SUSPENDED: _CHECKING,
    PersonStatus.UNACCOUNTED: _CALL_US,
    PersonStatus.INJURED: _CALL_US,
    PersonStatus.EVACUATED: _CALL_US,
    PersonStatus.DIED: _CALL_US,
}
STATUSES = tuple(sorted({*(status.value for status in PersonStatus if status not in _SAID), _CHECKING, _CALL_US}))


def say_standing(body: Body, *, now: datetime) -> Answer:
    code = body.get(CODE)
    if not isinstance(code, str) or not code.strip() or len(code) > LONGEST_CODE or set(body) != {CODE}:
        return to_mend([_wrong_code()])
    if (held := held_behind(code)) is not None:
        return _held(held)
    settle_behind(code, now=now)
    holder = holder_of_receipt(code, now=now)
    if holder is None:
        return _unknown()
    person = person_by_ref(operation_id=holder.operation_id, ref=holder.person_ref)
    return _unknown() if person is None else _standing(person, now=now, operation_id=holder.operation_id)


def _standing(person: PersonView, *, operation_id: int, now: datetime) -> Answer:
    operation = operation_by_id(operation_id)
    calls = calls_of(operation=operation, person=person, language=page_language(), now=now)
    party = party_of(operation_id=operation.id, label=person.party)
    told = answer_for(person, calls, operation=operation, now=now, party=party, is_next=is_next(person_id=person.id))
    sentences = [told.state, told.reason, told.what_to_do, told.next_word]
    next_word_on = max(person.next_word_on, operation.today(now)) if person.next_word_on else None
    return _answer(_SAID.get(person.status, person.status.value), sentences, next_word_on=next_word_on)


def _held(held: HeldReceipt) -> Answer:
    status = PersonStatus.NOT_ACCEPTED.value if held.is_dropped else _CHECKING
    return _answer(status, [say_held(held)], next_word_on=held.next_word_on)


def _answer(status: str, sentences: list[str], *, next_word_on: date | None) -> Answer:
    return answer(
        HTTPStatus.OK,
        {
            "status": status,
            "sentence": " ".join(filter(None, sentences)),
            "next_word_on": next_word_on.isoformat() if next_word_on else None,
        },
    )


def _wrong_code() -> Wrong:
    return Wrong(
        field=CODE,
        code="missing",
        sentence=_("The receipt code is missing, or something stands beside it."),
        remedy=_("Send one object with receipt_code as a text, and nothing else."),
    )


def _unknown() -> Answer:
    """A code that was mistyped as well as one that was never given out: neither tells anything."""
    return refusal(
        HTTPStatus.NOT_FOUND,
        code="unknown_code",
        sentence=_("This code opens no page."),
        remedy=_("Look at the receipt again, or ask us for a new one."),
    )

"""Asking by SMS who gave a telephone and no e-mail at the door: whoever answers with their code word counts."""

from collections.abc import Sequence
from datetime import datetime
from itertools import accumulate

from django.db import transaction

from standby.domain.sms_parts import count_parts
from standby.rooms.callup.reaching import usable_channels
from standby.rooms.callup.short import ShortMessages
from standby.rooms.messages.actions import queue
from standby.rooms.messages.letters import Letter
from standby.rooms.messages.models import Channel
from standby.rooms.messages.numbers import first_number
from standby.rooms.messages.queries.failing import whose_came_back
from standby.rooms.messages.queries.spending import budget_of, parts_asked_for
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.asking import KIND, note_asked
from standby.rooms.people.queries.persons import details_of
from standby.rooms.people.queries.to_ask import ToAsk, numbers_to_ask

_OCCASION = "confirm"
_BATCH = 500


@transaction.atomic
def ask_numbers(*, operation: OperationView, now: datetime) -> int:
    """The next who wait; how many were asked. The message does not hold the code word that it asks for: whoever else
    has the number does not know it.

    Half of what the hour may cost is left for calls: a flood of invented numbers must not silence them.
    """
    room = _room(operation, now)
    if room <= 0:
        return 0
    failed = whose_came_back(operation_id=operation.id, kind=KIND, channel=Channel.EMAIL)
    waiting = numbers_to_ask(operation_id=operation.id, email_failed=failed, limit=min(room, _BATCH), now=now)
    letters = _letters(operation, waiting)
    paid_for = _within(room, letters)
    later = {letter.recipient for letter in letters[paid_for:]}
    note_asked(claim_ids=[item.claim_id for item in waiting if item.person.ref not in later], now=now)
    return queue(letters=letters[:paid_for], operation_id=operation.id, now=now) if paid_for else 0


def _room(operation: OperationView, now: datetime) -> int:
    """How many parts may be spent on it now."""
    budget = budget_of(operation_id=operation.id)
    if budget is None or Channel.SMS not in usable_channels(operation, installation()):
        return 0
    return budget.parts_an_hour // 2 - parts_asked_for(operation_id=operation.id, kind=KIND, now=now)


def _within(room: int, letters: Sequence[Letter]) -> int:
    """How many of these the room holds; a language with letters of its own needs more parts."""
    spent = accumulate(count_parts(letter.body) for letter in letters)
    return sum(parts <= room for parts in spent)


def _letters(operation: OperationView, waiting: Sequence[ToAsk]) -> list[Letter]:
    """A number that no message can go to is left out: a registrar rings it."""
    opened = details_of([item.person.id for item in waiting])
    short = ShortMessages(operation=operation)
    numbers = {item.person.id: first_number(opened[item.person.id].phones) for item in waiting}
    return [
        Letter(
            recipient=item.person.ref,
            occasion=_OCCASION,
            kind=KIND,
            language=item.person.language,
            channel=Channel.SMS,
            address=numbers[item.person.id],
            subject="",
            body=short.to(
                kind=KIND,
                channel=Channel.SMS,
                language=item.person.language,
                code_word=item.person.code_word,
                until=None,
            ),
        )
        for item in waiting
        if numbers[item.person.id]
    ]

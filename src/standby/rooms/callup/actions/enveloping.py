"""A letter on paper with what stands around it: whose it is, and the code that opens their own page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import transaction

from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.messages.queries.outbox import MessageView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_receipt
from standby.rooms.people.queries.persons import named, people_by_ref
from standby.rooms.people.values import PersonView

_WHERE = {"where": "printed letter"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Envelope:
    """Dangerous: holds a name, and a code that is shown this once."""

    person: PersonView
    name: str = field(repr=False)
    letter: MessageView
    code: str = field(repr=False)


@transaction.atomic
def in_envelopes(
    *, operation: OperationView, letters: Sequence[MessageView], by: Actor, now: datetime
) -> list[Envelope]:
    """Whose details were opened is journalled. The code on an earlier print, or on a slip, works no longer."""
    people = people_by_ref(operation_id=operation.id, refs=[letter.recipient for letter in letters])
    names = {one.person.ref: one.details.full_name for one in named(list(people.values()))}
    envelopes = [
        Envelope(
            person=people[letter.recipient],
            name=names[letter.recipient],
            letter=letter,
            code=make_receipt(
                operation=operation,
                person_id=people[letter.recipient].id,
                person_ref=letter.recipient,
                by=by,
                now=now,
            ),
        )
        for letter in letters
        if letter.recipient in people
    ]
    for envelope in envelopes:
        subject = envelope.person.ref
        journal(operation=operation.ref, actor=by, action="person.read", now=now, subject=subject, detail=_WHERE)
    return envelopes

"""What came back by one channel goes out by the next, so that a wrong e-mail does not leave a called person untold."""

from datetime import datetime, timedelta

from django.db import transaction

from standby.rooms.callup.actions.writing import write_by_next
from standby.rooms.messages.queries.failing import undelivered
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.persons import people_by_ref
from standby.rooms.people.queries.planning import standing_of

# What failed longer ago was seen to by the call sheet.
_LOOKED_BACK = timedelta(days=2)


@transaction.atomic
def fall_back(*, operation: OperationView, public_url: str, now: datetime) -> int:
    """How many messages were queued anew. Whoever was told something newer meanwhile is left alone."""
    failed = undelivered(operation_id=operation.id, since=now - _LOOKED_BACK)
    people = people_by_ref(operation_id=operation.id, refs=[one.recipient for one in failed])
    current = {one.recipient: one for one in failed if one.recipient in people}
    current = {ref: one for ref, one in current.items() if people[ref].occasion == one.occasion}
    standing = standing_of(operation_id=operation.id, ids=[people[ref].id for ref in current])
    return sum(
        write_by_next(
            operation=operation,
            person=person,
            undelivered=current[person.ref],
            public_url=public_url,
            now=now,
        )
        for person in standing
    )

from collections.abc import Callable
from datetime import datetime

import pytest
from tests.rooms.people.cast import Family

from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.values import NewStatus, PersonView


@pytest.fixture
def family(operation: OperationView, now: datetime) -> Family:
    return Family(operation=operation, now=now)


@pytest.fixture
def called(operation: OperationView, machine: Actor, now: datetime) -> Callable[[PersonView], None]:
    """Tells somebody that they are called, as an announcement does; people know a call by this status alone."""

    def call(person: PersonView) -> None:
        new = NewStatus(
            person_id=person.id,
            status=PersonStatus.CALLED,
            reason=Reason.NEEDED,
            next_word_on=operation.next_word_on(now),
        )
        tell(operation_id=operation.id, statuses=[new], occasion="announced", by=machine, now=now)

    return call

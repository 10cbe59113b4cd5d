"""The tests' own footing."""

import pytest
from django.db import IntegrityError, transaction

from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import system
from standby.rooms.audit.models import JournalEntry
from tests.moments import NOON


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("time", [1, 2])
def test_a_test_that_commits_leaves_nothing_and_the_triggers_stand(time: int) -> None:
    assert not JournalEntry.objects.exists()

    journal(operation="X", actor=system("tests"), action="try", now=NOON)

    with pytest.raises(IntegrityError, match="only ever added"), transaction.atomic():
        JournalEntry.objects.all().delete()

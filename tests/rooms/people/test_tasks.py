"""Work about people that nobody waits for at a page."""

import pytest
from django.db import connection
from procrastinate.contrib.django.models import ProcrastinateJob

from standby.rooms.people.tasks import look_up

pytestmark = pytest.mark.django_db


def test_newcomers_are_looked_up_by_one_job_at_a_time() -> None:
    look_up.defer()
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing'")
    look_up.defer()

    first, second = ProcrastinateJob.objects.values_list("lock", flat=True)

    assert first is not None
    assert first == second

import pytest
from django.db import connection
from procrastinate import builtin_tasks
from procrastinate.contrib.django import app
from procrastinate.contrib.django.django_connector import DjangoConnector
from procrastinate.contrib.django.models import ProcrastinateJob

from standby.site.tasks import take_up_again


def _work_until_nothing_waits() -> None:
    """A real worker in this process."""
    assert isinstance(app.connector, DjangoConnector)
    with app.replace_connector(app.connector.get_worker_connector()):
        app.run_worker(wait=False, listen_notify=False, install_signal_handlers=False)


@pytest.mark.django_db(transaction=True)
def test_a_job_of_a_killed_worker_is_taken_up_again() -> None:
    job_id = builtin_tasks.remove_old_jobs.defer(max_hours=1)
    with connection.cursor() as cursor:
        cursor.execute("UPDATE procrastinate_jobs SET status = 'doing' WHERE id = %s", [job_id])

    take_up_again.defer()
    _work_until_nothing_waits()
    _work_until_nothing_waits()

    assert ProcrastinateJob.objects.get(id=job_id).status == "succeeded"

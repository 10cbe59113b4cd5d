from procrastinate.contrib.django import app

from standby.cli.running.working import WORKERS

# procrastinate's own, which nobody here asks for.
_BUILT_IN = {"builtin"}


def test_every_job_has_exactly_one_process_that_does_it() -> None:
    listened_to = [queue for worker in WORKERS for queue in worker.queues]

    assert sorted(listened_to) == sorted({task.queue for task in app.tasks.values()} - _BUILT_IN)


def test_settling_a_surge_takes_no_turn_from_a_recall() -> None:
    (of_messages,) = (worker for worker in WORKERS if "messages" in worker.queues)
    (of_sign_ups,) = (worker for worker in WORKERS if "sign-ups" in worker.queues)

    assert of_messages.name != of_sign_ups.name
    assert of_messages.niceness < of_sign_ups.niceness


def test_a_surge_takes_no_turn_from_counting_it() -> None:
    (of_counts,) = (worker for worker in WORKERS if "counts" in worker.queues)
    others = [task for task in app.tasks.values() if task.queue in of_counts.queues and task.queue != "counts"]

    assert others
    # Each by itself, however often it falls due meanwhile: so many places at most are taken.
    assert all(task.lock for task in others)
    assert of_counts.at_once > len(others)

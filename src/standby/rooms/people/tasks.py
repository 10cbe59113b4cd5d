"""Work about people that nobody waits for at a page."""

from procrastinate.contrib.django import app

from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import all_operations, operation_by_id
from standby.rooms.people.actions.counting import keep_counts, keep_held
from standby.rooms.people.actions.licences import expire_licences
from standby.rooms.people.actions.matching import weigh_pairs
from standby.rooms.people.actions.overlapping import forget_overlaps
from standby.rooms.people.actions.photos import forget_old_photos
from standby.rooms.people.actions.recognising import look_up_newcomers
from standby.rooms.people.actions.settling import forget_settled, settle_sign_ups
from standby.rooms.people.queries.sign_ups import operations_with_sign_ups_waiting

# One worker's turn; what is left is taken up within the minute.
_MOST_ROUNDS = 200


@app.periodic(cron="10 * * * *")
@app.task(queue="licences", queueing_lock="expire licences")
def expire(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """A licence ends at midnight of its operation's place: looked at every hour, since places lie in many zones.

    Photos of licences that waited too long go with it.
    """
    now = installation().clock()
    for operation in all_operations():
        expire_licences(operation=operation, now=now)
        forget_old_photos(operation=operation, now=now)


@app.periodic(cron="* * * * *")
@app.task(queue="sign-ups", queueing_lock="settle", lock="settle")
def settle(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """Sign-ups that were acknowledged and wait: the surge lane's, and those of a form that was cut off."""
    where = installation()
    for operation_id in operations_with_sign_ups_waiting():
        operation = operation_by_id(operation_id)
        for _ in range(_MOST_ROUNDS):
            if not settle_sign_ups(operation=operation, public_url=where.public_url, now=where.clock()):
                break


@app.periodic(cron="* * * * *")
@app.task(queue="identity", queueing_lock="look up newcomers", lock="look up newcomers")
def look_up(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """Whoever signed up is looked up among those who are known, after they were answered."""
    for operation in all_operations():
        for _ in range(_MOST_ROUNDS):
            if not look_up_newcomers(operation_id=operation.id, now=installation().clock()):
                break


@app.periodic(cron="*/10 * * * *")
@app.task(queue="identity", queueing_lock="weigh pairs", lock="weigh pairs")
def weigh_pairs_of_all(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """After an import, sign-ups and judgements: which pair teaches most now, and what the judgements would change."""
    for operation in all_operations():
        weigh_pairs(operation=operation, now=installation().clock())


@app.periodic(cron="* * * * *")
@app.task(queue="counts", queueing_lock="count crowds", lock="count crowds")
def count_crowds(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """For the desk, where so many signed up, or wait for a look, that counting them takes longer than a page may."""
    now = installation().clock()
    for operation in all_operations():
        keep_counts(operation=operation, now=now)
        keep_held(operation=operation, now=now)


@app.periodic(cron="25 * * * *")
@app.task(queue="sign-ups", queueing_lock="forget sign-ups", lock="forget sign-ups")
def forget(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """What was said in sign-ups that are settled is unreadable within two hours, wherever a copy of it lies; what two
    organisations have in common, after thirty days."""
    for operation in all_operations():
        forget_settled(operation_id=operation.id, now=installation().clock())
        forget_overlaps(operation=operation, now=installation().clock())

"""Work about people that nobody waits for at a page."""

from procrastinate.contrib.django import app

from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import all_operations
from standby.rooms.people.actions.licences import expire_licences


@app.periodic(cron="10 * * * *")
@app.task(queue="licences", queueing_lock="expire licences")
def expire(timestamp: int = 0) -> None:  # noqa: ARG001  # procrastinate gives a periodic task its moment
    """A licence ends at midnight of its operation's place: looked at every hour, since places lie in many zones."""
    now = installation().clock()
    for operation in all_operations():
        expire_licences(operation=operation, now=now)

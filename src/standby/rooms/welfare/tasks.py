"""Work of welfare that nobody waits for at a page."""

from procrastinate.contrib.django import app

from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import operation_by_id
from standby.rooms.welfare.actions.rostering import compute_roster
from standby.rooms.welfare.rosterer import CommandRosterer


@app.task(queue="plans")
def compute(operation_id: int, roster_ref: str) -> None:
    compute_roster(
        operation=operation_by_id(operation_id),
        roster_ref=roster_ref,
        rosterer=CommandRosterer(),
        clock=installation().clock,
    )

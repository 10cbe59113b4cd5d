"""A receipt whose sign-up is not settled yet: whoever comes with it finds their page all the same."""

from datetime import datetime

from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import operation_by_id
from standby.rooms.people.actions.settling import settle_sign_ups
from standby.rooms.people.queries.sign_ups import waiting_behind


def settle_behind(code: str, *, now: datetime) -> None:
    """Settles that one sign-up at once; any other code is left alone."""
    waiting = waiting_behind(code)
    if waiting is not None:
        operation_id, receipt = waiting
        url = installation().public_url
        settle_sign_ups(operation=operation_by_id(operation_id), public_url=url, now=now, only=[receipt])

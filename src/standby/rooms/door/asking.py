"""What the questions of the door are asked against: one reading for the form, the JSON interface and the surge lane."""

from datetime import datetime

from standby.domain.sign_up import Asked
from standby.exchange.emails import read_email
from standby.exchange.phones import read_phone
from standby.exchange.problems import Problem
from standby.rooms.door.actions.reading import DEFAULT_REGION
from standby.rooms.operations.queries import OperationView
from standby.rooms.operations.switches import door_state
from standby.rooms.places.queries.homes import homes_of


def asked_in(operation: OperationView, *, now: datetime) -> Asked:
    """As things stand at `now`: it costs two small queries, and holds for some seconds."""
    return Asked(
        today=operation.today(now),
        languages=frozenset(operation.languages),
        homes=frozenset(home.code for home in homes_of(operation_id=operation.id)),
        read_phone=_phone,
        read_email=_email,
        door=door_state(operation_id=operation.id, now=now),
    )


def _phone(written: str) -> str | None:
    read = read_phone(written, region=DEFAULT_REGION)
    return None if isinstance(read, Problem) else read


def _email(written: str) -> str | None:
    read = read_email(written)
    return None if isinstance(read, Problem) else read

"""Why a person stands by, and the one thing that would change it, in words: for the desk only."""

from dataclasses import dataclass
from datetime import datetime

from standby.domain.statuses import PersonStatus
from standby.rooms.callup.change_names import names_for
from standby.rooms.callup.change_words import say_change, say_surplus
from standby.rooms.callup.queries.why import why_standing_by
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView

_WAITING = {PersonStatus.STAND_BY, PersonStatus.OFFERED}


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidWhy:
    """`reason` is a code; `change` is empty where no single change would call them."""

    plan_ref: str
    plan_number: int
    reason: str
    change: str
    surplus: str


def say_why(*, operation: OperationView, person: PersonView, now: datetime) -> SaidWhy | None:
    """None for whoever does not wait, or is in no plan."""
    if person.status not in _WAITING:
        return None
    found = why_standing_by(operation_id=operation.id, person_id=person.id)
    if found is None:
        return None
    names = names_for(operation=operation, changes=[found.change, found.surplus], now=now)
    return SaidWhy(
        plan_ref=found.plan_ref,
        plan_number=found.plan_number,
        reason=found.reason,
        change=say_change(found.change, names) if found.change else "",
        surplus=say_surplus(found.surplus, names),
    )

"""Who holds a call now: what a plan has to respect, and what an announcement keeps, changes or takes back."""

from dataclasses import dataclass

from standby.domain.days import Days
from standby.rooms.callup.models import Call, CallState
from standby.rooms.callup.models.call import HOLDING_STATES


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """A call that still holds. `is_fixed`: on the way or at work, so no plan may move it."""

    call_id: int
    call_ref: str
    person_id: int
    person_ref: str
    need_id: int
    need_code: str
    state: CallState
    days: Days

    @property
    def is_fixed(self) -> bool:
        return self.state in FIXED_STATES


FIXED_STATES = frozenset({CallState.TRAVELLING, CallState.ARRIVED, CallState.BRIEFED, CallState.ON_DUTY})


def holding_calls(*, operation_id: int) -> list[Holding]:
    rows = Call.objects.filter(operation_id=operation_id, state__in=HOLDING_STATES)
    return [
        Holding(
            call_id=row.id,
            call_ref=row.ref,
            person_id=row.person_id,
            person_ref=row.person.ref,
            need_id=row.need_id,
            need_code=row.need.code,
            state=CallState(row.state),
            days=Days(first=row.first_day, last=row.last_day),
        )
        for row in rows.select_related("person", "need").order_by("id")
    ]

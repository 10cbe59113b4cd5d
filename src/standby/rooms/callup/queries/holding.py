"""Who holds a call now: what a plan has to respect, and what an announcement keeps, changes or takes back."""

from dataclasses import dataclass
from datetime import datetime

from standby.domain.days import Days
from standby.rooms.callup.models import Call, CallState
from standby.rooms.callup.models.call import HOLDING_STATES

FIXED_STATES = frozenset({CallState.TRAVELLING, CallState.ARRIVED, CallState.BRIEFED, CallState.ON_DUTY})


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
    answer_by: datetime

    @property
    def is_fixed(self) -> bool:
        return self.state in FIXED_STATES


def holding_calls(*, operation_id: int) -> list[Holding]:
    rows = Call.objects.filter(operation_id=operation_id, state__in=HOLDING_STATES)
    fields = rows.order_by("id").values_list(
        "id",
        "ref",
        "person_id",
        "person__ref",
        "need_id",
        "need__code",
        "state",
        "first_day",
        "last_day",
        "answer_by",
    )
    return [
        Holding(
            call_id=row_id,
            call_ref=ref,
            person_id=person_id,
            person_ref=person_ref,
            need_id=need_id,
            need_code=need_code,
            state=CallState(state),
            days=Days(first=first, last=last),
            answer_by=answer_by,
        )
        for row_id, ref, person_id, person_ref, need_id, need_code, state, first, last, answer_by in fields
    ]

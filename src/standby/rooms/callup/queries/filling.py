"""How full every need is now: asked for, sure, and still to answer."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import Count

from standby.rooms.callup.models import Call, CallState
from standby.rooms.needs.queries.planning import NeedView

_SURE = {CallState.ACCEPTED, CallState.TRAVELLING, CallState.ARRIVED, CallState.BRIEFED, CallState.ON_DUTY}
_EXPECTED = {CallState.CALLED, CallState.INTERESTED}


@dataclass(frozen=True, slots=True, kw_only=True)
class Filling:
    """Of one need: `sure` said yes or are there, `expected` are called and have not answered."""

    need: NeedView
    sure: int
    expected: int

    @property
    def missing(self) -> int:
        return max(0, self.need.headcount - self.sure - self.expected)


def filling_of(needs: Mapping[int, NeedView]) -> list[Filling]:
    counted = Call.objects.filter(need_id__in=needs).values_list("need_id", "state").annotate(number=Count("id"))
    numbers: dict[int, dict[str, int]] = {}
    for need_id, state, number in counted.order_by():
        numbers.setdefault(need_id, {})[state] = number
    return [
        Filling(
            need=need,
            sure=sum(number for state, number in numbers.get(need_id, {}).items() if state in _SURE),
            expected=sum(number for state, number in numbers.get(need_id, {}).items() if state in _EXPECTED),
        )
        for need_id, need in needs.items()
    ]

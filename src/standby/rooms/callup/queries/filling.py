"""How full every need is now: asked for, sure, and still to answer."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.db.models import Count, Q

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


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """Of one need: how many are sure, and how many are called and have not answered."""

    sure: int = 0
    expected: int = 0


def filling_of(needs: Mapping[int, NeedView]) -> list[Filling]:
    answers = answers_to(needs)
    none_yet = Answers()
    return [
        Filling(
            need=need,
            sure=answers.get(need_id, none_yet).sure,
            expected=answers.get(need_id, none_yet).expected,
        )
        for need_id, need in needs.items()
    ]


def answers_to(need_ids: Iterable[int]) -> dict[int, Answers]:
    """By need, where anybody is called at all."""
    counted = Call.objects.filter(need_id__in=list(need_ids)).values("need_id").order_by()
    rows = counted.annotate(
        sure=Count("id", filter=Q(state__in=_SURE)), expected=Count("id", filter=Q(state__in=_EXPECTED))
    )
    return {row["need_id"]: Answers(sure=row["sure"], expected=row["expected"]) for row in rows}

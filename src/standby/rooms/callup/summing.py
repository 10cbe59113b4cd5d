"""The first sentences of a plan: how many are missing, where most, why, and what to do today."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from standby.rooms.callup.queries.plan_needs import PlannedNeed, missing_of, total_by
from standby.rooms.callup.saying import say_binding, say_to_do

_WORST = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """Why places stay empty: how many people it keeps missing, in how many needs, and what to do about it today."""

    reason: str
    sentence: str
    to_do: str
    missing: int
    needs: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """`worst` names the sites where most people are missing."""

    asked: int
    planned: int
    missing: int
    needs: int
    short: int
    worst: Sequence[tuple[str, int]]
    causes: Sequence[Cause]


def summary_of_gaps(needs: Sequence[PlannedNeed], sites: Mapping[int, str]) -> Summary:
    gaps = missing_of(needs)
    by_site = total_by(gaps, lambda one: sites.get(one.need.site_id, one.need.site_code))
    return Summary(
        asked=sum(one.headcount for one in needs),
        planned=sum(min(one.planned, one.headcount) for one in needs),
        missing=sum(one.missing for one in gaps),
        needs=len(needs),
        short=len(gaps),
        worst=[(total.key, total.missing) for total in by_site[:_WORST]],
        causes=_causes(gaps),
    )


def _causes(gaps: Sequence[PlannedNeed]) -> list[Cause]:
    return [
        Cause(
            reason=total.key,
            sentence=say_binding(total.key),
            to_do=say_to_do(total.key),
            missing=total.missing,
            needs=sum(one.reason == total.key for one in gaps),
        )
        for total in total_by(gaps, lambda one: one.reason)
    ]

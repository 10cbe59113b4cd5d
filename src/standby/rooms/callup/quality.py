"""How good a plan is, as numbers that a sentence can carry."""

from dataclasses import dataclass

from standby.rooms.callup.queries.plans import PlanSummary

_HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Quality:
    """`at_most_more`: the share, in per cent of this plan's value, that no plan at all can exceed it by.

    `less_if_first_come`: the share by which first come, first served would have stayed behind it.
    """

    value: int
    bound: int
    first_come: int
    at_most_more: float
    less_if_first_come: float


def quality_of(plan: PlanSummary) -> Quality | None:
    """None while it is not computed."""
    if plan.value is None or plan.bound is None or plan.first_come is None:
        return None
    return Quality(
        value=plan.value,
        bound=plan.bound,
        first_come=plan.first_come,
        at_most_more=_per_cent(plan.bound - plan.value, plan.value),
        less_if_first_come=_per_cent(plan.value - plan.first_come, plan.value),
    )


def _per_cent(part: int, whole: int) -> float:
    return round(_HUNDRED * part / whole, 1) if whole else 0.0

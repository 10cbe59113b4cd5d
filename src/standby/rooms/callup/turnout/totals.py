"""What the chosen risk means for all needs together."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from standby.rooms.callup.queries.counting import counts_by_need
from standby.rooms.callup.queries.risks import risks_by_request
from standby.rooms.callup.turnout.believing import belief_of
from standby.rooms.callup.turnout.choosing import chosen_for
from standby.rooms.callup.turnout.foreseeing import Foreseen, NeedCount, foresee
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """`called` are to be called, and a plan found `found` of them. `in_vain` and `once_in_vain` are journeys, as chosen
    and if everybody were called at once. `riskier`: needs whose risk is higher than was chosen for them."""

    needs: int
    needed: int
    called: int
    found: int
    held: int
    in_vain: int
    once_called: int
    once_in_vain: int
    riskier: int


def totals_of(foreseen: Iterable[Foreseen]) -> Totals:
    found = list(foreseen)
    return Totals(
        needs=len(found),
        needed=sum(one.headcount for one in found),
        called=sum(one.call for one in found),
        found=sum(one.planned for one in found),
        held=sum(one.held for one in found),
        in_vain=round(sum(one.in_vain for one in found)),
        once_called=sum(one.once_call for one in found),
        once_in_vain=round(sum(one.once_in_vain for one in found)),
        riskier=sum(one.is_riskier for one in found),
    )


def totals_if_planned(*, operation: OperationView, needs: Sequence[NeedView], today: date) -> Totals:
    """As a plan would call now if it found everybody, all needs taken alike."""
    mean = belief_of(operation=operation).of_mix({})
    counts = counts_by_need(operation_id=operation.id)
    risks = risks_by_request(operation_id=operation.id)
    return totals_of(
        foresee(
            headcount=need.headcount,
            count=counts.get(need.id, NeedCount()),
            chosen=chosen_for(need, policy=operation.policy, risks=risks, today=today),
            answering=mean,
        )
        for need in needs
    )

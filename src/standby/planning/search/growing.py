"""The first plan: priced, rounded and made; the core grows by what turned out to be scarce, and it is made again."""

from dataclasses import dataclass

from standby.planning.first_come import empty_state
from standby.planning.kernels.state import State
from standby.planning.model.instance import Instance, Ints
from standby.planning.relaxation.core import scarce_needs
from standby.planning.relaxation.pricing import Priced, price_by_rounds
from standby.planning.relaxation.program import maximise_in_whole_numbers
from standby.planning.search.construct import construct, starved_needs

# Below this many suited people a place, a need is scarce from the start.
SCARCE_TIMES = 6.0
MOST_CORES = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPlan:
    """The plan that the last core gave, and the core's target by need."""

    priced: Priced
    target: Ints
    state: State


def first_plan(instance: Instance, supply: Ints, *, uncalled: Ints) -> FirstPlan:
    is_core = scarce_needs(instance, supply, times=SCARCE_TIMES)
    cores = 0
    while True:
        priced = price_by_rounds(instance, is_core, uncalled=uncalled)
        whole = maximise_in_whole_numbers(priced.core.program, priced.solution)
        target, state = whole[: len(instance.needs)], empty_state(instance, supply)
        construct(instance, state, priced, whole)
        starved = starved_needs(instance, state, target) & ~is_core
        cores += 1
        if cores == MOST_CORES or not starved.any():
            return FirstPlan(priced=priced, target=target, state=state)
        is_core |= starved

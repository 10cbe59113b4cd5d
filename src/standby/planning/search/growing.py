"""The first plan: priced, rounded and made; then made again, knowing what turned out to be scarce."""

from dataclasses import dataclass, field

import numpy as np

from standby.planning.first_come import empty_state, value_called
from standby.planning.kernels.state import State
from standby.planning.model.instance import Flags, Instance, Ints
from standby.planning.relaxation.core import class_columns_of, scarce_needs
from standby.planning.relaxation.pricing import Priced, price_by_rounds
from standby.planning.relaxation.program import maximise, maximise_in_whole_numbers
from standby.planning.relaxation.seats import held_to_seats, seat_use
from standby.planning.search.construct import construct, starved_needs

# Below this many suited people a place, a need is scarce from the start.
SCARCE_TIMES = 6.0
# So many people, times attempts, are worth the work; two attempts always are, and five are enough.
_PEOPLE_ATTEMPTED = 600_000
# A first plan this close to what the core says is left to the moves.
_CLOSE_ENOUGH = 0.0003
# Beyond this the linear programme would take longer than all the rest: then fewer needs count as scarce.
MOST_COLUMNS = 60_000


@dataclass(frozen=True, slots=True, kw_only=True)
class FirstPlan:
    """The best plan made, its target by need, and the last prices, which prove the most."""

    priced: Priced
    target: Ints
    state: State


@dataclass(slots=True, kw_only=True)
class Grower:
    """Learns from each attempt: needs that nobody is left for join the core, seats that nobody brings get a row."""

    instance: Instance
    supply: Ints
    uncalled: Ints
    is_core: Flags
    priced: Priced
    most_seats: dict[int, int] = field(default_factory=dict)

    @classmethod
    def of(cls, instance: Instance, supply: Ints, *, uncalled: Ints) -> "Grower":
        is_core, priced = _first_prices(instance, supply, uncalled=uncalled)
        return cls(instance=instance, supply=supply, uncalled=uncalled, is_core=is_core, priced=priced)

    def attempt(self) -> tuple[Ints, State, bool]:
        """The target, the plan made for it, and whether something was learned for another attempt."""
        core = self.priced.core
        use = seat_use(self.instance, core, self.priced.choices)
        program, relaxed = core.program, self.priced.solution
        if self.most_seats:
            program = held_to_seats(program, use, self.most_seats)
            relaxed = maximise(program)
        whole = maximise_in_whole_numbers(program, relaxed)
        target, state = whole[: len(self.instance.needs)], empty_state(self.instance, self.supply)
        owed = construct(self.instance, state, self.priced, whole)
        taken = use.of(whole, rows=len(owed))
        lacking = np.flatnonzero(owed).tolist()
        self.most_seats |= {row: max(0, int(taken[row] - owed[row])) for row in lacking}
        return target, state, self._learn(state, target) or bool(lacking)

    def _learn(self, state: State, target: Ints) -> bool:
        starved = starved_needs(self.instance, state, target) & ~self.is_core
        if not starved.any():
            return False
        is_core = self.is_core | starved
        classes = class_columns_of(self.instance, is_core)
        if len(classes.need) > MOST_COLUMNS:
            return False
        self.is_core = is_core
        self.priced = price_by_rounds(self.instance, is_core, classes, uncalled=self.uncalled)
        return True


def first_prices(instance: Instance, supply: Ints, *, uncalled: Ints) -> Priced:
    """Prices from the needs that are scarce from the start."""
    return _first_prices(instance, supply, uncalled=uncalled)[1]


def _first_prices(instance: Instance, supply: Ints, *, uncalled: Ints) -> tuple[Flags, Priced]:
    times = SCARCE_TIMES
    is_core = scarce_needs(instance, supply, times=times)
    classes = class_columns_of(instance, is_core)
    while len(classes.need) > MOST_COLUMNS:
        times /= 2
        is_core = scarce_needs(instance, supply, times=times)
        classes = class_columns_of(instance, is_core)
    return is_core, price_by_rounds(instance, is_core, classes, uncalled=uncalled)


def first_plan(grower: Grower, *, gap: float, attempts: int) -> FirstPlan:
    """Attempts until one comes as close to what the core says as `gap`, or as is left to the moves anyway."""
    instance = grower.instance
    target, state, has_learned = grower.attempt()
    enough = 1 - max(gap, _CLOSE_ENOUGH)
    for _ in range(attempts - 1):
        if not has_learned or value_called(instance, state) >= enough * grower.priced.solution.objective:
            break
        new_target, new_state, has_learned = grower.attempt()
        if value_called(instance, new_state) > value_called(instance, state):
            target, state = new_target, new_state
    return FirstPlan(priced=grower.priced, target=target, state=state)


def most_attempts(instance: Instance) -> int:
    return max(2, min(3, _PEOPLE_ATTEMPTED // max(1, len(instance.people))))

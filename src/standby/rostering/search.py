"""From prices to a roster: round the mixture, then let one person after another choose again.

Whoever chooses may take every open head at its worth, and a head that is taken already at what the time of whoever
gives it up is worth (its weight less its price); who gave something up chooses next. What does not help is undone.
"""

import random
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

import numpy as np

from standby.rostering.model import SCALE, Ints, Model
from standby.rostering.pricing import Duties, Market
from standby.rostering.schedules import IMPOSSIBLE

# An open head is worth its weight so many times over what the price adds: prices only decide between equals.
_OVER_PRICE = 1000


@dataclass(slots=True, kw_only=True)
class Plan:
    """Who does what, and how many heads of each shift are left."""

    model: Model
    duties: list[Duties]
    left: Ints = field(init=False)

    def __post_init__(self) -> None:
        self.left = self.model.headcount.copy()
        for shifts in self.duties:
            self.left[list(shifts)] -= 1

    @property
    def value(self) -> int:
        return int((self.model.weight * (self.model.headcount - self.left)).sum())

    def give(self, person: int, shifts: Duties) -> None:
        self.left[list(self.duties[person])] += 1
        self.duties[person] = shifts
        self.left[list(shifts)] -= 1

    def holders(self, shift: int) -> list[int]:
        return [person for person, shifts in enumerate(self.duties) if shift in shifts]


def rounded(model: Model, columns: Sequence[tuple[int, Duties]], shares: Sequence[float]) -> Plan:
    """Everybody does what the mixture gives most of them, the surest first, as far as heads are left."""
    surest: dict[int, tuple[float, Duties]] = {}
    for (person, shifts), share in zip(columns, shares, strict=True):
        if share > surest.get(person, (1e-9, ()))[0]:
            surest[person] = (share, shifts)
    plan = Plan(model=model, duties=[()] * len(model.may))
    for person in sorted(surest, key=lambda one: (-surest[one][0], one)):
        plan.give(person, tuple(shift for shift in surest[person][1] if plan.left[shift] > 0))
    return plan


@dataclass(slots=True, kw_only=True)
class Search:
    """`is_enough` is asked after every step, with the value so far."""

    market: Market
    plan: Plan
    price: Ints
    dice: random.Random
    is_enough: Callable[[int], bool]

    def run(self, *, rounds: int) -> None:
        """First everybody once, in order of the ids' dice; then chains, until nothing has helped for a whole round."""
        people = list(range(len(self.plan.duties)))
        for number in range(rounds):
            self.dice.shuffle(people)
            before = self.plan.value
            for person in people:
                if self.is_enough(self.plan.value):
                    return
                if number == 0:
                    self.plan.give(person, self._choice(person))
                else:
                    self._chain(person)
            if number and self.plan.value == before:
                return

    def _choice(self, person: int, *, may_push: bool = False) -> Duties:
        """The best for this person as things stand; of equals that which leaves dear heads to others."""
        model, own = self.market.model, list(self.plan.duties[person])
        left = self.plan.left.copy()
        left[own] += 1
        spare = np.maximum(0, model.weight * SCALE - self.price)
        worth = np.where(left > 0, model.weight * SCALE * _OVER_PRICE + spare, spare * _OVER_PRICE if may_push else -1)
        worth = np.where(model.may[person] & (worth > 0), worth, IMPOSSIBLE)
        return self.market.best(worth[None, :], np.array([person]))[1][0]

    def _chain(self, person: int) -> None:
        """This person pushes others out of what is better done by them; all of it is undone unless it helps."""
        value, before = self.plan.value, list(self.plan.duties)
        self.plan.give(person, self._choice(person, may_push=True))
        pushed = [self._push(shift, person) for shift in self.plan.duties[person] if self.plan.left[shift] < 0]
        for one in dict.fromkeys(pushed):
            self.plan.give(one, self._choice(one))
        if self.plan.value < value:
            for one in (person, *pushed):
                self.plan.give(one, before[one])

    def _push(self, shift: int, person: int) -> int:
        """Takes one head of a shift from somebody else, by dice."""
        other = self.dice.choice([one for one in self.plan.holders(shift) if one != person])
        self.plan.give(other, tuple(one for one in self.plan.duties[other] if one != shift))
        return other

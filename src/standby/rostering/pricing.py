"""What the shifts cost people's time: at given prices, the best duties of everybody and the bound that follows."""

from dataclasses import dataclass
from functools import cached_property

import numpy as np

from standby.rostering.model import SCALE, Ints, Model
from standby.rostering.schedules import IMPOSSIBLE, best_schedules

Duties = tuple[int, ...]
"""The shifts that one person does, in order of time."""


@dataclass(frozen=True, kw_only=True)
class Market:
    """Turns worths of shifts into duties of people: of shifts at the same time a person takes the one worth most."""

    model: Model

    @cached_property
    def by_slot(self) -> list[Ints]:
        return [np.flatnonzero(self.model.slot == slot) for slot in range(self.model.slots)]

    def best(self, worth: Ints, people: Ints) -> tuple[Ints, list[Duties]]:
        """`worth[k, s]`: of shift s to the person `people[k]`, who takes nothing that is worth nothing."""
        rows = np.arange(len(people))
        slot_worth = np.full((len(people), self.model.slots), IMPOSSIBLE, np.int64)
        chosen = np.zeros((len(people), self.model.slots), np.int64)
        for slot, shifts in enumerate(self.by_slot):
            best = worth[:, shifts].argmax(axis=1)
            slot_worth[:, slot], chosen[:, slot] = worth[rows, shifts[best]], shifts[best]
        slot_worth[slot_worth <= 0] = IMPOSSIBLE
        found = best_schedules(self.model, slot_worth, people)
        return found.worth, [tuple(int(one) for one in chosen[k, list(found.slots[k])]) for k in range(len(people))]


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """What prices lead to: what everybody would do, and `upper` (in thousandths): no roster is worth more."""

    price: Ints
    upper: int
    duties: list[Duties]

    @property
    def bound(self) -> int:
        return self.upper // SCALE


def offer_at(market: Market, price: Ints) -> Offer:
    """The bound of docs/reference/roster.md: prices × heads, and the best duties of each person at what is left."""
    model = market.model
    worth = np.where(model.may, model.weight * SCALE - price, IMPOSSIBLE)
    best, duties = market.best(worth, np.arange(len(model.may)))
    return Offer(price=price, upper=int((price * model.headcount).sum() + best.sum()), duties=duties)

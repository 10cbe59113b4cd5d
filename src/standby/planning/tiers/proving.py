"""The value of each tier of a plan, and what is proven of it."""

from dataclasses import dataclass

import numpy as np

from standby.planning.answers.prices import published
from standby.planning.first_come import value_called
from standby.planning.kernels.certificate import Worth
from standby.planning.kernels.skipping import nothing_skipped
from standby.planning.kernels.state import State
from standby.planning.model.build import Model
from standby.planning.model.instance import Ints
from standby.planning.model.needs import heads_uncalled
from standby.planning.plan import Certificate, Tier
from standby.planning.tiers.certifying import Rates, worth_of_all
from standby.planning.tiers.costs import tier_sums
from standby.planning.tiers.table import Table, told_costs

NAMES = ("need", "waste", "travel", "change", "waiting")
_LAST, _CHANGE = len(NAMES), 4


@dataclass(frozen=True, slots=True, kw_only=True)
class TierProofs:
    """Proves tier by tier; `price` is that of the first."""

    model: Model
    state: State
    table: Table

    def all(self, *, first: Tier) -> tuple[Tier, ...]:
        reached = self._reached()
        told = sum(told_costs(self.model).values())
        nothing = np.zeros(len(self.model.instance.left), np.int64)
        waste = self._least(2, reached, nothing)
        travel = self._least(3, reached, nothing)
        change = self._least(4, reached, nothing, told=told)
        return first, waste, travel, change, self._waiting(reached)

    def _reached(self) -> tuple[int, ...]:
        """What the calls of the plan gain in each tier: weight, less waste, less kilometres, what is kept, hours."""
        sums = np.zeros(_LAST - 1, np.int64)
        tier_sums(self.model.instance, self.state, self.table, sums)
        waste, travel, kept, hours = sums.tolist()
        return value_called(self.model.instance, self.state), -waste, -travel, kept, hours

    def _least(self, number: int, reached: tuple[int, ...], price: Ints, *, told: int = 0) -> Tier:
        """At no price at all: everybody is called to what costs the least, or nowhere."""
        rates = (*(0,) * (number - 1), 1)
        most = self._most(rates, reached, price)
        return Tier(
            name=NAMES[number - 1],
            value=told - reached[number - 1],
            bound=max(0, told - most),
            certificate=Certificate(rates=rates, prices=published(self.model, price)),
        )

    def _waiting(self, reached: tuple[int, ...]) -> Tier:
        """Every place at the price of the hours that the last to be called has waited."""
        rates = (0, 0, 0, 0, 1)
        price = self._at_hours(self._hours_of_the_last())
        return Tier(
            name=NAMES[-1],
            value=reached[-1],
            bound=self._most(rates, reached, price),
            is_most=True,
            certificate=Certificate(rates=rates, prices=published(self.model, price)),
        )

    def _at_hours(self, hours: int) -> Ints:
        price = np.zeros(len(self.model.instance.left), np.int64)
        price[: len(self.model.needs)] = hours
        return price

    def _hours_of_the_last(self) -> int:
        """If the places went to those who have waited longest."""
        may = self.model.instance.people["skill"] >= 0
        waited = np.sort(self.table.hours[may])[::-1]
        places = int(self.model.instance.heads_left.sum())
        return int(waited[places - 1]) if 0 < places <= len(waited) else 0

    def _most(self, rates: tuple[int, ...], reached: tuple[int, ...], price: Ints) -> int:
        """No plan as good in the tiers above gains more in the last of these rates."""
        *above, own = rates
        counted = sum(rate * gain for rate, gain in zip(above, reached, strict=False))
        return (self._worth(rates, price) - counted) // own

    def _worth(self, rates: tuple[int, ...], price: Ints) -> int:
        needs, instance = self.model.instance.needs, self.model.instance
        uncalled = heads_uncalled(self.model.needs, fixed=self.model.fixed)
        left = np.concatenate([uncalled, instance.left[len(needs) :]])
        of_limits = sum(int(price[row]) * int(left[row]) for row in np.flatnonzero(price))
        nights = np.concatenate([[0], np.cumsum(price)])
        worth = Worth(
            before_beds=rates[0] * needs["weight"] - price[: len(needs)] - price[needs["reception"]],
            bed_nights=nights[needs["bed_high"]] - nights[needs["bed_low"]],
            price=price,
            skip=nothing_skipped(len(instance.lists)),
            skip_rotation=nothing_skipped(len(instance.rotations)),
        )
        lower = (*rates[1:], *(0,) * (_LAST - len(rates)))
        return of_limits + int(worth_of_all(instance, worth, self.table, Rates(*lower), self._units(rates, price)))

    def _units(self, rates: tuple[int, ...], price: Ints) -> Ints:
        """Those who could gain at all: where nothing is charged and only change counts, whoever was told something;
        where only waiting counts, whoever has waited longer than each place costs.
        """
        if len(rates) == _LAST and not rates[0]:
            return self._longest_waiting(int(price[: len(self.model.needs)].max(initial=0)))
        if price.any() or rates[0] or len(rates) == _LAST:
            return np.arange(len(self.model.units))
        told = np.flatnonzero(np.diff(self.table.told_low)) if len(rates) == _CHANGE else np.zeros(0, np.int64)
        return np.unique(self.model.instance.people["unit"][told])

    def _longest_waiting(self, hours: int) -> Ints:
        """Units whose members have waited longer than so many hours each."""
        instance = self.model.instance
        size = instance.units["high"] - instance.units["low"]
        members = np.repeat(np.arange(len(size)), size)
        place = np.arange(len(members)) + np.repeat(instance.units["low"] - (np.cumsum(size) - size), size)
        waited = np.bincount(members, weights=self.table.hours[instance.lists[place]], minlength=len(size))
        return np.flatnonzero(waited > hours * size).astype(np.int64)

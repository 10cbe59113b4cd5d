"""Fair hours, then fair nights, and never one head fewer covered.

Hours are fair when the sum of their squares is small: a shift goes from whoever does more to whoever does less. Then
nights likewise, by exchanging a night for a shift by day of the same length.
"""

from collections.abc import Callable, Iterator

from standby.domain.rest import minutes_in_period
from standby.rostering.fitting import Fitting
from standby.rostering.model import Model
from standby.rostering.search import Plan

_MOST_ROUNDS = 4


class Fairness:
    """`minutes` counts what was worked before in the period too: whoever did much last week does less this week."""

    def __init__(self, model: Model, plan: Plan) -> None:
        self._model, self._plan, self._fitting = model, plan, Fitting(model)
        self.minutes = [self._before(person) + self._given(person) for person in range(len(plan.duties))]
        self.nights = [sum(map(self._is_night, shifts)) for shifts in plan.duties]

    @property
    def hours_tier(self) -> int:
        return sum(minutes * minutes for minutes in self.minutes)

    @property
    def nights_tier(self) -> int:
        return sum(nights * nights for nights in self.nights)

    def share(self, *, is_over: Callable[[], bool]) -> None:
        for _ in range(_MOST_ROUNDS):
            moved = sum(self._pass_on(person) for person in self._busiest(self.minutes) if not is_over())
            if not moved:
                break
        for _ in range(_MOST_ROUNDS):
            swapped = sum(self._exchange_night(person) for person in self._busiest(self.nights) if not is_over())
            if not swapped:
                break

    def _pass_on(self, person: int) -> int:
        """Gives shifts of this person to whoever has fewer hours, while that makes hours fairer."""
        moved = 0
        for shift in self._plan.duties[person]:
            length = self._length(shift)
            lower = (one for one in self._idlest(self.minutes) if self.minutes[one] + length < self.minutes[person])
            for other in lower:
                if self._fitting.may_take(other, shift, beside=self._plan.duties[other]):
                    self._move(shift, person, other)
                    moved += 1
                    break
        return moved

    def _exchange_night(self, person: int) -> int:
        """A night of this person for a shift by day of somebody with at least two nights fewer."""
        for night in filter(self._is_night, self._plan.duties[person]):
            for other, shift in self._days_for(person, night):
                mine = tuple(one for one in self._plan.duties[person] if one != night)
                theirs = tuple(one for one in self._plan.duties[other] if one != shift)
                if self._fitting.may_take(person, shift, beside=mine) and self._fitting.may_take(
                    other, night, beside=theirs
                ):
                    self._move(night, person, other)
                    self._move(shift, other, person)
                    return 1
        return 0

    def _days_for(self, person: int, night: int) -> Iterator[tuple[int, int]]:
        for other in self._idlest(self.nights):
            if self.nights[other] + 1 >= self.nights[person]:
                return
            if self._model.may[other, night]:
                for shift in self._plan.duties[other]:
                    is_fair = self._model.may[person, shift] and self._length(shift) == self._length(night)
                    if is_fair and not self._is_night(shift):
                        yield other, shift

    def _move(self, shift: int, giver: int, taker: int) -> None:
        plan, length, night = self._plan, self._length(shift), self._is_night(shift)
        plan.give(giver, tuple(one for one in plan.duties[giver] if one != shift))
        plan.give(taker, self._in_order((*plan.duties[taker], shift)))
        for person, sign in ((giver, -1), (taker, 1)):
            self.minutes[person] += sign * length
            self.nights[person] += sign * night

    def _in_order(self, shifts: tuple[int, ...]) -> tuple[int, ...]:
        return tuple(sorted(shifts, key=lambda shift: int(self._model.slot[shift])))

    def _before(self, person: int) -> int:
        """Minutes worked in the period before this roster begins."""
        problem = self._model.problem
        first = int(self._model.start.min()) if len(self._model.start) else 0
        return minutes_in_period(problem.histories[person], until=first, rules=problem.policy.rules)

    def _given(self, person: int) -> int:
        return sum(map(self._length, self._plan.duties[person]))

    def _length(self, shift: int) -> int:
        return self._model.problem.shifts[shift].duty.span.minutes

    def _is_night(self, shift: int) -> bool:
        return self._model.problem.shifts[shift].duty.is_night

    def _busiest(self, count: list[int]) -> list[int]:
        return sorted(range(len(count)), key=lambda person: (-count[person], person))

    def _idlest(self, count: list[int]) -> list[int]:
        return sorted(range(len(count)), key=lambda person: (count[person], person))

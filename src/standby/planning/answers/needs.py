"""How far each need is filled, what binds it, and what would relieve it."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from standby.planning.answers.more import MoreOfLimits
from standby.planning.kernels.reasons import could_still_come, how_many_more, waiting_parties
from standby.planning.kernels.state import State
from standby.planning.model.build import Model
from standby.planning.model.instance import Ints
from standby.planning.model.needs import is_open
from standby.planning.operation import Need
from standby.planning.plan import Binding, NeedFill
from standby.planning.what_if.operation_changes import MoreArrivals, MoreBeds, MoreSeats


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedAnswers:
    """Answers from a finished plan; `supply` is how many are suited for each need."""

    model: Model
    state: State
    supply: Ints
    limits: MoreOfLimits
    is_everybody_lodged: bool

    @classmethod
    def of(cls, model: Model, state: State, *, supply: Ints, limits: MoreOfLimits) -> "NeedAnswers":
        lodged = bool(model.instance.people["lodged"].all())
        return cls(model=model, state=state, supply=supply, limits=limits, is_everybody_lodged=lodged)

    def all(self) -> tuple[NeedFill, ...]:
        skilled = self._skilled()
        return tuple(
            self._answer(number, need, skilled=int(skilled[self.model.skills.requirement[number]]))
            for number, need in enumerate(self.model.needs)
        )

    def _answer(self, number: int, need: Need, *, skilled: int) -> NeedFill:
        called = self.model.instance.left[number] - self.state.left[number]
        filled = self.model.fixed.heads[need.need_id] + int(called)
        if filled >= need.headcount:
            return NeedFill(need_id=need.need_id, headcount=need.headcount, filled=filled, reason=Binding.FILLED)
        reason = self._binding(number, short=need.headcount - filled, skilled=skilled)
        relief = self._relief(number, need, reason)
        return NeedFill(need_id=need.need_id, headcount=need.headcount, filled=filled, reason=reason, relief=relief)

    def _skilled(self) -> Ints:
        """By requirement, how many people meet it."""
        skill = self.model.skills.skill
        people = np.bincount(skill[skill >= 0], minlength=len(self.model.skills.meets))
        return np.asarray(people @ self.model.skills.meets, np.int64)

    def _binding(self, number: int, *, short: int, skilled: int) -> Binding:
        instance, state = self.model.instance, self.state
        if not is_open(self.model.needs[number], self.model.operation):
            return Binding.WINDOW
        if self.supply[number] == 0:
            return Binding.WINDOW if skilled else Binding.NO_SUCH_SKILL
        if self._tightest_beds(number) < 1:
            return Binding.BEDS
        if state.left[instance.needs[number]["reception"]] < 1:
            return Binding.RECEPTION
        free, with_seat = could_still_come(instance, state, number, 1)
        if free:
            return Binding.SEARCH_LIMIT if with_seat else Binding.SEATS
        if waiting_parties(instance, state, number):
            return Binding.PARTY
        called = int(instance.left[number] - state.left[number])
        return Binding.WINDOW if self.supply[number] < called + short <= skilled else Binding.NO_SUCH_SKILL

    def _tightest_beds(self, number: int) -> int:
        record = self.model.instance.needs[number]
        return int(self.state.left[record["bed_low"] : record["bed_high"]].min())

    def _relief(self, number: int, need: Need, reason: Binding) -> str:
        """The least addition to the binding limit that lets as many people in as possible, and what they are worth."""
        if reason not in {Binding.BEDS, Binding.RECEPTION, Binding.SEATS}:
            return ""
        best = max(self._reliefs(number, reason), key=lambda found: found.people, default=None)
        if best is None or best.people == 0 or best.change.more == 0:
            return ""
        return f"{best.change}=+{best.people * self.model.operation.weight_of(need)}"

    def _reliefs(self, number: int, reason: Binding) -> Iterator["_Relief"]:
        record = self.model.instance.needs[number]
        if reason is Binding.BEDS:
            people, more = self._tried(number, np.arange(record["bed_low"], record["bed_high"]))
            yield _Relief(change=self.limits.beds(number, more), people=people)
        elif reason is Binding.RECEPTION:
            people, more = self._tried(number, np.array([record["reception"]]))
            yield _Relief(change=self.limits.arrivals(number, more), people=people)
        else:
            column = self.model.instance.seat_rows[:, record["departure"]]
            for row in np.unique(column[column >= 0]).tolist():
                people, more = self._tried(number, np.array([row]))
                yield _Relief(change=self.limits.seats(row, more), people=people)

    def _tried(self, number: int, span: Ints) -> tuple[int, int]:
        """Give the limits as much as the need is short, see how many come and with how much of it, and take it back."""
        left, short = self.state.left, int(self.state.left[number])
        left[span] += short
        people = how_many_more(self.model.instance, self.state, number, int(self.is_everybody_lodged))
        left[span] -= short
        return people, max(0, people - int(left[span].min()))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Relief:
    change: MoreBeds | MoreArrivals | MoreSeats
    people: int

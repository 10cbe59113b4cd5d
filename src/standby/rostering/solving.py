"""From a site to a roster with its proof."""

import random

import numpy as np

from standby import __version__
from standby.domain.eligibility import Profile, Requirement, meets
from standby.rostering.by_hand import by_hand
from standby.rostering.fairness import Fairness
from standby.rostering.limits import Limits, OnProgress, Stage, say_nothing
from standby.rostering.master import Master
from standby.rostering.model import SCALE, Model, build
from standby.rostering.prices import find_prices
from standby.rostering.pricing import Market, Offer
from standby.rostering.problem import Problem
from standby.rostering.roster import Assignment, Binding, Proof, Roster, Share, ShiftFill, StoppedBy
from standby.rostering.search import Plan, Search, rounded
from standby.rostering.writing import problem_fingerprint

_PRICED, _GIVEN, _SHARED = 0.5, 0.8, 0.95


def solve(
    problem: Problem,
    *,
    seed: int | None = None,
    limits: Limits | None = None,
    on_progress: OnProgress = say_nothing,
) -> Roster:
    """The best roster found under the rest rules, and the proof of how much it covers.

    The same site, seed and limits give the same roster, whatever order its people and shifts come in.
    """
    seed = problem.policy.seed if seed is None else seed
    work = _Work(model=build(problem), limits=limits or Limits(), seed=seed, on_progress=on_progress)
    plan, offer, stopped_by = work.run()
    fairness = Fairness(work.model, plan)
    fairness.share(is_over=work.is_over)
    on_progress(Stage.ANSWERING, _SHARED)
    return _roster(problem, plan=plan, offer=offer, fairness=fairness, seed=seed, stopped_by=stopped_by)


class _Work:
    def __init__(self, *, model: Model, limits: Limits, seed: int, on_progress: OnProgress) -> None:
        self.model, self._limits, self._seed, self._tell = model, limits, seed, on_progress
        self.is_over = limits.deadline()

    def run(self) -> tuple[Plan, Offer, StoppedBy]:
        market, master = Market(model=self.model), Master(model=self.model)
        offer = find_prices(market, master, may_go_on=self._go_on_pricing)
        plan = rounded(self.model, master.columns, master.shares.tolist())
        self._tell(Stage.GIVING, _PRICED)

        def is_enough(value: int) -> bool:
            return self._is_good(value, offer.bound) or self.is_over()

        dice = random.Random(self._seed)  # noqa: S311  # a roster wants the same throw every time, not a secret
        Search(market=market, plan=plan, price=offer.price, dice=dice, is_enough=is_enough).run(
            rounds=self._limits.rounds
        )
        self._tell(Stage.SHARING, _GIVEN)
        return plan, offer, self._stopped_by(plan.value, offer.bound)

    def _go_on_pricing(self, share: float) -> bool:
        self._tell(Stage.PRICING, share * _PRICED)
        return not self.is_over()

    def _is_good(self, value: int, bound: int) -> bool:
        return bound - value <= self._limits.gap * bound

    def _stopped_by(self, value: int, bound: int) -> StoppedBy:
        if self.is_over():
            return StoppedBy.SECONDS
        return StoppedBy.GAP if self._is_good(value, bound) and value < bound else StoppedBy.DONE


def _roster(
    problem: Problem, *, plan: Plan, offer: Offer, fairness: Fairness, seed: int, stopped_by: StoppedBy
) -> Roster:
    people, shifts = problem.people, problem.shifts
    given = [
        Assignment(person_id=people[person].person_id, shift_id=shifts[shift].shift_id)
        for person, taken in enumerate(plan.duties)
        for shift in taken
    ]
    return Roster(
        assignments=tuple(sorted(given)),
        shifts=tuple(_fill(plan, number) for number in range(len(shifts))),
        shares=tuple(_share(problem, plan, number) for number in range(len(people))),
        proof=Proof(
            version=__version__,
            seed=seed,
            input_sha256=problem.input_sha256 or problem_fingerprint(problem),
            value=plan.value,
            bound=offer.bound,
            by_hand=by_hand(plan.model).value,
            hours=fairness.hours_tier,
            nights=fairness.nights_tier,
            scale=SCALE,
            prices={shifts[int(one)].shift_id: int(offer.price[one]) for one in np.flatnonzero(offer.price)},
            stopped_by=stopped_by,
        ),
    )


def _fill(plan: Plan, number: int) -> ShiftFill:
    shift, left = plan.model.problem.shifts[number], int(plan.left[number])
    reason = Binding.FILLED if left == 0 else _why_short(plan.model, number)
    return ShiftFill(shift_id=shift.shift_id, headcount=shift.headcount, filled=shift.headcount - left, reason=reason)


def _why_short(model: Model, number: int) -> Binding:
    """The first of these that is true: nobody has the skill, nobody who has it is there and rested, all are busy."""
    requirement = Requirement.of(model.problem.shifts[number])
    if not any(meets(Profile.of(person.offer), requirement) for person in model.problem.people):
        return Binding.NO_SUCH_SKILL
    return Binding.REST if model.may[:, number].any() else Binding.NOBODY_THERE


def _share(problem: Problem, plan: Plan, person: int) -> Share:
    duties = [problem.shifts[shift].duty for shift in plan.duties[person]]
    return Share(
        person_id=problem.people[person].person_id,
        duties=len(duties),
        minutes=sum(duty.span.minutes for duty in duties),
        nights=sum(duty.is_night for duty in duties),
    )

"""A site as the roster sees it: who is there when and can do what, and which shifts wait for somebody."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NewType

from standby.domain.offers import Offer
from standby.domain.rest import USUAL_RULES, Breach, Duty, RestRules, breaches_of_duty
from standby.domain.roles import Level, is_combat
from standby.domain.spans import Span, merged

PersonId = NewType("PersonId", str)
ShiftId = NewType("ShiftId", str)

NO_OFFER = Offer()


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody on the site. Of the offer only roles, tags and languages count; `presence` is when they are there.

    `most_minutes` is the most they do in this roster, None = no limit of their own.
    """

    person_id: PersonId
    offer: Offer = NO_OFFER
    presence: tuple[Span, ...] = ()
    most_minutes: int | None = None

    def __post_init__(self) -> None:
        if self.presence != merged(self.presence):
            raise ValueError("Presence is kept in order, with spans that touch made one.")
        if any(is_combat(role.code) for role in self.offer.roles):
            raise ValueError("An offer with a refused role never enters a roster.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shift:
    """So many people of one kind, for one duty. `languages`: every condition, each met by one of its alternatives."""

    shift_id: ShiftId
    role: str
    level: Level
    duty: Duty
    headcount: int
    priority: int
    requires: tuple[str, ...] = ()
    must_be_verified: bool = False
    languages: tuple[tuple[str, ...], ...] = ()

    def __post_init__(self) -> None:
        if self.headcount < 0:
            raise ValueError("A headcount is not negative.")
        if not 1 <= self.priority <= 5:
            raise ValueError("A priority runs from 1, the highest, to 5.")
        if is_combat(self.role):
            raise ValueError("A refused role is never asked for.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """`weights` are by priority, the highest first; `rules` may be stricter than the usual ones, never looser."""

    rules: RestRules = USUAL_RULES
    weights: tuple[int, ...] = (100, 30, 10, 3, 1)
    seed: int = 0


USUAL_POLICY = Policy()


@dataclass(frozen=True, kw_only=True)
class Problem:
    """All that a roster is made from; people and shifts stand in the order of their ids, whatever order was given.

    A roster is one period of the averaging rule: no shift begins a whole period after the first one. What `worked`
    says is worked or promised before anything in this roster: a person's first duty begins after it and a rest.
    """

    people: tuple[Person, ...] = ()
    shifts: tuple[Shift, ...] = ()
    worked: Mapping[PersonId, tuple[Span, ...]] = field(default_factory=dict)
    policy: Policy = USUAL_POLICY
    input_sha256: str = ""

    def __post_init__(self) -> None:
        object.__setattr__(self, "people", tuple(sorted(self.people, key=lambda one: one.person_id)))
        object.__setattr__(self, "shifts", tuple(sorted(self.shifts, key=lambda one: one.shift_id)))
        if len({one.person_id for one in self.people}) < len(self.people):
            raise ValueError("Every person has an id of their own.")
        if len({one.shift_id for one in self.shifts}) < len(self.shifts):
            raise ValueError("Every shift has an id of its own.")
        starts = [shift.duty.span.start for shift in self.shifts]
        if starts and max(starts) - min(starts) >= self.policy.rules.period:
            raise ValueError("A roster covers one period; make another for the days after it.")
        if any(self.broken(shift) for shift in self.shifts):
            raise ValueError("No shift breaks the rules by itself.")

    def broken(self, shift: Shift) -> tuple[Breach, ...]:
        return breaches_of_duty(shift.duty, rules=self.policy.rules)

    def weight_of(self, shift: Shift) -> int:
        return self.policy.weights[shift.priority - 1]

    @cached_property
    def histories(self) -> tuple[tuple[Span, ...], ...]:
        """What each person has worked, in the order of the people."""
        return tuple(merged(self.worked.get(person.person_id, ())) for person in self.people)

"""Groups people by the requirements they meet, so that a rule is judged once for all who are alike in it."""

from collections.abc import Sequence

import numpy as np

from standby.domain.eligibility import Profile, Requirement
from standby.planning.model.eligibility import requirements_met
from standby.planning.model.instance import Flags, Ints
from standby.planning.operation import Person


def profile_numbers(people: Sequence[Person], may: Flags) -> tuple[Ints, tuple[Profile, ...]]:
    """The number of each person's profile, -1 for those who may not be called, and the profiles."""
    by_identity: dict[tuple[int, int, int], int] = {}
    by_value: dict[Profile, int] = {}
    numbers = np.full(len(people), -1, np.int64)
    for position in np.flatnonzero(may).tolist():
        offer = people[position].offer
        identity = id(offer.roles), id(offer.tags), id(offer.languages)
        if identity not in by_identity:
            by_identity[identity] = by_value.setdefault(Profile.of(offer), len(by_value))
        numbers[position] = by_identity[identity]
    return numbers, tuple(by_value)


def skill_numbers(
    profiles: Sequence[Profile], requirements: dict[Requirement, int], *, weight: Ints
) -> tuple[Ints, list[tuple[int, ...]]]:
    """The skill of each profile, and the requirements that each skill meets; the least wanted skill comes first.

    `weight` says by requirement how much is wanted of it.
    """
    met = requirements_met(profiles, requirements)
    order = sorted(set(met), key=lambda numbers: (sum(weight[list(numbers)].tolist()), numbers))
    number = {numbers: skill for skill, numbers in enumerate(order)}
    return np.array([number[numbers] for numbers in met], np.int64), order


def met_by(met: Sequence[tuple[int, ...]], *, requirements: int) -> Flags:
    """By skill and requirement."""
    meets = np.zeros((len(met), requirements), np.bool_)
    for number, numbers in enumerate(met):
        meets[number, list(numbers)] = True
    return meets


def needs_of_skills(meets: Flags, *, requirement: Ints, first: Ints) -> tuple[Ints, Ints]:
    """The needs that each skill could take, in the order of their first days."""
    by_first = np.argsort(first, kind="stable").astype(np.int64)
    needs = [by_first[row] for row in meets[:, requirement[by_first]]]
    ptr = np.zeros(len(meets) + 1, np.int64)
    np.cumsum([len(part) for part in needs], out=ptr[1:])
    return ptr, np.concatenate([*needs, np.zeros(0, np.int64)])

"""People who go alone, grouped by the scarce needs they suit: the linear programme need not tell them apart."""

from dataclasses import dataclass

import numpy as np

from standby.planning.kernels.skipping import skip_needs
from standby.planning.kernels.supply import MODULUS, signatures
from standby.planning.model.instance import Flags, Instance, Ints
from standby.planning.model.lists import grouped


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """`member_ptr` and `member` list the people of each class; the first of a class stands for all of them.

    `season_of_need` parts the needs into seasons that do not touch, rest and travel included; a class is of one season,
    and a person of a class in each.
    """

    member_ptr: Ints
    member: Ints
    season: Ints
    season_of_need: Ints

    @property
    def first_member(self) -> Ints:
        return self.member[self.member_ptr[:-1]]

    @property
    def size(self) -> Ints:
        return np.diff(self.member_ptr)


def scarce_classes(instance: Instance, is_core: Flags) -> Classes:
    """Classes of the single people who suit at least one scarce need; those of a class bring or take as many seats,
    from one home, and travel as long.
    """
    salts = np.random.default_rng(7).integers(1, MODULUS, (2, max(1, len(instance.needs))), np.int64)
    season_of_need = _seasons(instance, is_core)
    person, sums = signatures(instance, skip_needs(instance, is_core), season_of_need, salts)
    alone = instance.people["alone"][person] == 1
    person, sums = person[alone], sums[alone]
    keys = np.column_stack([sums, _homes_that_matter(instance)[person], instance.people["effect"][person]])
    _, first, number = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    member_ptr, position = grouped(number.reshape(-1), count=len(first))
    return Classes(member_ptr=member_ptr, member=person[position], season=sums[first, 2], season_of_need=season_of_need)


def _homes_that_matter(instance: Instance) -> Ints:
    """By person, the home; for those who need no seat and bring none, only how long the ways from it are."""
    _, way = np.unique(instance.ways, axis=0, return_inverse=True)
    home = instance.people["home"]
    return np.where(instance.people["effect"] != 0, home, -1 - way.reshape(-1)[home])


def _seasons(instance: Instance, is_core: Flags) -> Ints:
    """By need: a new season begins where no absence for an earlier scarce need reaches, rest included."""
    needs, season = instance.needs, np.zeros(len(instance.needs), np.int64)
    scarce = np.flatnonzero(is_core)
    if not len(scarce) or not len(instance.ways):
        return season
    way = instance.ways.max(axis=0)[needs["region"][scarce]]
    first, last = needs["first"][scarce] - way, needs["last"][scarce] + way + instance.rest_days
    order = np.argsort(first, kind="stable")
    reached = np.maximum.accumulate(last[order])
    begins = np.concatenate([[False], first[order][1:] > reached[:-1]])
    season[scarce[order]] = np.cumsum(begins)
    return season

"""The needs of an operation, and the rotations they form, as arrays."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from standby.planning.model.fixed import Fixed
from standby.planning.model.instance import Ints
from standby.planning.model.lists import flattened
from standby.planning.operation import Need, Operation, Region, SiteId


def is_open(need: Need, operation: Operation) -> bool:
    """A need that began before the day of planning takes nobody new (rule 5)."""
    return need.days.first >= operation.as_of


def heads_uncalled(needs: Sequence[Need], *, fixed: Fixed) -> Ints:
    """What is left of each headcount once those who are fixed are counted, of a closed need too."""
    return np.array([max(0, need.headcount - fixed.heads[need.need_id]) for need in needs], np.int64)


def region_of_needs(operation: Operation, needs: Sequence[Need], regions: Mapping[Region, int]) -> Ints:
    region_of = {site.site_id: regions[site.region] for site in operation.sites}
    return np.array([region_of[need.site_id] for need in needs], np.int64)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rotations:
    """The distinct (site, first day, last day) of needs, in the order of their first days."""

    of_need: Ints
    first: Ints
    last: Ints
    needs: tuple[Ints, Ints]


def rotations_of(needs: Sequence[Need]) -> Rotations:
    members: dict[tuple[int, int, SiteId], list[int]] = {}
    for index, need in enumerate(needs):
        key = need.days.first.toordinal(), need.days.last.toordinal(), need.site_id
        members.setdefault(key, []).append(index)
    keys = sorted(members)
    of_need = np.zeros(len(needs), np.int64)
    for number, key in enumerate(keys):
        of_need[members[key]] = number
    return Rotations(
        of_need=of_need,
        first=np.array([key[0] for key in keys], np.int64),
        last=np.array([key[1] for key in keys], np.int64),
        needs=flattened([members[key] for key in keys]),
    )

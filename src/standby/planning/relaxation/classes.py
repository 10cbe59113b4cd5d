"""People who go alone, grouped by the scarce needs they suit: the linear programme need not tell them apart."""

from dataclasses import dataclass

import numpy as np

from standby.planning.kernels.supply import MODULUS, signatures
from standby.planning.model.instance import Flags, Instance, Ints
from standby.planning.model.lists import grouped


@dataclass(frozen=True, slots=True, kw_only=True)
class Classes:
    """`member_ptr` and `member` list the people of each class; the first of a class stands for all of them."""

    member_ptr: Ints
    member: Ints

    @property
    def first_member(self) -> Ints:
        return self.member[self.member_ptr[:-1]]

    @property
    def size(self) -> Ints:
        return np.diff(self.member_ptr)


def scarce_classes(instance: Instance, is_core: Flags) -> Classes:
    """Classes of the single people who suit at least one scarce need; those of a class have the same ways to travel."""
    salts = np.random.default_rng(7).integers(1, MODULUS, (2, max(1, len(instance.needs))), np.int64)
    sums = signatures(instance, is_core, salts)
    _, way = np.unique(instance.ways, axis=0, return_inverse=True)
    scarce = np.flatnonzero((sums[:, 2] > 0) & (instance.people["alone"] == 1))
    keys = np.column_stack([sums[scarce, :2], way.reshape(-1)[instance.people["home"][scarce]]])
    _, first, number = np.unique(keys, axis=0, return_index=True, return_inverse=True)
    member_ptr, position = grouped(number.reshape(-1), count=len(first))
    return Classes(member_ptr=member_ptr, member=scarce[position])

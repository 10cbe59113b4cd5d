"""The scarcity core: a linear programme in which only scarce needs know who could take them.

A need with far more suited people than places is short of beds, of seats or of nothing, hardly ever of people.
Leaving out who could take it makes the programme hundreds of times smaller. What parties could do is added where the
prices say that it is worth doing. What the programme says is used for prices and as a target; nothing is published
that it alone asserts.
"""

from dataclasses import dataclass

import numpy as np

from standby.planning.kernels.columns import class_columns, clique_entries
from standby.planning.kernels.skipping import skip_needs
from standby.planning.model.instance import Flags, Instance, Ints, Reals
from standby.planning.relaxation.classes import Classes, scarce_classes
from standby.planning.relaxation.drafting import Draft
from standby.planning.relaxation.limits import add_limits
from standby.planning.relaxation.parties import PartyChoices, PartyColumns
from standby.planning.relaxation.program import Program


@dataclass(frozen=True, slots=True, kw_only=True)
class ClassColumns:
    """Columns (class, need): `ptr` by class, in the order of departure; `first` and `last` are days away."""

    classes: Classes
    ptr: Ints
    need: Ints
    first: Ints
    last: Ints

    @property
    def group(self) -> Ints:
        """By column, the number of its class."""
        return np.repeat(np.arange(len(self.ptr) - 1), np.diff(self.ptr))


@dataclass(frozen=True, slots=True, kw_only=True)
class Core:
    """The programme. Its first columns are the heads of the needs, its first rows say who takes them.

    `limits` are the rows of limits that could bind; they stand from `first_limit` on. Columns of classes stand from
    `first_class` on, those of parties from `first_party`; what keeps a party from being in two places stands in the
    rows from `first_clique` on, one a party and day.
    """

    program: Program
    limits: Ints
    first_limit: int
    classes: ClassColumns
    parties: PartyColumns
    first_class: int
    first_party: int
    first_clique: int
    clique_party: Ints
    clique_day: Ints


def scarce_needs(instance: Instance, supply: Ints, *, times: float) -> Flags:
    """The needs that fewer than `times` as many people could take as are wanted."""
    return np.asarray((supply < times * instance.heads_left) & (instance.heads_left > 0))


def class_columns_of(instance: Instance, is_core: Flags) -> ClassColumns:
    classes = scarce_classes(instance, is_core)
    ptr, need = class_columns(
        instance, skip_needs(instance, is_core), classes.season_of_need, classes.season, classes.first_member
    )
    person = classes.first_member[np.repeat(np.arange(len(ptr) - 1), np.diff(ptr))]
    way = instance.ways[instance.people["home"][person], instance.needs["region"][need]]
    first, last = instance.needs["first"][need] - way, instance.needs["last"][need] + way
    return ClassColumns(classes=classes, ptr=ptr, need=need, first=first, last=last)


def core_of(
    instance: Instance, is_core: Flags, *, classes: ClassColumns, choices: PartyChoices, parties: PartyColumns
) -> Core:
    draft, needs = Draft(), instance.needs
    # One more than there are people, so that no price comes of a headcount that nobody could fill.
    heads = np.minimum(instance.heads_left, len(instance.people) + 1).astype(np.float64)
    draft.add_columns(gain=needs["weight"].astype(np.float64), upper=heads)
    draft.add_rows(limit=np.zeros(len(heads)), is_equal=is_core)
    scarce = np.flatnonzero(is_core)
    draft.add_entries(row=scarce, column=scarce, entry=np.ones(len(scarce)))
    limits, first_limit = add_limits(draft, instance)
    first_class = _add_classes(draft, instance, classes)
    first_party = _add_seats(draft, is_core, parties)
    day, party, first_clique = _add_cliques(
        draft, instance, first=choices.first[parties.choice], last=choices.last[parties.choice],
        ptr=parties.ptr, start=first_party, most=np.ones(len(choices.unit)),
    )  # fmt: skip
    return Core(
        program=draft.program(),
        limits=limits,
        first_limit=first_limit,
        classes=classes,
        parties=parties,
        first_class=first_class,
        first_party=first_party,
        first_clique=first_clique,
        clique_party=party,
        clique_day=day,
    )


def _add_classes(draft: Draft, instance: Instance, classes: ClassColumns) -> int:
    most = classes.classes.size.astype(np.float64)
    count = len(classes.need)
    start = draft.add_columns(gain=np.zeros(count), upper=most[classes.group])
    draft.add_entries(row=classes.need, column=start + np.arange(count), entry=np.full(count, -1.0))
    _add_cliques(draft, instance, first=classes.first, last=classes.last, ptr=classes.ptr, start=start, most=most)
    return start


def _add_seats(draft: Draft, is_core: Flags, parties: PartyColumns) -> int:
    """A party takes places in needs that are not scarce too: those must then be filled at least so far."""
    need, count = parties.need, len(parties.choice)
    column = np.repeat(np.arange(count), np.diff(parties.need_ptr))
    start = draft.add_columns(gain=np.zeros(count), upper=np.ones(count))
    joint = np.unique(need[~is_core[need]])
    draft.add_entries(row=joint, column=joint, entry=np.full(len(joint), -1.0))
    draft.add_entries(row=need, column=start + column, entry=np.where(is_core[need], -1.0, 1.0))
    return start


def _add_cliques(
    draft: Draft, instance: Instance, *, first: Ints, last: Ints, ptr: Ints, start: int, most: Reals
) -> tuple[Ints, Ints, int]:
    """By row its day and its group, and the number of the first."""
    row, column, group = clique_entries(first, last, ptr, instance.rest_days)
    day = np.zeros(len(group), np.int64)
    np.maximum.at(day, row, first[column])
    begin = draft.add_rows(limit=most[group])
    draft.add_entries(row=begin + row, column=start + column, entry=np.ones(len(row)))
    return day, group, begin

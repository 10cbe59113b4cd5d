"""The whole problem as one integer programme, as a modeller would write it.

Single people who are alike are one integer a need; a party has a column a rotation, and seats its members by skill.
Heads, beds, reception, seats, rest and the togetherness of parties are rows. Limits on days in all are left out: the
generated operations have none.
"""

from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

from standby.planning.kernels.columns import clique_entries
from standby.planning.kernels.lists import members_of, needs_of_rotation
from standby.planning.kernels.party import rotations_within, suits_party
from standby.planning.kernels.rules import is_suited
from standby.planning.kernels.singles import needs_within
from standby.planning.model.instance import NO_LIMIT, Instance, Ints


@dataclass(slots=True)
class Compact:
    """Maximise gain · x in whole numbers, 0 ≤ x ≤ upper, rows between `low` and `limit`; entries one by one.

    `need` by column is the need it fills, or -1 (a party's yes); `group` who fills it, a place in `groups`, or -1. The
    first `singles` groups are classes of single people, the others members of one party who are alike.
    """

    gain: list[int] = field(default_factory=list)
    upper: list[int] = field(default_factory=list)
    need: list[int] = field(default_factory=list)
    group: list[int] = field(default_factory=list)
    low: list[int] = field(default_factory=list)
    limit: list[int] = field(default_factory=list)
    entries: list[tuple[int, int, int]] = field(default_factory=list)
    groups: list[list[int]] = field(default_factory=list)
    singles: int = 0

    def column(self, *, gain: int, upper: int, need: int = -1, group: int = -1) -> int:
        self.gain.append(gain)
        self.upper.append(upper)
        self.need.append(need)
        self.group.append(group)
        return len(self.gain) - 1

    def row(self, *, limit: int, is_equal: bool = False) -> int:
        self.limit.append(limit)
        self.low.append(limit if is_equal else -NO_LIMIT)
        return len(self.limit) - 1

    def arrays(self) -> dict[str, npt.NDArray[np.int64]]:
        row, column, entry = np.array(self.entries, np.int64).reshape(-1, 3).T
        plain = {name: np.array(getattr(self, name), np.int64) for name in ("gain", "upper", "need", "low", "limit")}
        return plain | {"row": row, "column": column, "entry": entry}


def compact_of(instance: Instance) -> Compact:
    """Rows of limits first, numbered as in the instance."""
    made = Compact()
    for left in instance.left.tolist():
        made.row(limit=max(0, min(left, NO_LIMIT)))
    _add_singles(made, instance)
    for unit in range(len(instance.units)):
        members = members_of(instance, unit)
        if members.size > 1 and instance.people["skill"][members[0]] >= 0:
            _add_party(made, instance, members)
    return made


def _add_singles(made: Compact, instance: Instance) -> None:
    people = instance.people
    alike: dict[tuple[object, ...], list[int]] = {}
    for person in np.flatnonzero((people["alone"] == 1) & (people["skill"] >= 0)).tolist():
        one = people[person]
        windows = instance.windows[one["window_low"] : one["window_high"]].tobytes()
        key = (one["skill"], one["home"], one["effect"], one["lodged"], one["max_stay"], windows)
        alike.setdefault(key, []).append(person)
    made.groups, made.singles = list(alike.values()), len(alike)
    for group, members in enumerate(made.groups):
        needs = [n for n in needs_within(instance, members[0]).tolist() if is_suited(instance, members[0], n)]
        columns = [
            made.column(gain=int(instance.needs["weight"][n]), upper=len(members), need=n, group=group) for n in needs
        ]
        for column, need in zip(columns, needs, strict=True):
            _charge(made, instance, column, members[0], need)
        _add_rest(made, instance, np.array(needs, np.int64), members[0], columns, most=len(members))


def _charge(made: Compact, instance: Instance, column: int, person: int, need: int) -> None:
    """What calling one such person uses of every limit."""
    record, someone = instance.needs[need], instance.people[person]
    rows = [need, int(record["reception"])]
    if someone["lodged"]:
        rows += range(record["bed_low"], record["bed_high"])
    made.entries.extend((row, column, 1) for row in rows)
    seat = int(instance.seat_rows[someone["home"], record["departure"]])
    if seat >= 0 and someone["effect"]:
        made.entries.append((seat, column, -int(someone["effect"])))


def _add_rest(made: Compact, instance: Instance, needs: Ints, person: int, columns: list[int], *, most: int) -> None:
    way = instance.ways[instance.people["home"][person], instance.needs["region"][needs]]
    first, last = instance.needs["first"][needs] - way, instance.needs["last"][needs] + way
    order = np.argsort(first, kind="stable")
    ptr = np.array([0, len(needs)], np.int64)
    row, column, group = clique_entries(first[order], last[order], ptr, instance.rest_days)
    begin = len(made.limit)
    for _ in group:
        made.row(limit=most)
    made.entries.extend((begin + r, columns[order[c]], 1) for r, c in zip(row.tolist(), column.tolist(), strict=True))


def _add_party(made: Compact, instance: Instance, members: Ints) -> None:
    low, high = rotations_within(instance, members[0])
    kinds = _kinds(made, instance, members)
    together, needs = [], []
    for rotation in range(low, high):
        if suits_party(instance, members, rotation):
            together.append(made.column(gain=0, upper=1))
            needs.append(int(needs_of_rotation(instance, rotation)[0]))
            _seat(made, instance, kinds, rotation, together[-1])
    _add_rest(made, instance, np.array(needs, np.int64), int(members[0]), together, most=1)


def _kinds(made: Compact, instance: Instance, members: Ints) -> range:
    """The groups of those of a party who are alike."""
    people, alike = instance.people, dict[tuple[int, ...], list[int]]()
    for member in members.tolist():
        one = people[member]
        key = int(one["skill"]), int(one["home"]), int(one["effect"]), int(one["lodged"])
        alike.setdefault(key, []).append(member)
    before = len(made.groups)
    made.groups.extend(alike.values())
    return range(before, len(made.groups))


def _seat(made: Compact, instance: Instance, kinds: range, rotation: int, together: int) -> None:
    """Members who are alike share columns; all of them find a need there, or the party does not go."""
    for group in kinds:
        person, count = made.groups[group][0], len(made.groups[group])
        row = made.row(limit=0, is_equal=True)
        made.entries.append((row, together, -count))
        for need in needs_of_rotation(instance, rotation).tolist():
            if instance.meets[instance.people["skill"][person], instance.needs["requirement"][need]]:
                gain = int(instance.needs["weight"][need])
                column = made.column(gain=gain, upper=count, need=need, group=group)
                made.entries.append((row, column, 1))
                _charge(made, instance, column, person, need)

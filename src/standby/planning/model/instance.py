"""The operation as arrays of whole numbers: what the compiled kernels work on.

People, needs and so on are counted from 0 in the order of their ids, days are ordinals of the calendar. There are
few arrays, because a compiled call is handed each of them: one of records a kind of thing, and one, `lists`, that
holds all lists one after the other, from a record's `…_low` up to its `…_high`. All limits stand in one array too,
each in a row of its own: first the heads of every need, then beds, reception and seats. No limit is a very large
one.
"""

from collections.abc import Mapping
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Reals = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]
Records = npt.NDArray[np.void]

NO_LIMIT = 1 << 40


class Instance(NamedTuple):
    """
    `people`: skill (-1: may not be called), home, effect on the seats of the day they leave (free seats of a
    driver, -1 for a passenger, 0 for travel of one's own), lodged, max_stay, max_total, window_low, window_high,
    unit, alone.
    `windows`: first, last; what is left of them after rest.
    `needs`: first, last, requirement, region, departure (a column of `seat_rows`), bed_low, bed_high and reception
    (rows of `left`), weight, rotation, candidate_low, candidate_high (skills that meet the requirement, the least
    wanted first).
    `skills`: need_low, need_high (in the order of their first days), crowd_low, crowd_alone, crowd_high (in `crowd`:
    those who go alone, then members of parties).
    `crowd`: those who may be called, by skill, as far as dates go and so small that many are looked at in one go:
    person, home, first and last (of all their windows), windows (how many), stay.
    `units`: low, high (members in the order of their ids).
    `rotations`: the distinct (site, first day, last day) of needs by first day: first, last, region, low, high
    (their needs).
    `meets`: by skill and requirement. `ways`: days of travel by home and region. `seat_rows`: rows of `left` by
    home and departure, -1 where seats are not counted. `left`: what is left of each limit once those who are fixed
    are counted, of a need that takes nobody new nothing.
    """

    people: Records
    windows: Records
    needs: Records
    skills: Records
    crowd: Records
    units: Records
    rotations: Records
    lists: Ints
    meets: Flags
    ways: Ints
    seat_rows: Ints
    left: Ints
    rest_days: int

    @property
    def heads_left(self) -> Ints:
        return self.left[: len(self.needs)]


def records(columns: Mapping[str, Ints]) -> Records:
    """Columns of equal length as records.

    >>> records({"first": np.array([1, 2]), "last": np.array([3, 4])})[1]["last"].item()
    4
    """
    length = max((len(column) for column in columns.values()), default=0)
    made = np.zeros(length, np.dtype([(name, np.int64) for name in columns], align=True))
    for name, column in columns.items():
        made[name] = column
    return made

"""Where records stand: on which list, in which row."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from standby.identity import RecordId


class RowPlace(NamedTuple):
    """`row` counts records from 1, the header not counted (FORMATS.md). In order by list, then row."""

    list_name: str
    row: int


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class RowPlaces:
    """All rows of all lists, in order of lists and rows; a record's id counts them from 1."""

    names: tuple[str, ...]
    list_of: NDArray[np.int32]
    rows: NDArray[np.int32]

    def __len__(self) -> int:
        return len(self.rows)

    def place(self, number: int) -> RowPlace:
        return RowPlace(list_name=self.names[int(self.list_of[number])], row=int(self.rows[number]))

    def id_of(self, place: RowPlace) -> RecordId | None:
        """None for a row that is not there."""
        if place.list_name not in self.names:
            return None
        number = self.names.index(place.list_name)
        first, last = np.searchsorted(self.list_of, [number, number + 1]).tolist()
        found = first + int(np.searchsorted(self.rows[first:last], place.row))
        return self.ids[found] if found < last and self.rows[found] == place.row else None

    @property
    def ids(self) -> Sequence[RecordId]:
        return _Ids(len(self))

    @property
    def counts(self) -> dict[str, int]:
        return dict(zip(self.names, np.bincount(self.list_of, minlength=len(self.names)).tolist(), strict=True))


class _Ids(Sequence[RecordId]):
    """Ids that sort as the places do, whatever characters the lists' names have."""

    def __init__(self, size: int) -> None:
        self._size = size

    def __len__(self) -> int:
        return self._size

    def __getitem__(self, place: int) -> RecordId:  # type: ignore[override]  # never sliced
        if not 0 <= place < self._size:
            raise IndexError(place)
        return RecordId(f"{place + 1:09}")

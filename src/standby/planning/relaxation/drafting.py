"""Collects rows and columns of a linear programme block by block."""

from dataclasses import dataclass, field

import numpy as np

from standby.planning.model.instance import Flags, Ints, Reals
from standby.planning.relaxation.program import Program


@dataclass(slots=True, kw_only=True)
class Draft:
    """Blocks are added in turn; each is told where it stands, so that it can be found again."""

    gain: list[Reals] = field(default_factory=list)
    upper: list[Reals] = field(default_factory=list)
    limit: list[Reals] = field(default_factory=list)
    is_equal: list[Flags] = field(default_factory=list)
    entries: list[tuple[Ints, Ints, Reals]] = field(default_factory=list)
    columns: int = 0
    rows: int = 0

    def add_columns(self, *, gain: Reals, upper: Reals) -> int:
        """The number of the first of them."""
        self.gain.append(gain)
        self.upper.append(upper)
        self.columns += len(gain)
        return self.columns - len(gain)

    def add_rows(self, *, limit: Reals, is_equal: Flags | None = None) -> int:
        """The number of the first of them."""
        self.limit.append(limit)
        self.is_equal.append(np.zeros(len(limit), np.bool_) if is_equal is None else is_equal)
        self.rows += len(limit)
        return self.rows - len(limit)

    def add_entries(self, *, row: Ints, column: Ints, entry: Reals) -> None:
        self.entries.append((row, column, entry))

    def program(self) -> Program:
        nothing = np.zeros(0)
        rows, columns, values = zip(*self.entries, strict=True) if self.entries else ([], [], [])
        return Program(
            gain=np.concatenate([nothing, *self.gain]),
            upper=np.concatenate([nothing, *self.upper]),
            limit=np.concatenate([nothing, *self.limit]),
            is_equal=np.concatenate([np.zeros(0, np.bool_), *self.is_equal]),
            row=np.concatenate([np.zeros(0, np.int64), *rows]),
            column=np.concatenate([np.zeros(0, np.int64), *columns]),
            entry=np.concatenate([nothing, *values]),
        )

"""Records as they stand in a file or sheet, before the header among them has been found."""

from dataclasses import dataclass

from standby.exchange.limits import Limits
from standby.exchange.problems import Problem, refusal
from standby.exchange.tables import Note


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """The cells of one line or sheet row; `line` is where it begins, from 1."""

    line: int
    cells: tuple[str, ...]

    @property
    def is_empty(self) -> bool:
        return not any(self.cells)

    @property
    def filled(self) -> int:
        return sum(1 for cell in self.cells if cell)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """All records of one file or sheet. `cut`: it ends in the middle of its last record."""

    records: tuple[Record, ...]
    sheet: str = ""
    is_cut: bool = False
    notes: tuple[Note, ...] = ()


class Measure:
    """Counts what has been read of a file and refuses it at the first record past a limit."""

    def __init__(self, *, limits: Limits, file: str) -> None:
        self._limits, self._file = limits, file
        self._rows = self._cells = 0

    def add(self, record: Record) -> None:
        limits = self._limits
        self._rows += 1
        self._cells += len(record.cells)
        if self._rows > limits.rows + 100:  # title lines and the header are no rows
            raise refusal(Problem.TOO_MANY_ROWS, file=self._file, line=record.line, limit=limits.rows)
        if len(record.cells) > limits.columns:
            raise refusal(Problem.TOO_MANY_COLUMNS, file=self._file, line=record.line, limit=limits.columns)
        if self._cells > limits.cells:
            raise refusal(Problem.TOO_MANY_CELLS, file=self._file, line=record.line, limit=limits.cells)
        longest = max(map(len, record.cells), default=0)
        if longest > limits.cell:
            raise refusal(Problem.CELL_TOO_LONG, file=self._file, line=record.line, limit=limits.cell)

"""How much of a stranger's file is read before it is refused."""

from dataclasses import dataclass

_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """The largest list that is read; anything past one of these is refused, never cut short.

    `unpacked` and `ratio` guard against a small workbook that unpacks into gigabytes. `cell` is what a spreadsheet
    itself allows in one cell.
    """

    size: int = 50 * _MEGABYTE
    unpacked: int = 300 * _MEGABYTE
    ratio: int = 200
    parts: int = 2_000
    rows: int = 200_000
    columns: int = 300
    cells: int = 8_000_000
    cell: int = 32_767

    def __post_init__(self) -> None:
        if min(self.size, self.unpacked, self.ratio, self.parts, self.rows, self.columns, self.cells, self.cell) < 1:
            raise ValueError("A limit is at least 1.")


DEFAULT_LIMITS = Limits()

"""A list holds the same few cells over and over: what a cell was read as is remembered."""

from collections.abc import Callable
from typing import TypeVar

Value = TypeVar("Value")

# A column of addresses may have a million of them: those that come later are read each time.
_MOST = 200_000


class Remembered(dict[str, Value]):
    """`remembered[cell]` is `read(cell)`."""

    def __init__(self, read: Callable[[str], Value]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, cell: str) -> Value:
        found = self._read(cell)
        if len(self) < _MOST:
            self[cell] = found
        return found

"""Lists of lists as one flat array and the places where each part begins."""

from collections.abc import Iterable, Sequence
from itertools import chain

import numpy as np

from standby.planning.model.instance import Ints


def flattened(parts: Iterable[Sequence[int]]) -> tuple[Ints, Ints]:
    """
    >>> ptr, flat = flattened([[7], [], [8, 9]])
    >>> ptr.tolist(), flat.tolist()
    ([0, 1, 1, 3], [7, 8, 9])
    """
    kept = list(parts)
    ptr = np.zeros(len(kept) + 1, np.int64)
    np.cumsum(np.fromiter(map(len, kept), np.int64, len(kept)), out=ptr[1:])
    return ptr, np.fromiter(chain.from_iterable(kept), np.int64, ptr[-1])


def grouped(labels: Ints, *, count: int) -> tuple[Ints, Ints]:
    """Positions by label, in order; negative labels are left out.

    >>> ptr, flat = grouped(np.array([1, 0, -1, 1]), count=2)
    >>> ptr.tolist(), flat.tolist()
    ([0, 1, 3], [1, 0, 3])
    """
    order = np.argsort(labels, kind="stable").astype(np.int64)
    flat = order[int((labels < 0).sum()) :]
    ptr = np.zeros(count + 1, np.int64)
    np.cumsum(np.bincount(labels[labels >= 0], minlength=count), out=ptr[1:])
    return ptr, flat


class Shelf:
    """All lists of an instance, one behind the other."""

    def __init__(self) -> None:
        self._parts: list[Ints] = []
        self._length = 0

    def put(self, name: str, lists: tuple[Ints, Ints]) -> dict[str, Ints]:
        """Where each list now begins and ends, as columns `<name>low` and `<name>high`."""
        ptr, flat = lists
        columns = {f"{name}low": ptr[:-1] + self._length, f"{name}high": ptr[1:] + self._length}
        self._parts.append(flat)
        self._length += len(flat)
        return columns

    def contents(self) -> Ints:
        return np.concatenate([np.zeros(0, np.int64), *self._parts])

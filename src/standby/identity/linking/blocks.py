"""The records that share a key, kind of key by kind of key."""

from dataclasses import dataclass
from typing import Self

import numba
import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.block_keys import BlockKind, Keys


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Blocks:
    """The records of each key that two or more share, one after the other, in order; block n has `sizes[n]` of them."""

    kind: BlockKind
    records: NDArray[np.int32]
    sizes: NDArray[np.int64]

    @classmethod
    def of(cls, keys: Keys, size: int) -> Self:
        """Key and record in one number of 64 bits: what the key loses by it hardly ever joins two blocks."""
        bits = np.uint64(max(size, 1).bit_length())
        together = (keys.keys >> bits << bits) | keys.records.astype(np.uint64)
        together.sort()
        records, sizes = np.empty(len(together), np.int32), np.empty(len(together) // 2, np.int64)
        entries, blocks = blocks_of(together, bits, records, sizes)
        return cls(kind=keys.kind, records=records[:entries].copy(), sizes=sizes[:blocks].copy())

    def proposals(self, largest: int) -> int:
        sizes = self.sizes[self.sizes <= largest]
        return int((sizes * (sizes - 1) // 2).sum())


@numba.njit(cache=True, nogil=True)
def blocks_of(
    together: NDArray[np.uint64], bits: np.uint64, records: NDArray[np.int32], sizes: NDArray[np.int64]
) -> tuple[int, int]:
    """Writes the records of each key that several have, each once, and how many they are; tells how many were written.

    `together`: in order, the key in the upper bits and the record in the lower ones.
    """
    below = (np.uint64(1) << bits) - np.uint64(1)
    entries, blocks, begin = 0, 0, 0
    for place in range(len(together)):
        is_new = place == 0 or together[place] >> bits != together[place - 1] >> bits
        if is_new:
            entries, blocks = _closed(begin, entries, blocks, sizes)
            begin = entries
        if is_new or together[place] != together[place - 1]:
            records[entries] = together[place] & below
            entries += 1
    return _closed(begin, entries, blocks, sizes)


@numba.njit(cache=True, nogil=True)
def _closed(begin: int, entries: int, blocks: int, sizes: NDArray[np.int64]) -> tuple[int, int]:
    """A block of one record is taken back."""
    if entries - begin < 2:
        return begin, blocks
    sizes[blocks] = entries - begin
    return entries, blocks + 1

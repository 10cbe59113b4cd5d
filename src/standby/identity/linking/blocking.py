"""Which pairs are worth a look: those that share a key. Everything else is never compared.

A key is made so that a record has few neighbours by it and a slip of the pen does not change all of a record's keys:
the name with one letter left out, its consonants with one left out, a phone, an e-mail, a birth date with a name.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.crowd import Crowd
from standby.identity.linking.record_keys import BlockKind, Keys, keys_of

Rows = NDArray[np.int64]
_Whole = TypeVar("_Whole", np.int64, np.uint64)

# What thousands share on a long list; each of the others has a key of its own besides.
_BY_NAME = frozenset({BlockKind.NAME, BlockKind.CONSONANTS, BlockKind.NAME_START, BlockKind.BIRTH, BlockKind.HOME,
                      BlockKind.FATHER})  # fmt: skip
_SMALLEST = 10

# Two records of one name share about so many keys, so a pair is proposed so often.
_KEYS_IN_COMMON = 8

# So few proposals are no burden, however short the list.
_FEW = 5_000_000
_CIRCUMSTANCES = frozenset({BlockKind.BIRTH, BlockKind.HOME})


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Blocked:
    """Pairs of places in the list of records, in order; and how many blocks of which kind were too large.

    `typical` tells for each pair whether it was found by who the two are or how they are reached. Pairs that only
    share a day or a town are strangers far too often for the model to be fitted to them; it judges them all the same.
    """

    ones: Rows
    others: Rows
    typical: NDArray[np.bool_]
    skipped: dict[BlockKind, int]

    def __len__(self) -> int:
        return len(self.ones)

    def rows_of(self, ones: Sequence[int] | Rows, others: Sequence[int] | Rows, size: int) -> Rows:
        """Where these pairs stand, each with its smaller place first; below nought for those that are not there."""
        wanted = np.asarray(ones, np.int64) * size + np.asarray(others, np.int64)
        pairs = self.ones * size + self.others
        rows = np.minimum(np.searchsorted(pairs, wanted), max(len(pairs) - 1, 0))
        if not len(pairs):
            return np.full(len(wanted), -1, np.int64)
        return np.where(pairs[rows] == wanted, rows, -1)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Blocks:
    """The records of each key one after the other, in order; block n begins at `starts[n]`."""

    kind: BlockKind
    records: NDArray[np.int32]
    starts: Rows

    @classmethod
    def of(cls, keys: Keys, size: int) -> "_Blocks":
        """Key and record in one number of 64 bits: what the key loses by it hardly ever joins two blocks."""
        bits = np.uint64(max(size, 1).bit_length())
        together = sorted_distinct((keys.keys >> bits << bits) | keys.records.astype(np.uint64))
        heads = together >> bits
        starts = np.flatnonzero(np.append(True, heads[1:] != heads[:-1])) if len(heads) else np.zeros(0, np.int64)
        records = (together & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int32)
        return cls(kind=keys.kind, records=records, starts=np.append(starts, len(records)))

    @property
    def sizes(self) -> Rows:
        return np.diff(self.starts)

    def pairs(self, size: int, *, largest: int) -> NDArray[np.int64]:
        """Every two records of every block up to the largest, as one number: the first times `size` plus the second."""
        sizes, found = self.sizes, [np.zeros(0, np.int64)]
        for count in np.unique(sizes[(sizes > 1) & (sizes <= largest)]).tolist():
            starts = self.starts[:-1][sizes == count]
            members = self.records[starts[:, None] + np.arange(count)].astype(np.int64)
            first, second = np.triu_indices(count, 1)
            found.append((members[:, first] * size + members[:, second]).ravel())
        return sorted_distinct(np.concatenate(found))


def sorted_distinct(numbers: NDArray[_Whole]) -> NDArray[_Whole]:
    """As `np.unique`, but sorts in place: that is several times faster on millions."""
    numbers.sort()
    return numbers[np.append(True, numbers[1:] != numbers[:-1])] if len(numbers) else numbers


def blocked(crowd: Crowd, *, largest: int, pairs_per_record: float) -> Blocked:
    """All pairs of all blocks up to the largest; where that would be too many, of the names only of smaller blocks."""
    blocks = [_Blocks.of(keys, len(crowd)) for keys in keys_of(crowd)]
    limit = largest
    enough = max(_FEW, _KEYS_IN_COMMON * pairs_per_record * len(crowd))
    while limit > _SMALLEST and _proposed(blocks, limit) > enough:
        limit //= 2
    while True:
        found = _joined(blocks, len(crowd), {kind: limit if kind in _BY_NAME else largest for kind in BlockKind})
        if len(found) <= pairs_per_record * len(crowd) or limit <= _SMALLEST:
            return found
        limit //= 2


def _proposed(blocks: list[_Blocks], largest: int) -> int:
    """How often names up to this size of block would propose a pair, the same pair counted anew for every key."""
    sizes = [block.sizes[block.sizes <= largest] for block in blocks if block.kind in _BY_NAME]
    return sum(int((size * (size - 1) // 2).sum()) for size in sizes)


def _joined(blocks: list[_Blocks], size: int, limits: dict[BlockKind, int]) -> Blocked:
    typical = _together([block for block in blocks if block.kind not in _CIRCUMSTANCES], size, limits)
    others = _together([block for block in blocks if block.kind in _CIRCUMSTANCES], size, limits)
    pairs = sorted_distinct(np.concatenate([typical, others]))
    skipped = {block.kind: int((block.sizes > limits[block.kind]).sum()) for block in blocks}
    return Blocked(
        ones=pairs // max(size, 1),
        others=pairs % max(size, 1),
        typical=np.isin(pairs, typical, assume_unique=True, kind="sort"),
        skipped={kind: count for kind, count in sorted(skipped.items()) if count},
    )


def _together(blocks: list[_Blocks], size: int, limits: dict[BlockKind, int]) -> NDArray[np.int64]:
    found = np.zeros(0, np.int64)
    for block in blocks:
        found = sorted_distinct(np.concatenate([found, block.pairs(size, largest=limits[block.kind])]))
    return found

"""Which pairs are worth a look: those that share keys. Everything else is never compared.

A key is made so that a record has few neighbours by it and a slip of the pen does not change all of a record's keys:
the name with one letter left out, its consonants with one left out, a phone, an e-mail, a birth date with a name. Where
keys bring more pairs together than can be looked at, those stay that share the rarest keys of most families.
"""

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.block_keys import BlockKind, Keys
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.proposals import Marks, gathered, marks_of, propose
from standby.identity.linking.ragged import starts_of
from standby.identity.linking.record_keys import keys_of

Rows = NDArray[np.int64]

# Keys of one family say one thing; no pair is worth more for sharing several of them.
_FAMILY = {
    BlockKind.PHONE: 0,
    BlockKind.EMAIL: 1,
    BlockKind.LICENCE: 2,
    BlockKind.NAME: 3,
    BlockKind.CONSONANTS: 3,
    BlockKind.NAME_START: 3,
    BlockKind.RARE_NAME: 3,
    BlockKind.NAME_AND_YEAR: 4,
    BlockKind.BIRTH: 4,
    BlockKind.NAME_AND_DAY: 4,
    BlockKind.NAME_AND_HOME: 5,
    BlockKind.HOME: 5,
    BlockKind.HOME_AND_BIRTH: 6,
    BlockKind.NAME_AND_FATHER: 7,
    BlockKind.FATHER: 7,
    BlockKind.OCCUPATION: 8,
}

# What thousands share on a long list; a contact or a whole name with one thing more is never shared by so many.
_BY_CONTACT = frozenset({BlockKind.PHONE, BlockKind.EMAIL, BlockKind.LICENCE, BlockKind.NAME_AND_YEAR,
                         BlockKind.NAME_AND_FATHER, BlockKind.NAME_AND_HOME})  # fmt: skip

# Pairs that only share a day or a town are strangers far too often for a model to be fitted to them.
_CIRCUMSTANCES = frozenset({BlockKind.BIRTH, BlockKind.NAME_AND_DAY, BlockKind.HOME, BlockKind.HOME_AND_BIRTH,
                            BlockKind.OCCUPATION, BlockKind.RARE_NAME})  # fmt: skip
_SMALLEST = 10

# Counting so many shared keys takes a second or two; a long list may take so many a record.
_FEW = 50_000_000
_KEYS_A_RECORD = 300

# A key that two records share alone weighs this over the root of two; no pair weighs more than all families together.
_WEIGHT = 1_000
_HEAVIEST = 8 * _WEIGHT
_SIDE_BY_SIDE = 2

# One key of one family that more than sixteen records share says too little by itself.
_LEAST = _WEIGHT // 4


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
    """The records of each key that two or more share, one after the other, in order; block n begins at `starts[n]`."""

    kind: BlockKind
    records: NDArray[np.int32]
    sizes: Rows

    @classmethod
    def of(cls, keys: Keys, size: int) -> "_Blocks":
        """Key and record in one number of 64 bits: what the key loses by it hardly ever joins two blocks."""
        bits = np.uint64(max(size, 1).bit_length())
        together = _sorted_distinct((keys.keys >> bits << bits) | keys.records.astype(np.uint64))
        heads = together >> bits
        starts = np.flatnonzero(np.append(True, heads[1:] != heads[:-1])) if len(heads) else np.zeros(0, np.int64)
        records = (together & ((np.uint64(1) << bits) - np.uint64(1))).astype(np.int32)
        sizes = np.diff(np.append(starts, len(records)))
        shared = sizes > 1
        return cls(kind=keys.kind, records=records[np.repeat(shared, sizes)], sizes=sizes[shared])

    def proposals(self, largest: int) -> int:
        sizes = self.sizes[self.sizes <= largest]
        return int((sizes * (sizes - 1) // 2).sum())


def _sorted_distinct(numbers: NDArray[np.uint64]) -> NDArray[np.uint64]:
    """As `np.unique`, but sorts in place: that is several times faster on millions."""
    numbers.sort()
    return numbers[np.append(True, numbers[1:] != numbers[:-1])] if len(numbers) else numbers


def blocked(crowd: Crowd, *, largest: int, pairs_per_record: float) -> Blocked:
    """Pairs of blocks up to the largest, those that share most; where names propose too many, of smaller ones only."""
    size = len(crowd)
    made = (
        _Blocks.of(keys, size) for keys in keys_of(crowd)
    )  # one kind after the other: the keys of all fill a memory
    blocks = sorted(made, key=lambda block: _FAMILY[block.kind])
    limit = largest
    enough = max(_FEW, _KEYS_A_RECORD * size)
    while limit > _SMALLEST and _proposed(blocks, limit) > enough:
        limit //= 2
    limits = {kind: largest if kind in _BY_CONTACT else limit for kind in BlockKind}
    skipped = {block.kind: int((block.sizes > limits[block.kind]).sum()) for block in blocks}
    ones, others, typical = _Shared.of(blocks, size, limits).pairs(int(pairs_per_record * size))
    return Blocked(
        ones=ones,
        others=others,
        typical=typical,
        skipped={kind: count for kind, count in sorted(skipped.items()) if count},
    )


def _proposed(blocks: list[_Blocks], largest: int) -> int:
    """How often names up to this size of block would propose a pair, the same pair counted anew for every key."""
    return sum(block.proposals(largest) for block in blocks if block.kind not in _BY_CONTACT)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Shared:
    """All blocks side by side, and for each record the blocks it is in."""

    size: int
    starts: Rows
    blocks: NDArray[np.int32]
    block_starts: Rows
    records: NDArray[np.int32]
    marks: Marks

    @classmethod
    def of(cls, blocks: list[_Blocks], size: int, limits: dict[BlockKind, int]) -> "_Shared":
        """`blocks`: in order of their families."""
        sizes = np.concatenate([block.sizes for block in blocks])
        counts = [len(block.sizes) for block in blocks]
        limit = np.repeat([limits[block.kind] for block in blocks], counts)
        records = np.concatenate([block.records for block in blocks])
        weights = np.where(sizes <= limit, _WEIGHT / np.sqrt(np.maximum(sizes, 1)), 0)
        starts = starts_of(np.bincount(records, minlength=size))
        return cls(
            size=size,
            starts=starts,
            blocks=gathered(records, sizes, starts),
            block_starts=starts_of(sizes),
            records=records,
            marks=marks_of(
                weights.astype(np.int32),
                np.repeat([_FAMILY[block.kind] for block in blocks], counts).astype(np.int32),
                np.repeat([block.kind not in _CIRCUMSTANCES for block in blocks], counts),
            ),
        )

    def pairs(self, most: int) -> tuple[Rows, Rows, NDArray[np.bool_]]:
        """At most so many, the weightiest; of equal weight all or none. In order, each with whether it is typical."""
        parts = self._parts()
        counts = [np.zeros(_HEAVIEST + 1, np.int64) for _ in parts]
        with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
            list(pool.map(lambda part, count: self._propose(part, _HEAVIEST + 1, count, 0), parts, counts))
            least = _least(np.sum(counts, axis=0), most)
            rooms = [int(count[least:].sum()) for count in counts]
            found = list(pool.map(lambda part, room: self._propose(part, least, counts[0], room), parts, rooms))
        ones, others, typical = (np.concatenate(column) for column in zip(*found, strict=True))
        return ones.astype(np.int64), others.astype(np.int64), typical

    def _parts(self) -> list[tuple[int, int]]:
        """Earlier records have more later ones: the work is halved where the blocks' entries say so."""
        middle = int(np.searchsorted(self.starts, self.starts[-1] * 0.3))
        return [(0, middle), (middle, self.size)]

    def _propose(
        self, part: tuple[int, int], least: int, counts: NDArray[np.int64], room: int
    ) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.bool_]]:
        ones, others, typical = np.empty(room, np.int32), np.empty(room, np.int32), np.empty(room, np.bool_)
        propose(
            *part, self.starts, self.blocks, self.block_starts, self.records, self.marks, least, counts,
            ones, others, typical,
        )  # fmt: skip
        return ones, others, typical


def _least(counts: NDArray[np.int64], most: int) -> int:
    """The smallest weight at which no more than so many pairs are left."""
    left = np.cumsum(counts[::-1])[::-1]
    return max(_LEAST, int(np.argmax(left <= most)) if (left <= most).any() else len(counts) - 1)

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

from standby.identity.linking.block_keys import BlockKind
from standby.identity.linking.blocks import Blocks
from standby.identity.linking.companions import LARGEST, Companions, marks_of
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.record_keys import makers_of
from standby.identity.linking.sharing import shared_most

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

# A key that two records share alone weighs this over the root of two.
_WEIGHT = 1_000
_SIDE_BY_SIDE = 2


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


def blocked(crowd: Crowd, *, largest: int, pairs_per_record: float) -> Blocked:
    """Pairs of blocks up to the largest, those that share most; where names propose too many, of smaller ones only."""
    size = len(crowd)
    largest = min(largest, LARGEST)
    blocks = sorted(_blocks(crowd), key=lambda block: _FAMILY[block.kind])
    limit = largest
    enough = max(_FEW, _KEYS_A_RECORD * size)
    while limit > _SMALLEST and _proposed(blocks, limit) > enough:
        limit //= 2
    limits = {kind: largest if kind in _BY_CONTACT else limit for kind in BlockKind}
    skipped = {block.kind: int((block.sizes > limits[block.kind]).sum()) for block in blocks}
    ones, others, typical = shared_most(_companions(blocks, size, limits), int(pairs_per_record * size))
    return Blocked(
        ones=ones,
        others=others,
        typical=typical,
        skipped={kind: count for kind, count in sorted(skipped.items()) if count},
    )


def _blocks(crowd: Crowd) -> list[Blocks]:
    """Two kinds at a time side by side: the keys of all would fill a memory."""
    with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        made = pool.map(lambda keys: [Blocks.of(of_kind, len(crowd)) for of_kind in keys()], makers_of(crowd))
        return [block for blocks in made for block in blocks]


def _proposed(blocks: list[Blocks], largest: int) -> int:
    """How often names up to this size of block would propose a pair, the same pair counted anew for every key."""
    return sum(block.proposals(largest) for block in blocks if block.kind not in _BY_CONTACT)


def _companions(blocks: list[Blocks], size: int, limits: dict[BlockKind, int]) -> Companions:
    """`blocks`: in order of their families."""
    sizes = np.concatenate([block.sizes for block in blocks])
    counts = [len(block.sizes) for block in blocks]
    limit = np.repeat([limits[block.kind] for block in blocks], counts)
    weights = np.where(sizes <= limit, _WEIGHT / np.sqrt(np.maximum(sizes, 1)), 0)
    marks = marks_of(
        weights.astype(np.int32),
        np.repeat([_FAMILY[block.kind] for block in blocks], counts).astype(np.int32),
        np.repeat([block.kind not in _CIRCUMSTANCES for block in blocks], counts),
    )
    return Companions.of(size, np.concatenate([block.records for block in blocks]), sizes, marks)

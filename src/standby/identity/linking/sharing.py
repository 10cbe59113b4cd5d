"""Of all pairs that share keys those that share most: as many as may be looked at."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.companions import Companions
from standby.identity.linking.proposals import propose

Rows = NDArray[np.int64]
Part = tuple[int, int]

# One key of one family that more than sixteen records share says too little by itself; no pair weighs more than all
# families together.
_LEAST = 250
_HEAVIEST = 8_000

_SIDE_BY_SIDE = 2
_PARTS = 16

# One record in so many is asked first about where the line may lie; it is drawn so much lower, for safety.
_SAMPLED = 32
_MARGIN = 10


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Proposed:
    """Pairs of a part of the records, as far as there was room, and how many there are of each weight."""

    ones: NDArray[np.int32]
    others: NDArray[np.int32]
    typical: NDArray[np.bool_]
    weights: NDArray[np.int16]
    counts: NDArray[np.int64]
    all_written: bool

    def of_weight(self, least: int) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.bool_]]:
        chosen = self.weights >= least
        return self.ones[chosen], self.others[chosen], self.typical[chosen]


def shared_most(companions: Companions, most: int) -> tuple[Rows, Rows, NDArray[np.bool_]]:
    """At most so many, the weightiest; of equal weight all or none. In order, each with whether it is typical.

    A sample tells about where the line lies; were it drawn too high by that, all would be added up once more.
    """
    sample = _proposed(companions, [0] * _PARTS, _LEAST, step=_SAMPLED)
    guess = _least(_together(sample) * _SAMPLED, most + most // _MARGIN)
    found = _proposed(companions, [2 * _SAMPLED * int(one.counts[guess:].sum()) for one in sample], guess)
    least = _least(_together(found), most)
    if least < guess or not all(one.all_written for one in found):
        found = _proposed(companions, [int(one.counts[least:].sum()) for one in found], least)
    ones, others, typical = (
        np.concatenate(column) for column in zip(*(one.of_weight(least) for one in found), strict=True)
    )
    return ones.astype(np.int64), others.astype(np.int64), typical


def _proposed(companions: Companions, rooms: list[int], least: int, *, step: int = 1) -> list[_Proposed]:
    """By parts of the records, for each of which there is so much room; every `step`th record is asked."""
    with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        parts = _parts(companions.starts)
        return list(pool.map(lambda part, room: _propose(companions, part, room, least, step), parts, rooms))


def _parts(starts: NDArray[np.int64]) -> list[Part]:
    """So many parts with about as many entries each."""
    borders = np.searchsorted(starts, np.linspace(0, starts[-1], _PARTS + 1)[1:-1]).tolist()
    size = len(starts) - 1
    return list(zip([0, *borders], [*borders, size], strict=True))


def _propose(companions: Companions, part: Part, room: int, least: int, step: int) -> _Proposed:
    ones, others = np.empty(room, np.int32), np.empty(room, np.int32)
    typical, weights, counts = np.empty(room, np.bool_), np.empty(room, np.int16), np.zeros(_HEAVIEST + 1, np.int64)
    many = propose(
        *part, step, companions.starts, companions.places, companions.told, companions.records, least, counts,
        ones, others, typical, weights,
    )  # fmt: skip
    return _Proposed(
        ones=ones[:many],
        others=others[:many],
        typical=typical[:many],
        weights=weights[:many],
        counts=counts,
        all_written=many <= room,
    )


def _together(found: list[_Proposed]) -> NDArray[np.int64]:
    return np.asarray(np.sum([one.counts for one in found], axis=0), np.int64)


def _least(counts: NDArray[np.int64], most: int) -> int:
    """The smallest weight at which no more than so many pairs are left."""
    left = np.cumsum(counts[::-1])[::-1]
    return max(_LEAST, int(np.argmax(left <= most)) if (left <= most).any() else len(counts) - 1)

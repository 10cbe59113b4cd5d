"""Which scored pairs become people: what was judged first, then what is sure, and nothing against evidence."""

from collections.abc import Callable
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.blocking import Blocked
from standby.identity.linking.classes import PairClass
from standby.identity.linking.comparing import compare_pairs
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.people import People, PlacePair, gather, hanging_together
from standby.identity.linking.scoring import Scores
from standby.identity.linking.settings import Settings
from standby.identity.linking.vetoes import excluded_by_degrees
from standby.identity.weights import weights

# Log odds at which a pair speaks against joining the groups it lies between, though nothing in it forbids it.
_SPEAKS_AGAINST = -4.0


def joined_people(
    crowd: Crowd, found: Blocked, scores: Scores, verdicts: dict[PlacePair, PairClass], settings: Settings
) -> People:
    """What was judged the same comes first, then what is sure enough, the surest first."""
    against = (scores.odds < _SPEAKS_AGAINST) | excluded_by_degrees(scores.kinds.table)[scores.kinds.of_pair]
    chances = scores.chances[:, 0]
    rows = np.flatnonzero(chances >= settings.join)
    rows = rows[np.argsort(-chances[rows], kind="stable")]
    sure = list(zip(found.ones[rows].tolist(), found.others[rows].tolist(), strict=True))
    judged = sorted(pair for pair, verdict in verdicts.items() if verdict is PairClass.SAME)
    pairs = [*judged, *(pair for pair in sure if pair not in verdicts)]
    opinions = _opinions(crowd, found, against, pairs)
    return gather(len(crowd), pairs, exclude=_excluder(opinions, verdicts))


def _excluder(opinions: set[PlacePair], verdicts: dict[PlacePair, PairClass]) -> Callable[[int, int], bool]:
    """A verdict first, then what the scores say, and for a pair that was never scored what the records say."""

    def exclude(one: int, other: int) -> bool:
        pair = (one, other) if one < other else (other, one)
        verdict = verdicts.get(pair)
        return pair in opinions if verdict is None else verdict is not PairClass.SAME

    return exclude


def _opinions(crowd: Crowd, found: Blocked, against: NDArray[np.bool_], pairs: list[PlacePair]) -> set[PlacePair]:
    """Of all two records that hang together by the pairs, however far apart, those that cannot be one person."""
    whole = hanging_together(len(crowd), pairs)
    rows = np.flatnonzero(against & (whole[found.ones] == whole[found.others]))
    opinions = set(zip(found.ones[rows].tolist(), found.others[rows].tolist(), strict=True))
    unscored = _unscored(found, whole, len(crowd))
    table = compare_pairs(crowd, unscored[:, 0], unscored[:, 1], weights())
    return opinions.union(map(tuple, unscored[excluded_by_degrees(table)].tolist()))


def _unscored(found: Blocked, whole: NDArray[np.int64], size: int) -> NDArray[np.int64]:
    """Pairs that no key brought together within what hangs together."""
    order = np.argsort(whole, kind="stable")
    starts = np.flatnonzero(np.append(True, whole[order][1:] != whole[order][:-1])) if size else np.zeros(0, np.int64)
    counts = np.diff(np.append(starts, size))
    together = [
        pair
        for start, count in zip(starts[counts > 2].tolist(), counts[counts > 2].tolist(), strict=True)
        for pair in combinations(order[start : start + count].tolist(), 2)
    ]
    pairs = np.array(together, np.int64).reshape(-1, 2)
    return pairs[found.rows_of(pairs[:, 0], pairs[:, 1], size) < 0]

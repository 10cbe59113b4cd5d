"""Which scored pairs become people: what was judged first, then what is sure, and nothing against evidence."""

from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Joined:
    """`weakest`, for each pair within one person: the log odds of the weakest link on the surest way between the two.

    Two registrations are one person's at least as surely as every link between them; nothing else may be concluded
    from their having been joined.
    """

    people: People
    weakest: NDArray[np.float64]


def joined_people(
    crowd: Crowd, found: Blocked, scores: Scores, verdicts: dict[PlacePair, PairClass], settings: Settings
) -> Joined:
    """What was judged the same comes first, then what is sure enough, the surest first."""
    against = (scores.odds < _SPEAKS_AGAINST) | excluded_by_degrees(scores.kinds.table)[scores.kinds.of_pair]
    chances = scores.chances[:, 0]
    rows = np.flatnonzero(chances >= settings.join)
    rows = rows[np.argsort(-chances[rows], kind="stable")]
    sure = list(zip(found.ones[rows].tolist(), found.others[rows].tolist(), strict=True))
    judged = sorted(pair for pair, verdict in verdicts.items() if verdict is PairClass.SAME)
    pairs = [*judged, *(pair for pair in sure if pair not in verdicts)]
    opinions = _opinions(crowd, found, against, pairs)
    people = gather(len(crowd), pairs, exclude=_excluder(opinions, verdicts))
    return Joined(people=people, weakest=_weakest_links(len(crowd), found, scores.odds, people, pairs))


def _weakest_links(
    size: int, found: Blocked, odds: NDArray[np.float64], people: People, pairs: list[PlacePair]
) -> NDArray[np.float64]:
    made = found.rows_of([one for one, _ in pairs], [other for _, other in pairs], size)
    strength = np.where(made >= 0, odds[made] if len(odds) else 0.0, np.inf).tolist()
    told = [
        (min(one, other), max(one, other), strength[number])
        for number, ours, theirs in people.merges
        for one in ours
        for other in theirs
    ]
    weakest = np.full(len(found), -np.inf)
    rows = found.rows_of([one for one, _, _ in told], [other for _, other, _ in told], size)
    weakest[rows[rows >= 0]] = np.array([link for _, _, link in told])[rows >= 0]
    return weakest


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

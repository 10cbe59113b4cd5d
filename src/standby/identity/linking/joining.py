"""Which scored pairs become people: what was judged first, then what is sure, and nothing against evidence."""

from itertools import combinations
from math import inf

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.blocking import Blocked
from standby.identity.linking.classes import PairClass
from standby.identity.linking.comparing import compare_pairs
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.model import Model
from standby.identity.linking.people import Joined, People, PlacePair, gather, hanging_together
from standby.identity.linking.scoring import Scores
from standby.identity.linking.settings import Settings
from standby.identity.linking.vetoes import Vetoes, vetoes
from standby.identity.weights import weights

# One pair, however sure or hopeless, counts for no more than this in log odds; two records that share no key speak
# against their being one person as much as a typical list says: four in five of a person's pairs share one, of a
# stranger's hardly any.
_MOST = 10.0
_NOTHING_IN_COMMON = -2.0

_SAID_BY_A_PERSON = 1e6

Opinions = dict[PlacePair, float]


def joined_people(
    crowd: Crowd,
    found: Blocked,
    scores: Scores,
    model: Model,
    verdicts: dict[PlacePair, PairClass],
    settings: Settings,
) -> Joined:
    """What was judged the same comes first, then what is sure enough, the surest first.

    Records that share no key are compared once they would be one person; where they exclude each other, all is joined
    anew without that, until nothing is left to compare.
    """
    same = scores.same
    pairs = _joinable(found, same, verdicts, settings)
    others = 2 * float(same.sum()) / max(len(crowd), 1)
    contradictions = vetoes(model, others_of_the_person=others)
    opinions = _opinions(len(crowd), found, scores, contradictions, pairs) | _said(verdicts)

    def opinion(one: int, other: int) -> float:
        return opinions.get((one, other) if one < other else (other, one), _NOTHING_IN_COMMON)

    while True:
        people = gather(len(crowd), pairs, opinion=opinion)
        unseen = _unseen(people, opinions)
        if not len(unseen):
            return Joined(people=people, weakest=_weakest_links(len(crowd), found, scores.odds, people, pairs))
        table = compare_pairs(crowd, unseen[:, 0], unseen[:, 1], weights())
        excluded = contradictions.excluded(table).tolist()
        for pair, is_excluded in zip(map(tuple, unseen.tolist()), excluded, strict=True):
            opinions[pair] = -inf if is_excluded else _NOTHING_IN_COMMON


def _joinable(
    found: Blocked, chances: NDArray[np.float64], verdicts: dict[PlacePair, PairClass], settings: Settings
) -> list[PlacePair]:
    rows = np.flatnonzero(chances >= settings.join)
    rows = rows[np.argsort(-chances[rows], kind="stable")]
    sure = list(zip(found.ones[rows].tolist(), found.others[rows].tolist(), strict=True))
    judged = sorted(pair for pair, verdict in verdicts.items() if verdict is PairClass.SAME)
    return [*judged, *(pair for pair in sure if pair not in verdicts)]


def _said(verdicts: dict[PlacePair, PairClass]) -> Opinions:
    return {pair: _SAID_BY_A_PERSON if verdict is PairClass.SAME else -inf for pair, verdict in verdicts.items()}


def _opinions(size: int, found: Blocked, scores: Scores, contradictions: Vetoes, pairs: list[PlacePair]) -> Opinions:
    """Of all two scored records that hang together by the pairs, however far apart."""
    whole = hanging_together(size, pairs)
    rows = np.flatnonzero(whole[found.ones] == whole[found.others])
    odds = np.clip(scores.odds[rows], -_MOST, _MOST)
    odds[contradictions.excluded(scores.kinds.table)[scores.kinds.of_pair[rows]]] = -inf
    return dict(
        zip(zip(found.ones[rows].tolist(), found.others[rows].tolist(), strict=True), odds.tolist(), strict=True)
    )


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


def _unseen(people: People, opinions: Opinions) -> NDArray[np.int64]:
    """Pairs within one person that nobody has an opinion on."""
    merged = {ours[0]: ours + theirs for _, ours, theirs in people.merges}
    whole = [places for first, places in merged.items() if people.person_of[first] == first]
    unseen = [pair for places in sorted(whole) for pair in combinations(sorted(places), 2) if pair not in opinions]
    return np.array(unseen, np.int64).reshape(-1, 2)

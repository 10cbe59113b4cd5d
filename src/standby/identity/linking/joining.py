"""Which scored pairs become people: what was judged first, then what is sure, and nothing against evidence."""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.attested import two_given_names
from standby.identity.linking.blocking import Blocked
from standby.identity.linking.classes import PairClass
from standby.identity.linking.comparing import compare_pairs
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.model import Model
from standby.identity.linking.own_evidence import may_be_two_at_home
from standby.identity.linking.people import Joined, Opinions, PlacePair, Places, gather
from standby.identity.linking.scoring import Scores
from standby.identity.linking.settings import Settings
from standby.identity.linking.sure_enough import surest
from standby.identity.linking.vetoes import Vetoes, vetoes
from standby.identity.weights import weights

# One pair, however sure or hopeless, counts for no more than this in log odds; two records that share no key speak
# against their being one person as much as a typical list says: four in five of a person's pairs share one, of a
# stranger's hardly any.
_MOST = 10.0
_NOTHING_IN_COMMON = -2.0

_SAID_BY_A_PERSON = 1e6

Verdicts = dict[PlacePair, PairClass]


def joined_people(
    crowd: Crowd, found: Blocked, scores: Scores, model: Model, verdicts: Verdicts, settings: Settings
) -> Joined:
    """What was judged the same comes first, then what is sure enough, the surest first; what only a household has in
    common joins nobody.

    Records that share no key are compared once they would be one person; where they exclude each other, all is joined
    anew without that, until nothing is left to compare.
    """
    same = scores.same
    others = 2 * float(same.sum()) / max(len(crowd), 1)
    contradictions = vetoes(model, others_of_the_person=others)
    judged = _Judged.of(verdicts, found, len(crowd))
    at_home = _perhaps_two_at_home(crowd, found, scores, contradictions, registrations_of_a_person=1 + others)
    opinions = _opinions(len(crowd), found, scores, contradictions, judged, at_home)
    barred = np.concatenate([at_home, judged.rows[judged.rows >= 0]])
    sure = surest(scores, same, model, barred=barred, settings=settings)
    rows = sure.rows
    first = np.concatenate([judged.ones[judged.same], found.ones[rows]])
    second = np.concatenate([judged.others[judged.same], found.others[rows]])
    while True:
        gathered = gather(first, second, opinions)
        unseen_ones, unseen_others = gathered.unseen(opinions)
        if not len(unseen_ones):
            strengths = np.concatenate([_strengths(judged, scores), scores.odds[rows]])
            weakest = gathered.weakest(strengths, opinions)
            return Joined(people=gathered.people, weakest=weakest, by_name=sure.by_name)
        excluded = contradictions.excluded(compare_pairs(crowd, unseen_ones, unseen_others, weights()))
        opinions = opinions.with_more(unseen_ones, unseen_others, np.where(excluded, -np.inf, _NOTHING_IN_COMMON))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Judged:
    """The pairs that people have judged, in order; `rows`: where among those found, below nought for nowhere."""

    ones: Places
    others: Places
    same: NDArray[np.bool_]
    rows: Places

    @classmethod
    def of(cls, verdicts: Verdicts, found: Blocked, size: int) -> Self:
        pairs = np.array(sorted(verdicts), np.int64).reshape(-1, 2)
        same = np.array([verdicts[pair] is PairClass.SAME for pair in sorted(verdicts)], np.bool_)
        ones, others = pairs[:, 0].copy(), pairs[:, 1].copy()
        return cls(ones=ones, others=others, same=same, rows=found.rows_of(ones, others, size))

    @property
    def odds(self) -> NDArray[np.float64]:
        return np.where(self.same, _SAID_BY_A_PERSON, -np.inf)


def _perhaps_two_at_home(
    crowd: Crowd, found: Blocked, scores: Scores, contradictions: Vetoes, *, registrations_of_a_person: float
) -> Places:
    """Of the rows with more for one person than against it those that two people at home may have as well."""
    rows = np.flatnonzero(scores.odds > 0)
    near = two_given_names(
        crowd, found.ones[rows], found.others[rows], registrations_of_a_person=registrations_of_a_person
    )
    kinds = scores.kinds.table[scores.kinds.of_pair[rows]]
    return rows[may_be_two_at_home(kinds, are_two_names=near, given_names_err=contradictions.given_names_err)]


def _opinions(
    size: int, found: Blocked, scores: Scores, contradictions: Vetoes, judged: _Judged, at_home: Places
) -> Opinions:
    """Of all scored pairs, and what people have said."""
    odds = np.clip(scores.odds, -_MOST, _MOST)
    odds[at_home] = 0.0
    odds[contradictions.excluded(scores.kinds.table)[scores.kinds.of_pair]] = -np.inf
    found_too = judged.rows >= 0
    odds[judged.rows[found_too]] = judged.odds[found_too]
    opinions = Opinions.of(size, found.ones, found.others, odds, unknown=_NOTHING_IN_COMMON)
    return opinions.with_more(judged.ones[~found_too], judged.others[~found_too], judged.odds[~found_too])


def _strengths(judged: _Judged, scores: Scores) -> NDArray[np.float64]:
    """Of what was judged the same: what the scores say, or any strength where no key brought the two together."""
    rows = judged.rows[judged.same]
    strengths = np.full(len(rows), np.inf)
    strengths[rows >= 0] = scores.odds[rows[rows >= 0]]
    return strengths

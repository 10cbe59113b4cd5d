from itertools import combinations
from math import inf

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.identity.linking.people import Gathered, Opinions, PlacePair, gather

_SIZE = 8
_UNKNOWN = -2.0

Odds = dict[PlacePair, float]


def opinions_of(size: int, found: Odds, more: Odds | None = None, unknown: float = _UNKNOWN) -> Opinions:
    def columns(odds: Odds) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
        pairs = np.array(sorted(odds), np.int64).reshape(-1, 2)
        return pairs[:, 0], pairs[:, 1].copy(), np.array([odds[pair] for pair in sorted(odds)], np.float64)

    ones, others, odds = columns(found)
    return Opinions.of(size, ones, others, odds, unknown=unknown).with_more(*columns(more or {}))


def gathered(pairs: list[PlacePair], opinions: Opinions) -> Gathered:
    columns = np.array(pairs, np.int64).reshape(-1, 2)
    return gather(columns[:, 0].copy(), columns[:, 1].copy(), opinions)


def plainly(pairs: list[PlacePair], odds: Odds) -> tuple[dict[int, list[int]], dict[PlacePair, int]]:
    """The oracle: the members of each person, and for each pair within one the number of the pair that joined it."""
    members = {place: [place] for place in range(_SIZE)}
    person_of = list(range(_SIZE))
    joined_by: dict[PlacePair, int] = {}
    for number, (one, other) in enumerate(pairs):
        first, second = sorted((person_of[one], person_of[other]))
        if first == second:
            continue
        within = [(min(pair), max(pair)) for pair in ((a, b) for a in members[first] for b in members[second])]
        if sum(odds.get(pair, _UNKNOWN) for pair in within) > 0:
            joined_by |= dict.fromkeys(within, number)
            members[first] += members.pop(second)
            for place in members[first]:
                person_of[place] = first
    return members, joined_by


_all_pairs = list(combinations(range(_SIZE), 2))
_pairs = st.lists(st.sampled_from(_all_pairs), unique=True)
# Sums of these are exact, in whatever order.
_odds = st.dictionaries(st.sampled_from(_all_pairs), st.sampled_from([-inf, -3.0, -1.0, 0.5, 2.0, 8.0]))


@given(_pairs, _odds, _odds)
def test_people_are_made_as_plain_lists_say(pairs: list[PlacePair], found: Odds, more: Odds) -> None:
    more = {pair: odds for pair, odds in more.items() if pair not in found}
    opinions = opinions_of(_SIZE, found, more)

    made = gathered(pairs, opinions)

    members, joined_by = plainly(pairs, found | more)
    assert {person: list(places) for person, places in made.people.members.items()} == {
        person: sorted(places) for person, places in members.items()
    }
    strengths = np.arange(len(pairs)) / 7
    assert made.weakest(strengths, opinions).tolist() == [
        strengths[joined_by[pair]] if pair in joined_by else -inf for pair in sorted(found)
    ]
    assert set(zip(*map(np.ndarray.tolist, made.unseen(opinions)), strict=True)) == {
        pair for pair in joined_by if pair not in found | more
    }


def test_the_surest_pair_wins() -> None:
    opinions = opinions_of(3, {(0, 1): 1.0, (1, 2): 1.0, (0, 2): -inf})

    assert gathered([(0, 1), (1, 2)], opinions).people.members == {0: (0, 1), 2: (2,)}


def test_two_of_one_person_are_one() -> None:
    people = gathered([(1, 2)], opinions_of(3, {(1, 2): 1.0})).people

    assert people.are_one(1, 2)
    assert not people.are_one(0, 1)


def test_nobody_has_hundreds_of_registrations() -> None:
    chain = [(place, place + 1) for place in range(200)]

    people = gathered(chain, opinions_of(201, {}, unknown=1.0)).people

    assert max(map(len, people.members.values())) <= 50


def test_one_sure_pair_does_not_join_two_groups_that_have_nothing_else_in_common() -> None:
    """Both families have three registrations each; one pair between them looks like one person."""
    sure = {(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)}

    people = gathered([*sorted(sure - {(2, 3)}), (2, 3)], opinions_of(6, dict.fromkeys(sure, 5.0))).people

    assert people.members == {0: (0, 1, 2), 3: (3, 4, 5)}

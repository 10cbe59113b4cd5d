from itertools import combinations
from math import inf

from hypothesis import given
from hypothesis import strategies as st

from standby.identity.linking.people import Opinion, PlacePair, gather

_SIZE = 8


def agrees(_one: int, _other: int) -> float:
    return 1.0


def apart_if(apart: list[PlacePair]) -> Opinion:
    return lambda one, other: -inf if (min(one, other), max(one, other)) in apart else 1.0


_pairs = st.lists(st.sampled_from(list(combinations(range(_SIZE), 2))), unique=True)


@given(_pairs, _pairs)
def test_two_that_exclude_each_other_are_never_one_person(pairs: list[PlacePair], apart: list[PlacePair]) -> None:
    people = gather(_SIZE, pairs, opinion=apart_if(apart))

    assert not any(people.are_one(*pair) for pair in apart)


@given(_pairs)
def test_everybody_is_one_person(pairs: list[PlacePair]) -> None:
    people = gather(_SIZE, pairs, opinion=agrees)

    assert sorted(place for places in people.members.values() for place in places) == list(range(_SIZE))
    assert all(people.are_one(*pair) for pair in pairs)


def test_the_surest_pair_wins() -> None:
    people = gather(3, [(0, 1), (1, 2)], opinion=apart_if([(0, 2)]))

    assert people.members == {0: (0, 1), 2: (2,)}


def test_nobody_has_hundreds_of_registrations() -> None:
    chain = [(place, place + 1) for place in range(200)]

    people = gather(201, chain, opinion=agrees)

    assert max(map(len, people.members.values())) <= 50


def test_one_sure_pair_does_not_join_two_groups_that_have_nothing_else_in_common() -> None:
    """Both families have three registrations each; one pair between them looks like one person."""
    sure = {(0, 1), (1, 2), (0, 2), (3, 4), (4, 5), (3, 5), (2, 3)}

    people = gather(
        6, [*sorted(sure - {(2, 3)}), (2, 3)], opinion=lambda one, other: 5.0 if (one, other) in sure else -2.0
    )

    assert people.members == {0: (0, 1, 2), 3: (3, 4, 5)}

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from standby.identity.linking.people import PlacePair, gather

_SIZE = 8


def nobody(_one: int, _other: int) -> bool:
    return False


_pairs = st.lists(st.sampled_from(list(combinations(range(_SIZE), 2))), unique=True)


@given(_pairs, _pairs)
def test_two_that_exclude_each_other_are_never_one_person(pairs: list[PlacePair], apart: list[PlacePair]) -> None:
    people = gather(_SIZE, pairs, exclude=lambda one, other: (min(one, other), max(one, other)) in apart)

    assert not any(people.are_one(*pair) for pair in apart)


@given(_pairs)
def test_everybody_is_one_person(pairs: list[PlacePair]) -> None:
    people = gather(_SIZE, pairs, exclude=nobody)

    assert sorted(place for places in people.members.values() for place in places) == list(range(_SIZE))
    assert all(people.are_one(*pair) for pair in pairs)


def test_the_surest_pair_wins() -> None:
    people = gather(3, [(0, 1), (1, 2)], exclude=lambda one, other: {one, other} == {0, 2})

    assert people.members == {0: (0, 1), 2: (2,)}


def test_nobody_has_hundreds_of_registrations() -> None:
    chain = [(place, place + 1) for place in range(200)]

    people = gather(201, chain, exclude=nobody)

    assert max(map(len, people.members.values())) <= 50

from itertools import pairwise

import networkx as nx
from hypothesis import given
from hypothesis import strategies as st

from standby.identity.groups import LARGEST_GROUP, components, grouped
from standby.identity.records import Pair, RecordId, pair_of

_ids = st.integers(0, 12).map(lambda number: RecordId(f"r{number:02}"))
_pairs = st.lists(st.tuples(_ids, _ids).filter(lambda pair: pair[0] != pair[1]).map(lambda pair: pair_of(*pair)))


def nobody(one: RecordId, other: RecordId) -> bool:
    return False


@given(_pairs)
def test_components_are_those_of_networkx(pairs: list[Pair]) -> None:
    expected = {tuple(sorted(group)) for group in nx.connected_components(nx.Graph(pairs))}

    assert set(components(pairs)) == expected


@given(_pairs, _pairs, st.randoms())
def test_no_person_holds_two_records_that_exclude_each_other(
    pairs: list[Pair], apart: list[Pair], random: object
) -> None:
    excluded = set(apart)

    made = grouped(pairs, exclude=lambda one, other: pair_of(one, other) in excluded)

    for group in made.groups:
        assert not any(set(pair) <= set(group) for pair in excluded)


@given(_pairs, _pairs, st.data())
def test_the_order_of_the_pairs_does_not_matter(pairs: list[Pair], apart: list[Pair], data: st.DataObject) -> None:
    excluded = set(apart)
    shuffled = data.draw(st.permutations(pairs))

    def exclude(one: RecordId, other: RecordId) -> bool:
        return pair_of(one, other) in excluded

    assert grouped(pairs, exclude=exclude) == grouped(shuffled, exclude=exclude)


def test_one_wrong_pair_does_not_join_two_families() -> None:
    ids = [RecordId(f"r{number}") for number in range(6)]
    first = [pair_of(ids[0], ids[1]), pair_of(ids[1], ids[2]), pair_of(ids[0], ids[2])]
    second = [pair_of(ids[3], ids[4]), pair_of(ids[4], ids[5]), pair_of(ids[3], ids[5])]
    wrong = pair_of(ids[2], ids[3])
    families = (set(ids[:3]), set(ids[3:]))

    def exclude(one: RecordId, other: RecordId) -> bool:
        return not any({one, other} <= family for family in families)

    made = grouped([*first, *second, wrong], exclude=exclude)

    assert wrong in made.contested
    assert all(any(set(group) <= family for family in families) for group in made.groups)


def test_a_group_too_large_for_one_person_is_left_to_a_person() -> None:
    ids = [RecordId(f"r{number:04}") for number in range(LARGEST_GROUP + 2)]
    chain = [pair_of(one, other) for one, other in pairwise(ids)]

    made = grouped(chain, exclude=nobody)

    assert made.groups == ()
    assert made.contested == frozenset(chain)

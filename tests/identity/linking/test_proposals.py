from collections import Counter
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.identity.linking.companions import Companions, marks_of
from standby.identity.linking.proposals import propose
from standby.identity.linking.sharing import shared_most

_SIZE = 7
_block = st.tuples(st.sets(st.integers(0, _SIZE - 1), min_size=2), st.integers(0, 3), st.integers(0, 50), st.booleans())


def plainly(
    blocks: list[tuple[set[int], int, int, bool]], size: int = _SIZE
) -> dict[tuple[int, int], tuple[int, bool]]:
    """The oracle: for each pair the weightiest block of each family added up, and whether any of them is telling."""
    found = {}
    for pair in combinations(range(size), 2):
        shared = [block for block in blocks if set(pair) <= block[0] and block[2] > 0]
        families = {family for _, family, _, _ in shared}
        if shared:
            weight = sum(max(weight for _, of, weight, _ in shared if of == family) for family in families)
            found[pair] = weight, any(telling for _, _, _, telling in shared)
    return found


@given(st.lists(_block, min_size=1, max_size=8), st.integers(1, 120))
def test_shared_keys_are_added_up_as_plain_sets_say(blocks: list[tuple[set[int], int, int, bool]], least: int) -> None:
    blocks = sorted(blocks, key=lambda block: block[1])
    records = np.array([record for members, _, _, _ in blocks for record in sorted(members)], np.int32)
    sizes = np.array([len(members) for members, _, _, _ in blocks])
    counts = np.zeros(151, np.int64)
    ones, others, typical = np.empty(99, np.int32), np.empty(99, np.int32), np.empty(99, np.bool_)
    weights = np.empty(99, np.int16)
    marks = marks_of(
        np.array([weight for _, _, weight, _ in blocks], np.int32),
        np.array([family for _, family, _, _ in blocks], np.int32),
        np.array([telling for _, _, _, telling in blocks]),
    )
    met = Companions.of(_SIZE, records, sizes, marks)

    found = propose(
        0, _SIZE, 1, met.starts, met.places, met.told, met.records, least, counts, ones, others, typical, weights
    )

    told = plainly(blocks)
    columns = (ones[:found].tolist(), others[:found].tolist(), typical[:found].tolist(), weights[:found].tolist())
    assert [((one, other), weight, telling) for one, other, telling, weight in zip(*columns, strict=True)] == [
        (pair, min(weight, 150), telling) for pair, (weight, telling) in told.items() if weight >= least
    ]
    assert {weight: count for weight, count in enumerate(counts.tolist()) if count} == Counter(
        min(weight, 150) for weight, _ in told.values()
    )


@given(st.lists(_block, min_size=1, max_size=8), st.integers(0, _SIZE), st.integers(0, 20))
def test_the_line_is_drawn_where_it_would_be_with_all_pairs_in_hand(
    blocks: list[tuple[set[int], int, int, bool]], copies: int, most: int
) -> None:
    """On lists of any length: a sample may tell nothing, or too much."""
    several = [
        ({record + _SIZE * copy for record in members}, family, 20 * weight, telling)
        for members, family, weight, telling in blocks
        for copy in range(copies)
    ]
    several.sort(key=lambda block: block[1])
    size = _SIZE * max(1, copies)
    companions = Companions.of(
        size,
        np.array([record for members, _, _, _ in several for record in sorted(members)], np.int32),
        np.array([len(members) for members, _, _, _ in several], np.int64),
        marks_of(
            np.array([weight for _, _, weight, _ in several], np.int32),
            np.array([family for _, family, _, _ in several], np.int32),
            np.array([telling for _, _, _, telling in several], np.bool_),
        ),
    )

    ones, others, _ = shared_most(companions, most)

    told = {pair: weight for pair, (weight, _) in plainly(several, size).items() if weight >= 250}
    enough = [weight for weight in sorted(told.values()) if sum(one >= weight for one in told.values()) <= most]
    assert list(zip(ones.tolist(), others.tolist(), strict=True)) == [
        pair for pair, weight in told.items() if enough and weight >= enough[0]
    ]


def test_a_record_that_meets_thousands_finds_room_for_them() -> None:
    size, many = 3_000, 2
    marks = marks_of(np.array([1, 5], np.int32), np.array([0, 1], np.int32), np.array([False, True]))
    met = Companions.of(size, np.tile(np.arange(size, dtype=np.int32), many), np.full(many, size), marks)
    counts = np.zeros(10, np.int64)
    ones, others, typical = np.empty(size, np.int32), np.empty(size, np.int32), np.empty(size, np.bool_)
    weights = np.empty(size, np.int16)

    found = propose(0, 1, 1, met.starts, met.places, met.told, met.records, 6, counts, ones, others, typical, weights)

    assert found == counts[6] == size - 1
    assert others[:found].tolist() == list(range(1, size))
    assert set(weights[:found].tolist()) == {6}

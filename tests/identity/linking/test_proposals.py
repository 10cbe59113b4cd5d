from collections import Counter
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.identity.linking.proposals import gathered, marks_of, propose
from standby.identity.linking.ragged import starts_of

_SIZE = 7
_block = st.tuples(st.sets(st.integers(0, _SIZE - 1), min_size=2), st.integers(0, 3), st.integers(0, 50), st.booleans())


def plainly(blocks: list[tuple[set[int], int, int, bool]]) -> dict[tuple[int, int], tuple[int, bool]]:
    """The oracle: for each pair the weightiest block of each family added up, and whether any of them is telling."""
    found = {}
    for pair in combinations(range(_SIZE), 2):
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

    starts = starts_of(np.bincount(records, minlength=_SIZE))
    marks = marks_of(
        np.array([weight for _, _, weight, _ in blocks], np.int32),
        np.array([family for _, family, _, _ in blocks], np.int32),
        np.array([telling for _, _, _, telling in blocks]),
    )

    found = propose(
        0, _SIZE, starts, gathered(records, sizes, starts), starts_of(sizes), records, marks, least, counts,
        ones, others, typical,
    )  # fmt: skip

    told = plainly(blocks)
    pairs = zip(ones[:found].tolist(), others[:found].tolist(), typical[:found].tolist(), strict=True)
    assert [((one, other), telling) for one, other, telling in pairs] == [
        (pair, telling) for pair, (weight, telling) in told.items() if weight >= least
    ]
    assert {weight: count for weight, count in enumerate(counts.tolist()) if count} == Counter(
        min(weight, 150) for weight, _ in told.values()
    )


def test_a_record_that_meets_thousands_finds_room_for_them() -> None:
    size, many = 3_000, 2
    records = np.tile(np.arange(size, dtype=np.int32), many)
    sizes = np.full(many, size)
    starts = starts_of(np.full(size, many))
    marks = marks_of(np.array([1, 5], np.int32), np.array([0, 1], np.int32), np.array([False, True]))
    counts = np.zeros(10, np.int64)
    ones, others, typical = np.empty(size, np.int32), np.empty(size, np.int32), np.empty(size, np.bool_)

    found = propose(
        0, 1, starts, gathered(records, sizes, starts), starts_of(sizes), records, marks, 6, counts,
        ones, others, typical,
    )  # fmt: skip

    assert found == counts[6] == size - 1
    assert others[:found].tolist() == list(range(1, size))

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.identity.linking.degrees import DEGREES, FIELDS
from standby.identity.linking.kinds import Kinds

_ROWS = st.lists(st.tuples(*(st.integers(0, len(DEGREES[field]) - 1) for field in FIELDS)), max_size=20)


def table(rows: list[tuple[int, ...]]) -> np.ndarray:
    return np.array(rows, np.int8).reshape(-1, len(FIELDS))


@given(_ROWS)
def test_every_pair_has_the_degrees_of_its_kind_and_no_kind_stands_twice(rows: list[tuple[int, ...]]) -> None:
    kinds = Kinds.of(table(rows))

    assert np.array_equal(kinds.table[kinds.of_pair], table(rows))
    assert len({tuple(row) for row in kinds.table.tolist()}) == len(kinds.table) == len(set(rows))


@given(_ROWS, st.data())
def test_some_pairs_may_keep_the_kinds_they_had(rows: list[tuple[int, ...]], data: st.DataObject) -> None:
    before = data.draw(st.lists(st.sampled_from(rows), min_size=len(rows), max_size=len(rows))) if rows else []
    kept = np.array([data.draw(st.booleans()) for _ in rows], np.bool_)

    found = Kinds.of(table(rows)).with_those_of(Kinds.of(table(before)), np.flatnonzero(kept))

    wanted = [old if keeps else new for old, new, keeps in zip(before, rows, kept.tolist(), strict=True)]
    assert np.array_equal(found.table[found.of_pair], table(wanted))


def test_thousands_of_kinds_find_room() -> None:
    numbers = np.arange(20_000)
    rows = np.zeros((len(numbers), len(FIELDS)), np.int8)
    for column in range(4):
        rows[:, column] = numbers >> 4 * column & 15

    kinds = Kinds.of(np.concatenate([rows, rows[::-1]]))

    assert len(kinds.table) == len(numbers)
    assert np.array_equal(kinds.table[kinds.of_pair[: len(numbers)]], rows)

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.identity.linking.pair_keys import pair_keys
from standby.identity.linking.ragged import starts_of

_LARGE = 2**64 - 1
_whole = st.integers(0, _LARGE)
_person = st.tuples(st.integers(0, 2), st.integers(0, 2))
_numbers = st.lists(st.lists(_whole, max_size=3), min_size=3, max_size=3)


@given(_numbers, st.lists(_whole, min_size=3, max_size=3), st.lists(_person))
def test_every_number_of_one_name_is_put_beside_the_whole_other(
    numbers: list[list[int]], wholes: list[int], people: list[tuple[int, int]]
) -> None:
    expected = [
        ((number + wholes[other]) % 2**64, 10 + row)
        for row, (first, other) in enumerate(people)
        for number in numbers[first]
    ]
    keys, owners = np.empty(len(expected), np.uint64), np.empty(len(expected), np.int64)

    pair_keys(
        np.arange(10, 10 + len(people)),
        np.array([first for first, _ in people], np.int32),
        np.array([other for _, other in people], np.int32),
        np.array([number for some in numbers for number in some], np.uint64),
        starts_of(np.array([len(some) for some in numbers], np.int64)),
        np.array(wholes, np.uint64),
        keys,
        owners,
    )

    assert list(zip(keys.tolist(), owners.tolist(), strict=True)) == expected

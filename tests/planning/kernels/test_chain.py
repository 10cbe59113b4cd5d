"""The best set of absences, held against trying every set."""

from itertools import chain, combinations, pairwise

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.planning.kernels.chain import best_chain, best_from

# First site day, days at the site, value; the second member's way is one day longer.
CHOICES = st.lists(st.tuples(st.integers(1, 20), st.integers(1, 6), st.integers(1, 9)), max_size=7).map(sorted)
MEMBERS = st.integers(1, 2)


def days_of(choices: list[tuple[int, int, int]], members: int) -> tuple[np.ndarray, np.ndarray]:
    first = np.array([[day - way for way in range(members)] for day, _, _ in choices], np.int64)
    last = np.array([[day + length - 1 + way for way in range(members)] for day, length, _ in choices], np.int64)
    return first.reshape(-1, members), last.reshape(-1, members)


def is_allowed(first: np.ndarray, last: np.ndarray, chosen: tuple[int, ...], most: int, rest_days: int) -> bool:
    for member in range(first.shape[1]):
        if any(first[after, member] <= last[before, member] + rest_days for before, after in pairwise(chosen)):
            return False
        if sum(last[choice, member] - first[choice, member] + 1 for choice in chosen) > most:
            return False
    return True


@given(choices=CHOICES, members=MEMBERS, most=st.integers(0, 25), rest_days=st.integers(0, 3))
def test_no_allowed_set_is_worth_more(
    choices: list[tuple[int, int, int]], members: int, most: int, rest_days: int
) -> None:
    first, last = days_of(choices, members)
    value = np.array([worth for _, _, worth in choices], np.int64)
    sets = chain.from_iterable(combinations(range(len(choices)), size) for size in range(len(choices) + 1))
    best = max(sum(value[list(chosen)]) for chosen in sets if is_allowed(first, last, chosen, most, rest_days))

    taken = np.flatnonzero(best_chain(first, last, value, np.full(members, most, np.int64), rest_days))

    assert is_allowed(first, last, tuple(taken.tolist()), most, rest_days)
    assert value[taken].sum() == best


@given(choices=CHOICES, rest_days=st.integers(0, 3))
def test_without_a_limit_of_days_the_bound_is_reached(choices: list[tuple[int, int, int]], rest_days: int) -> None:
    first, last = days_of(choices, 1)
    value = np.array([worth for _, _, worth in choices], np.int64)

    bound = best_from(first[:, 0].copy(), last[:, 0].copy(), value, rest_days)
    taken = best_chain(first, last, value, np.full(1, 1000, np.int64), rest_days)

    assert value[taken].sum() == bound[0]

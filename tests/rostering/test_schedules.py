"""The best duties of one person, held against trying every set of them."""

from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.rostering import Problem
from standby.rostering.model import build
from standby.rostering.pricing import Market
from standby.rostering.schedules import IMPOSSIBLE
from tests.rostering.sites import small_sites
from tests.rostering.test_solving import may_do


@given(problem=small_sites(), worths=st.lists(st.integers(-3, 9), min_size=6, max_size=6))
def test_the_best_duties_of_everybody_are_the_best_of_all_sets(problem: Problem, worths: list[int]) -> None:
    model, count = build(problem), len(problem.shifts)
    worth = np.where(model.may, np.array(worths[:count]), IMPOSSIBLE)

    best, duties = Market(model=model).best(worth, np.arange(len(problem.people)))

    for number in range(len(problem.people)):
        tried = max(
            sum(worths[one] for one in chosen)
            for size in range(count + 1)
            for chosen in combinations(range(count), size)
            if may_do(problem, number, tuple(problem.shifts[one] for one in chosen))
        )
        assert best[number] == tried == sum(worths[one] for one in duties[number])

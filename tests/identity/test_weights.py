import numpy as np
import pytest

from standby.identity.scripts import Script
from standby.identity.weights import SCRIPT_NUMBER, SIGNS, Step, read_weights, signs, weights


def test_every_difference_costs_more_the_greater_it_is() -> None:
    for step in weights().steps.values():
        assert list(step.penalties) == sorted(step.penalties)
        assert step.penalty(-1) == 0


def test_a_change_costs_the_same_in_both_directions() -> None:
    learned = weights()

    for one, other in ((Script.ARMENIAN, Script.LATIN), (Script.CYRILLIC, Script.GEORGIAN)):
        a, b = SCRIPT_NUMBER[one], SCRIPT_NUMBER[other]
        assert np.array_equal(learned.prices[a, b], learned.prices[b, a].T)


def test_a_sound_costs_nothing_beside_itself() -> None:
    for prices in weights().prices.reshape(-1, len(SIGNS) + 1, len(SIGNS) + 1):
        assert np.diag(prices)[1:].max() < 1.5


def test_signs_of_a_script_that_is_not_read_stay_in_range() -> None:
    assert all(1 <= number <= len(SIGNS) for number in signs("محمد🙂"))


def test_a_step_has_one_penalty_more_than_edges() -> None:
    with pytest.raises(ValueError, match="one penalty more"):
        Step(edges=(1.0,), penalties=(0.0,))


def test_another_file_is_refused() -> None:
    with pytest.raises(ValueError, match="not one"):
        read_weights({"prices": []})

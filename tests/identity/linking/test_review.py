import numpy as np
import pytest

from standby.identity.linking.people import People
from standby.identity.linking.review import usefulness as usefulness_of_rows

ALONE = People(person_of=np.array([0, 1, 2]))
TOGETHER = People(person_of=np.array([0, 1, 1]))


def usefulness(chance: float, pair: tuple[int, int], people: People) -> float:
    one, other = pair
    return float(usefulness_of_rows(np.array([chance]), np.array([one]), np.array([other]), people)[0])


def test_the_least_sure_pair_is_the_most_useful() -> None:
    assert usefulness(0.5, (0, 1), ALONE) > usefulness(0.9, (0, 1), ALONE) > usefulness(0.99, (0, 1), ALONE)


def test_a_pair_that_moves_more_registrations_is_more_useful() -> None:
    assert usefulness(0.5, (0, 1), TOGETHER) > usefulness(0.5, (0, 1), ALONE)


@pytest.mark.parametrize("chance", [0.0, 1.0])
def test_what_is_sure_teaches_nothing(chance: float) -> None:
    assert usefulness(chance, (0, 1), ALONE) == 0

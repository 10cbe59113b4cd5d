"""What is usual on lists of volunteers: where the model starts, and where it stays while a list is too short to tell.

Shares in percent by class (same, household, other), in the order of the degrees; rounded from a fit to three lists of
11,543 invented registrations (`benchmarks/identity`). What those did not have (e-mail, home, licence, initials, short
forms) is a judgement. A long list outweighs all of it: these count as a few dozen pairs.
"""

import numpy as np
from numpy.typing import NDArray

# How many pairs of each class these figures are worth.
_WORTH = 30.0

_CLASSES = (10.0, 25.0, 65.0)

# given: same, respelled, short form, slip, initial, far, other · and so on, as `degrees` has them
_SHARES: dict[str, tuple[tuple[float, ...], tuple[float, ...], tuple[float, ...]]] = {
    "given": ((73, 3, 3, 15, 2, 3, 1), (0.3, 0.3, 0.3, 0.5, 0.6, 6, 92), (40, 1, 0.5, 6, 0.5, 12, 40)),
    "surname": ((42, 37, 17, 3, 1), (40, 39, 15, 4, 2), (9, 13, 9, 16, 53)),
    "father": ((97, 2.5, 0.5), (30, 5, 65), (8, 2, 90)),
    "child": ((99.9, 0.1), (91, 9), (99.5, 0.5)),
    "phone": ((80, 5, 15), (60, 1, 39), (0.5, 0.3, 99.2)),
    "email": ((75, 10, 15), (20, 2, 78), (0.5, 0.5, 99)),
    "birth": ((88, 1, 4, 6, 0.1, 0.9), (0.3, 0.1, 0.1, 0.3, 2.2, 97), (0.5, 0.1, 0.1, 0.5, 2.8, 96)),
    "licence": ((97, 3), (0.5, 99.5), (0.5, 99.5)),
    "home": ((75, 5, 5, 15), (85, 2, 3, 10), (12, 1, 4, 83)),
    "occupation": ((75, 3, 2, 20), (12, 1, 2, 85), (12, 1, 2, 85)),
    "sex": ((99, 1), (55, 45), (75, 25)),
    "list": ((11, 89), (45, 55), (36, 64)),
}


def usual_counts(field: str) -> NDArray[np.float64]:
    """Pairs by degree and class, as if they had been seen; none for "not known"."""
    shares = np.array(_SHARES[field], np.float64).T / 100 * _WORTH
    return np.vstack([np.zeros((1, shares.shape[1])), shares])


def usual_classes() -> NDArray[np.float64]:
    return np.array(_CLASSES, np.float64) / 100 * _WORTH


def usual_names(shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Pairs of strangers by the degrees of both names, if these agree independently of each other."""
    return shares * _WORTH

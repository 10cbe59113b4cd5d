"""Moves the model towards what people have decided: a few hundred labels are enough.

A logistic model over the degrees starts from the weights that were fitted without labels and leaves them only as far
as the labels ask: with few labels little changes, and a degree that no label shows keeps its weight.
"""

from dataclasses import dataclass
from typing import Self

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.comparing import Table
from standby.identity.linking.degrees import DEGREES, FIELDS

_ROUNDS = 500
_LOYALTY = 2.0
_WIDTH = sum(len(kind) - 1 for kind in DEGREES.values()) + 1


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Calibration:
    """What to add to the log odds of "the same" for each degree, and for all pairs alike."""

    weights: NDArray[np.float64]

    @classmethod
    def none(cls) -> Self:
        return cls(weights=np.zeros(_WIDTH))

    def change(self, table: Table) -> NDArray[np.float64]:
        return np.asarray(_one_column_a_degree(table) @ self.weights, np.float64)


def calibrate(labelled: Table, odds: NDArray[np.float64], same: NDArray[np.bool_]) -> Calibration:
    """From pairs that were judged, with the log odds they had. Least squares of the change are added to the loss."""
    columns = _one_column_a_degree(labelled)
    step = 1 / (0.25 * np.linalg.norm(columns, 2) ** 2 + _LOYALTY)
    weights = np.zeros(_WIDTH)
    for _ in range(_ROUNDS):
        chance = 1 / (1 + np.exp(-np.clip(odds + columns @ weights, -500, 500)))
        weights -= step * (columns.T @ (chance - same) + _LOYALTY * weights)
    return Calibration(weights=weights)


def _one_column_a_degree(table: Table) -> NDArray[np.float64]:
    """One for what is there, nought else; and a last column of ones, to move all pairs alike."""
    columns = [
        (table[:, place] == degree).astype(np.float64)
        for place, field in enumerate(FIELDS)
        for degree in range(1, len(DEGREES[field]))
    ]
    return np.stack([*columns, np.ones(len(table))], axis=1)

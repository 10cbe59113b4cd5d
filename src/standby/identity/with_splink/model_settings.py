"""A fitted model as settings of Splink: of its two classes, "match" is the same person and the other is what it is not.

Splink knows two classes, our model three. It is expressed by two settings, the same against a household and the same
against others; that the odds of the same are one over the sum of both inverse odds makes them one model again.
"""

import math

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.classes import CLASSES, PairClass
from standby.identity.linking.degrees import DEGREES, FIELDS
from standby.identity.linking.scoring import Trained

AGREEMENT = "standby_agreement"
AGAINST = (PairClass.HOUSEHOLD, PairClass.OTHER)

Settings = dict[str, object]


def splink_settings(trained: Trained, *, against: PairClass) -> Settings:
    """`AGREEMENT(registration_l, registration_r)` has to be a function of the back end. What judgements changed
    is in the levels."""
    place, model = CLASSES.index(against), trained.model
    constant, changes = _changes(trained)
    prior = float(model.classes[0] - model.classes[place]) + constant
    return {
        "link_type": "dedupe_only",
        "unique_id_column_name": "place",
        "probability_two_random_records_match": 1 / (1 + math.exp(-prior)),
        "retain_intermediate_calculation_columns": False,
        "retain_matching_columns": True,  # with them the levels, which nothing else keeps
        "blocking_rules_to_generate_predictions": [],
        "comparisons": [
            {
                "output_column_name": field,
                "comparison_levels": _levels(
                    column, model.degrees[column][:, 0] + changes[column], model.degrees[column][:, place]
                ),
            }
            for column, field in enumerate(FIELDS)
        ],
    }


def _levels(column: int, same: NDArray[np.float64], other: NDArray[np.float64]) -> list[Settings]:
    degrees = list(DEGREES[FIELDS[column]])
    found: list[Settings] = [{"sql_condition": _is(column, 0), "label_for_charts": "not known", "is_null_level": True}]
    for degree in degrees[1:]:
        ours, theirs = float(same[degree]), float(other[degree])
        most = max(ours, theirs, 0.0)  # only the ratio counts, and a share is never above one
        found.append(
            {
                "sql_condition": "ELSE" if degree == degrees[-1] else _is(column, degree),
                "label_for_charts": degree.name.lower(),
                "m_probability": math.exp(ours - most),
                "u_probability": math.exp(theirs - most),
            }
        )
    return found


def _is(column: int, degree: int) -> str:
    return f"substr({AGREEMENT}(registration_l, registration_r), {column + 1}, 1) = '{int(degree)}'"


def _changes(trained: Trained) -> tuple[float, list[NDArray[np.float64]]]:
    """What judgements changed, as `Calibration` keeps it: for all pairs alike, and by field and degree."""
    weights = iter(trained.calibration.weights.tolist())
    changes = [np.array([0.0, *(next(weights) for _ in range(1, len(DEGREES[field])))]) for field in FIELDS]
    return next(weights), changes

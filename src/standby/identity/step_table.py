"""The penalties of every difference as one table of numbers, which is how compiled code reads them."""

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from standby.identity.weights import Step

StepTable = NDArray[np.float64]

DIFFERENCES = (
    "given_cost",
    "known_given_cost",
    "other_given_name",
    "given_rate",
    "given_not_known_as_same",
    "given_begins_otherwise",
    "short_form",
    "surname_cost",
    "surname_rate",
    "surname_begins_otherwise",
    "father_unknown",
    "father_cost",
    "father_rate",
    "slips",
    "child_of_the_other",
    "words_left_over",
    "one_word_only",
    "other_sex",
)
(
    GIVEN_COST,
    KNOWN_GIVEN_COST,
    OTHER_GIVEN_NAME,
    GIVEN_RATE,
    GIVEN_NOT_KNOWN_AS_SAME,
    GIVEN_BEGINS_OTHERWISE,
    SHORT_FORM,
    SURNAME_COST,
    SURNAME_RATE,
    SURNAME_BEGINS_OTHERWISE,
    FATHER_UNKNOWN,
    FATHER_COST,
    FATHER_RATE,
    SLIPS,
    CHILD_OF_THE_OTHER,
    WORDS_LEFT_OVER,
    ONE_WORD_ONLY,
    OTHER_SEX,
) = range(len(DIFFERENCES))


def step_table(steps: Mapping[str, Step]) -> StepTable:
    """A row a difference: how many edges, the edges, the penalties; what was not learned costs nothing."""
    rows = [_row(steps[name]) if name in steps else (0.0, 0.0) for name in DIFFERENCES]
    table = np.zeros((len(rows), max(map(len, rows))))
    for place, row in enumerate(rows):
        table[place, : len(row)] = row
    return table


def _row(step: Step) -> tuple[float, ...]:
    return (len(step.edges), *step.edges, *step.penalties)

"""The chances of every pair: the model, how rare the names are, and what people have decided."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.blocking import Blocked
from standby.identity.linking.calibration import Calibration, calibrate
from standby.identity.linking.degrees import degrees
from standby.identity.linking.model import Chances, Model, Table, fit, normalised
from standby.identity.linking.people import People
from standby.identity.linking.rarity import rarity
from standby.identity.linking.second_look import looked_at_again
from standby.identity.records import Identifiers
from standby.identity.weights import Weights

# A short list has too few pairs to leave any out: there the model is fitted to all of them.
_ENOUGH_TO_FIT = 5_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scorer:
    """Fitted once to the pairs as they are; scores them, and scores them again with more known of the people."""

    model: Model
    rare: NDArray[np.float64]
    calibration: Calibration

    def log_chances(self, table: Table) -> Chances:
        logs = self.model.log_chances(table)
        logs[:, 0] += self.rare + self.calibration.change(table)
        return logs


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scores:
    """By the rows of `table`: the chances of each class, and the log odds of the first against the others."""

    table: Table
    chances: Chances
    odds: NDArray[np.float64]


def compared(records: Sequence[Identifiers], found: Blocked, weights: Weights) -> Table:
    return np.array([degrees(records[one], records[other], weights) for one, other in found.pairs], np.int8)


def fitted(records: Sequence[Identifiers], found: Blocked, table: Table, *, labelled: dict[int, bool]) -> Scorer:
    """`labelled`: rows of the table that were judged, and whether they are the same."""
    typical = np.array(found.typical, np.bool_)
    model = fit(table[typical] if typical.sum() >= _ENOUGH_TO_FIT else table)
    rare = rarity(records, found, table)
    unlabelled = Scorer(model=model, rare=rare, calibration=Calibration.none())
    if not labelled:
        return unlabelled
    rows = np.array(sorted(labelled), np.int64)
    same = np.array([labelled[row] for row in rows.tolist()], np.bool_)
    odds = _odds(unlabelled.log_chances(table))
    return Scorer(model=model, rare=rare, calibration=calibrate(table[rows], odds[rows], same))


def scored(scorer: Scorer, table: Table) -> Scores:
    logs = scorer.log_chances(table)
    return Scores(table=table, chances=normalised(logs), odds=_odds(logs))


def scored_again(
    first: Scores, scorer: Scorer, records: Sequence[Identifiers], found: Blocked, people: People, weights: Weights
) -> Scores:
    """With what is known of the people so far; a pair already joined is never the worse for it."""
    second = scored(scorer, looked_at_again(first.table, found, records, people, weights))
    joined = np.array([people.are_one(*pair) for pair in found.pairs])
    stands = joined & (first.odds > second.odds)
    return Scores(
        table=np.where(stands[:, None], first.table, second.table),
        chances=np.where(stands[:, None], first.chances, second.chances),
        odds=np.where(stands, first.odds, second.odds),
    )


def _odds(logs: Chances) -> NDArray[np.float64]:
    return np.asarray(logs[:, 0] - np.logaddexp(logs[:, 1], logs[:, 2]), np.float64)

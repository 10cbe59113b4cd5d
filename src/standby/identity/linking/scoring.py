"""The chances of every pair: the model, how rare the names are, and what people have decided."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.blocking import Blocked
from standby.identity.linking.calibration import Calibration, calibrate
from standby.identity.linking.comparing import Table
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.kinds import Kinds
from standby.identity.linking.model import Chances, Model, fit, normalised
from standby.identity.linking.people import People
from standby.identity.linking.rarity import rarity
from standby.identity.linking.second_look import looked_at_again
from standby.identity.weights import Weights

# A short list has too few pairs to leave any out: there the model is fitted to all of them.
_ENOUGH_TO_FIT = 5_000


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Trained:
    """What is learned from lists and can be kept for others: the model, and what people's decisions changed in it."""

    model: Model
    calibration: Calibration


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Scores:
    """By pairs: the degrees, the chances of each class, and the log odds of the first against the others."""

    kinds: Kinds
    chances: Chances
    odds: NDArray[np.float64]


def trained(found: Blocked, crowd: Crowd, table: Table, *, labelled: dict[int, bool], saved: Trained | None) -> Trained:
    """`labelled`: rows that were judged, and whether they are the same. A saved model is calibrated, not fitted."""
    kinds = Kinds.of(table)
    model = saved.model if saved else _fitted(kinds, found)
    before = saved.calibration if saved else Calibration.none()
    learned = Trained(model=model, calibration=before)
    if not labelled:
        return learned
    rows = np.array(sorted(labelled), np.int64)
    same = np.array([labelled[row] for row in rows.tolist()], np.bool_)
    odds = scored(learned, table, rarity(crowd, found, table)).odds[rows]
    moved = calibrate(table[rows], odds, same)
    return Trained(model=model, calibration=Calibration(weights=before.weights + moved.weights))


def _fitted(kinds: Kinds, found: Blocked) -> Model:
    chosen = found.typical if found.typical.sum() >= _ENOUGH_TO_FIT else np.ones(len(found), np.bool_)
    return fit(kinds.table, kinds.counts(chosen))


def scored(trained: Trained, table: Table, rare: NDArray[np.float64]) -> Scores:
    kinds = Kinds.of(table)
    by_kind = trained.model.log_chances(kinds.table)
    by_kind[:, 0] += trained.calibration.change(kinds.table)
    logs = by_kind[kinds.of_pair]
    logs[:, 0] += rare
    odds = np.asarray(logs[:, 0] - np.logaddexp(logs[:, 1], logs[:, 2]), np.float64)
    return Scores(kinds=kinds, chances=normalised(logs), odds=odds)


def scored_again(
    first: Scores, table: Table, trained: Trained, crowd: Crowd, found: Blocked, people: People, weights: Weights
) -> Scores:
    """With what is known of the people so far; a pair already joined is never the worse for it."""
    again = looked_at_again(table, found, crowd, people, weights)
    second = scored(trained, again, rarity(crowd, found, again))
    joined = people.person_of[found.ones] == people.person_of[found.others]
    stands = joined & (first.odds > second.odds)
    return Scores(
        kinds=Kinds.of(np.where(stands[:, None], table, again)),
        chances=np.where(stands[:, None], first.chances, second.chances),
        odds=np.where(stands, first.odds, second.odds),
    )

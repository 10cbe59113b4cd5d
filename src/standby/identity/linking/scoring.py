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
from standby.identity.linking.people import Joined
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
    return of_logs(kinds, by_kind[kinds.of_pair], rare)


def of_logs(kinds: Kinds, logs: Chances, rare: NDArray[np.float64]) -> Scores:
    """`logs`: for each pair and class, up to a constant of the pair; what is rare is added to them."""
    logs[:, 0] += rare
    odds = np.asarray(logs[:, 0] - np.logaddexp(logs[:, 1], logs[:, 2]), np.float64)
    return Scores(kinds=kinds, chances=normalised(logs), odds=odds)


def scored_again(
    first: Scores, table: Table, trained: Trained, crowd: Crowd, found: Blocked, joined: Joined, weights: Weights
) -> Scores:
    """With what is known of the people so far."""
    again = looked_at_again(table, found, crowd, joined.people, weights)
    second = scored(trained, again, rarity(crowd, found, again))
    return without_what_joining_brought(first, second, found, joined)


def without_what_joining_brought(first: Scores, second: Scores, found: Blocked, joined: Joined) -> Scores:
    """What was joined already is not judged by what joining it brought."""
    person_of = joined.people.person_of
    are_one = person_of[found.ones] == person_of[found.others]
    odds = np.where(are_one, np.maximum(first.odds, joined.weakest), second.odds)
    chances = np.where(are_one[:, None], first.chances, second.chances)
    tables = (scores.kinds.table[scores.kinds.of_pair] for scores in (first, second))
    return Scores(
        kinds=Kinds.of(np.where(are_one[:, None], *tables)),
        chances=_at_odds(chances, odds),
        odds=odds,
    )


def _at_odds(chances: Chances, odds: NDArray[np.float64]) -> Chances:
    """The chance of "the same" that the odds say; the others keep their proportion."""
    same = 1 / (1 + np.exp(-np.clip(odds, -700, 700)))
    others = chances[:, 1:] + 1e-300
    others *= ((1 - same) / others.sum(axis=1))[:, None]
    return np.concatenate([same[:, None], others], axis=1)

"""The chances of every pair: the model, how rare the names are, and what people have decided."""

from collections.abc import Callable
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.beside import Beside, beside_degrees
from standby.identity.linking.blocking import Blocked
from standby.identity.linking.calibration import Calibration, calibrate
from standby.identity.linking.comparing import Table
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.kinds import Kinds
from standby.identity.linking.model import Chances, Model, fit
from standby.identity.linking.people import Joined
from standby.identity.linking.second_look import looked_at_again
from standby.identity.linking.side_by_side import side_by_side
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
    """By pairs: the degrees, the log odds of one person against all else, and of all else the household's share."""

    kinds: Kinds
    odds: NDArray[np.float64]
    household: NDArray[np.float32]

    @property
    def same(self) -> NDArray[np.float64]:
        """The chance of each pair to be one person."""
        chances = np.empty(len(self.odds))

        def fill(part: slice) -> None:
            told = np.clip(-self.odds[part], -700, 700)
            np.exp(told, out=told)
            told += 1
            np.reciprocal(told, out=chances[part])

        side_by_side(fill, len(chances))
        return chances


def trained(found: Blocked, crowd: Crowd, table: Table, *, labelled: dict[int, bool], saved: Trained | None) -> Trained:
    """`labelled`: rows that were judged, and whether they are the same. A saved model is calibrated, not fitted."""
    model = saved.model if saved else _fitted(Kinds.of(table), found)
    before = saved.calibration if saved else Calibration.none()
    learned = Trained(model=model, calibration=before)
    if not labelled:
        return learned
    rows = np.array(sorted(labelled), np.int64)
    same = np.array([labelled[row] for row in rows.tolist()], np.bool_)
    odds = scored(learned, table, beside_degrees(crowd, found, table, model)).odds[rows]
    moved = calibrate(table[rows], odds, same)
    return Trained(model=model, calibration=Calibration(weights=before.weights + moved.weights))


def _fitted(kinds: Kinds, found: Blocked) -> Model:
    chosen = found.typical if found.typical.sum() >= _ENOUGH_TO_FIT else np.ones(len(found), np.bool_)
    return fit(kinds.table, kinds.counts(chosen))


def scored(trained: Trained, table: Table, beside: Beside) -> Scores:
    kinds = Kinds.of(table)
    by_kind = trained.model.log_chances(kinds.table)
    by_kind[:, 0] += trained.calibration.change(kinds.table)
    household, strangers = by_kind[:, 1] - by_kind[:, 0], by_kind[:, 2] - by_kind[:, 0]
    return _scores(kinds, lambda part: (household[kinds.of_pair[part]], strangers[kinds.of_pair[part]]), beside)


def of_log_odds(kinds: Kinds, against: Chances, beside: Beside) -> Scores:
    """`against`: for each pair the log odds of one person against a household, and against others."""
    return _scores(kinds, lambda part: (-against[part, 0], -against[part, 1]), beside)


def _scores(kinds: Kinds, against: Callable[[slice], tuple[Chances, Chances]], beside: Beside) -> Scores:
    """`against`: of some pairs the log odds of a household, and of strangers, against one person; they are used up."""
    odds, share = np.empty(len(kinds.of_pair)), np.empty(len(kinds.of_pair), np.float32)

    def score(part: slice) -> None:
        household, strangers = against(part)
        strangers -= beside.strangers[part]
        np.logaddexp(household, strangers, out=strangers)
        household -= strangers
        np.subtract(beside.all_else[part], strangers, out=odds[part])
        share[part] = np.exp(household)

    side_by_side(score, len(odds))
    return Scores(kinds=kinds, odds=odds, household=share)


def scored_again(
    first: Scores,
    table: Table,
    beside: Beside,
    trained: Trained,
    crowd: Crowd,
    found: Blocked,
    joined: Joined,
    weights: Weights,
) -> Scores:
    """With what is known of the people so far. What stands beside the degrees asks for names, homes and days, which
    nobody takes from others, and for fathers whom both records tell."""
    second = scored(trained, looked_at_again(table, found, crowd, joined.people, weights), beside)
    return without_what_joining_brought(first, second, found, joined)


def without_what_joining_brought(first: Scores, second: Scores, found: Blocked, joined: Joined) -> Scores:
    """What was joined already is not judged by what joining it brought. The second scores are used up."""
    person_of = joined.people.person_of
    rows = np.flatnonzero(person_of[found.ones] == person_of[found.others])
    second.odds[rows] = np.maximum(first.odds[rows], joined.weakest[rows])
    second.household[rows] = first.household[rows]
    return replace(second, kinds=second.kinds.with_those_of(first.kinds, rows))

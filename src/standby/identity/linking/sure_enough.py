"""How sure a pair has to be before it is joined without asking: the less of their own two have in common, the surer.

Who shares a name, a father's name and a year of birth may be a namesake, and how many namesakes a list holds is guessed
from the list; a telephone, a day of birth or a house in common is hardly ever shared by chance. So there are three
lines: for those who have such a thing in common, for those who have little (a town, two days of birth a slip apart),
and for those of whom only the names agree. The last is drawn anew for every list.
"""

from dataclasses import dataclass
from math import log

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.classes import CLASSES, PairClass
from standby.identity.linking.comparing import Table
from standby.identity.linking.degrees import FIELDS, Birth, Contact, Home, Match
from standby.identity.linking.model import Model
from standby.identity.linking.scoring import Scores
from standby.identity.linking.settings import Settings

Rows = NDArray[np.int64]
Odds = NDArray[np.float64]

_AGREE = (Home.SAME, Home.RARELY, Home.PARTLY)
# A year in common is none: one in forty strangers has it.
_OF_ONES_OWN: dict[str, tuple[int, ...]] = {
    "phone": (Contact.SAME, Contact.SLIP),
    "email": (Contact.SAME, Contact.SLIP),
    "birth": (Birth.SAME, Birth.SWAPPED, Birth.SLIP),
    "licence": (Match.SAME,),
    "home": _AGREE,
    "occupation": _AGREE,
}
# Much is what fewer than one in fifty strangers have in common, by what the list says; little one in five.
_MUCH, _LITTLE = log(50), log(5)
_SAME, _OTHER = CLASSES.index(PairClass.SAME), CLASSES.index(PairClass.OTHER)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Surest:
    """`rows`: what may be joined, the surest first. `by_name`: the chance from which on names alone were enough."""

    rows: Rows
    by_name: float


def surest(scores: Scores, chances: Odds, model: Model, *, barred: Rows, settings: Settings) -> Surest:
    """`chances`: those of the scores; `barred`: what is not to be joined however sure it is."""
    may_join = chances >= settings.join
    may_join[barred] = False
    rows = np.flatnonzero(may_join)
    own = of_ones_own(scores.kinds.table, model)[scores.kinds.of_pair[rows]]
    rows, own = _without(rows, (own < _MUCH) & (chances[rows] < settings.join_by_little), own)
    by_name = _line_for_names(chances[rows], own < _LITTLE, settings)
    rows, own = _without(rows, (own < _LITTLE) & (chances[rows] < by_name), own)
    return Surest(rows=rows[np.argsort(-chances[rows], kind="stable")], by_name=by_name)


def _without(rows: Rows, left_out: NDArray[np.bool_], own: Odds) -> tuple[Rows, Odds]:
    return rows[~left_out], own[~left_out]


def of_ones_own(kinds: Table, model: Model) -> Odds:
    """What all that agrees beside names, fathers and years says against strangers, in log odds; never below nought."""
    worth = np.zeros(len(kinds))
    for field, degrees in _OF_ONES_OWN.items():
        place = FIELDS.index(field)
        says = np.zeros(len(model.degrees[place]))
        says[list(degrees)] = (model.degrees[place][:, _SAME] - model.degrees[place][:, _OTHER])[list(degrees)]
        worth += np.maximum(says, 0.0)[kinds[:, place]]
    return worth


def _line_for_names(chances: Odds, names_alone: NDArray[np.bool_], settings: Settings) -> float:
    """The lowest from which on, by their own chances, no more than `wrong` of all that is joined are wrong."""
    told = np.sort(chances[names_alone])[::-1]
    others = chances[~names_alone]
    shares = (float((1 - others).sum()) + np.cumsum(1 - told)) / np.arange(len(others) + 1, len(chances) + 1)
    enough = np.flatnonzero(shares <= settings.wrong)
    wanted = float(told[enough[-1]]) if len(enough) else 1.0
    return min(max(wanted, settings.join_by_name), settings.join_by_name_at_most)

"""Prices by rounds: solve the core, ask at its prices what parties would rather do, add that, and solve again."""

from dataclasses import dataclass

import numpy as np

from standby.planning.model.instance import Flags, Instance, Ints
from standby.planning.relaxation.core import ClassColumns, Core, core_of
from standby.planning.relaxation.parties import PartyChoices, PartyPool, PartyRows, party_choices
from standby.planning.relaxation.prices import SCALE, closed_at, prices_of, worth_at
from standby.planning.relaxation.program import Solution, maximise

# Two rounds are enough on every operation measured; the limit is for those that were not.
MOST_ROUNDS = 12
# A column that gains less than this many thousandths of a weight moves no price that matters.
_WORTHWHILE = 20
# At the end columns join that gain nothing at these prices, but do not lose more than this either: rounding may want
# another party where seats are few.
_ALMOST = -2000


@dataclass(frozen=True, slots=True, kw_only=True)
class Priced:
    """The last core, its solution, and its prices in whole thousandths by row of limits."""

    core: Core
    choices: PartyChoices
    solution: Solution
    price: Ints


def price_by_rounds(instance: Instance, is_core: Flags, classes: ClassColumns, *, uncalled: Ints) -> Priced:
    """Prices when the needs of `is_core` know who could take them: the people of `classes`, and parties."""
    choices = party_choices(instance, is_core)
    pool = PartyPool(instance, choices)
    rounds = 0
    while True:
        core = core_of(instance, is_core, classes=classes, choices=choices, parties=pool.columns())
        solution = maximise(core.program)
        price = closed_at(instance, prices_of(instance, core, solution), uncalled=uncalled)
        rounds += 1
        worth, rows = worth_at(instance, price), _party_rows(core, choices, solution)
        if rounds == MOST_ROUNDS or not pool.add_worthwhile(worth, rows, least=_WORTHWHILE):
            pool.add_worthwhile(worth, rows, least=_ALMOST)
            core = core_of(instance, is_core, classes=classes, choices=choices, parties=pool.columns())
            return Priced(core=core, choices=choices, solution=maximise(core.program), price=price)


def _party_rows(core: Core, choices: PartyChoices, solution: Solution) -> PartyRows:
    """The rows of each party and what they charge, in whole thousandths."""
    dual = solution.row_price[core.first_clique : core.first_clique + len(core.clique_day)]
    ptr = np.searchsorted(core.clique_party, np.arange(len(choices.unit) + 1))
    return PartyRows(ptr=ptr.astype(np.int64), day=core.clique_day, price=np.rint(SCALE * dual).astype(np.int64))

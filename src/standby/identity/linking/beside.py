"""What counts for or against a pair beside how far its fields agree: how rare that is, and how it was found."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.attested import attested
from standby.identity.linking.blocking import Blocked
from standby.identity.linking.chance import met_by_chance
from standby.identity.linking.comparing import Table
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.model import Model
from standby.identity.linking.rarity import rarity


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Beside:
    """For each pair in log odds for "the same": what speaks against strangers only, and against all that is not one
    person. A household has its surname in common however frequent it is, and gives no name twice."""

    strangers: NDArray[np.float64]
    all_else: NDArray[np.float64]

    def __getitem__(self, rows: NDArray[np.integer]) -> "Beside":
        return Beside(strangers=self.strangers[rows], all_else=self.all_else[rows])


def beside_degrees(crowd: Crowd, found: Blocked, table: Table, model: Model) -> Beside:
    """What speaks against both is asked for at the same time as the rest."""
    others = _others_of_a_person(found, model, len(crowd))
    with ThreadPoolExecutor(1) as pool:
        all_else = pool.submit(attested, crowd, found, table, registrations_of_a_person=1 + others)
        strangers = rarity(crowd, found, table, model)
        strangers += met_by_chance(crowd, found, table, model, others_of_the_person=others)
        return Beside(strangers=strangers, all_else=all_else.result())


def _others_of_a_person(found: Blocked, model: Model, size: int) -> float:
    """How many other registrations of its person a registration has, on average, by what the model was fitted to."""
    return 2 * float(np.exp(model.classes[0])) * float(found.typical.sum()) / max(size, 1)

"""What counts for or against a pair beside how far its fields agree: how rare that is, and how it was found."""

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.blocking import Blocked
from standby.identity.linking.comparing import Table
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.degrees import FIELDS, Given, Surname
from standby.identity.linking.model import Model
from standby.identity.linking.rarity import rarity

_GIVEN, _SURNAME = FIELDS.index("given"), FIELDS.index("surname")


def beside_degrees(crowd: Crowd, found: Blocked, table: Table, model: Model) -> NDArray[np.float64]:
    """In log odds for "the same", for each pair."""
    worth = rarity(crowd, found, table)
    worth[_found_by_chance(found, table)] += _of_any_two(model, found, len(crowd))
    return worth


def _found_by_chance(found: Blocked, table: Table) -> NDArray[np.bool_]:
    """Neither name agrees, and only a day, a town or the like brought the two together: any two people of that day
    would have been."""
    other_names = (table[:, _GIVEN] >= Given.FAR) & (table[:, _SURNAME] >= Surname.FAR)
    return np.asarray(other_names & ~found.typical, np.bool_)


def _of_any_two(model: Model, found: Blocked, size: int) -> float:
    """How much less likely any two records are one person than two that a name or a contact brought together.

    The model is fitted to the latter and begins with how often they are one. Of all there are to find hardly more exist
    than were found so, and they stand against every two records of the list. Never in favour of a pair.
    """
    share = float(np.exp(model.classes[0]))
    same, pairs = share * float(found.typical.sum()), size * (size - 1) / 2
    if not 0 < same < pairs or share >= 1:
        return 0.0
    return min(0.0, float(np.log(same / (pairs - same)) - np.log(share / (1 - share))))

"""What a shared day or town brings together by chance: the model knows the strangers whom names and contacts bring."""

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.attested import folds_of
from standby.identity.linking.blocking import Blocked
from standby.identity.linking.classes import CLASSES, PairClass
from standby.identity.linking.comparing import Table
from standby.identity.linking.crowd import NOT_KNOWN, Crowd
from standby.identity.linking.degrees import FIELDS, Given, Surname
from standby.identity.linking.model import Model
from standby.identity.linking.wordbook import Words

_GIVEN, _SURNAME = FIELDS.index("given"), FIELDS.index("surname")
_OTHER = CLASSES.index(PairClass.OTHER)

# Where so many registrations meet another name among the others of their own person, another name is no sign of chance.
_USUAL = 1 / 12


def met_by_chance(
    crowd: Crowd, found: Blocked, table: Table, model: Model, *, others_of_the_person: float
) -> NDArray[np.float64]:
    """In log odds for "the same", for each pair: nothing, or less where only a day, a town or the like was shared.

    Among any two people of the list as many have one surname as its surnames say, or one given name; only a part of
    them was brought together by these. A pair that was not stands against all there are. What agrees in both names is
    found by them: of such pairs the model has seen all.
    """
    worth = np.zeros(len(found))
    given, surname = table[:, _GIVEN], table[:, _SURNAME]
    met = _strangers(model) * float(found.typical.sum())
    given_alike, surname_alike = _alike(crowd, crowd.given), _alike(crowd, crowd.surname)
    usual = {
        True: _is_usual(model, _GIVEN, Given.FAR, others_of_the_person),
        False: _is_usual(model, _SURNAME, Surname.FAR, others_of_the_person),
    }
    for given_differs in (True, False):
        for surname_differs in (True, False) if given_differs else (True,):
            if given_differs != surname_differs and usual[given_differs]:
                continue
            of_given = _degrees(Given, Given.INITIAL, differs=given_differs)
            of_surname = _degrees(Surname, Surname.FAR, differs=surname_differs)
            rows = ~found.typical & np.isin(given, of_given) & np.isin(surname, of_surname)
            alike = (1.0 if given_differs else given_alike) * (1.0 if surname_differs else surname_alike)
            seen = float(met[np.ix_(of_given, of_surname)].sum())
            worth[rows] = _fewer(seen, alike * len(crowd) * (len(crowd) - 1) / 2)
    return worth


def _is_usual(model: Model, place: int, first: int, others_of_the_person: float) -> bool:
    """Whether people have several such names themselves, as on the list of historical persons."""
    return float(np.exp(model.degrees[place][first:, 0]).sum()) * others_of_the_person >= _USUAL


def _strangers(model: Model) -> NDArray[np.float64]:
    """By the degrees of both names, the share of strangers with them in all pairs that the model was fitted to."""
    logs = model.degrees[_GIVEN][:, _OTHER, None] + model.degrees[_SURNAME][None, :, _OTHER] + model.together
    return np.asarray(np.exp(model.classes[_OTHER] + logs), np.float64)


def _degrees(kind: type[Given] | type[Surname], first: int, *, differs: bool) -> list[int]:
    """Those in which a name differs, or those in which it agrees."""
    return list(range(first, len(kind)) if differs else range(1, first))


def _alike(crowd: Crowd, words: Words) -> float:
    """The share of any two records that have one name in this column."""
    counts = np.bincount(folds_of(crowd, words)[words != NOT_KNOWN]).astype(np.float64)
    return float((counts**2).sum()) / max(float(counts.sum()) ** 2, 1.0)


def _fewer(seen: float, there: float) -> float:
    """Never in favour of a pair."""
    return min(0.0, float(np.log(seen / there))) if seen > 0 and there > 0 else 0.0

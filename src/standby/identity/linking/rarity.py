"""What a name in common is worth: much when it is rare, little among a thousand Harutyunyans."""

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.blocking import Blocked, name_folds
from standby.identity.linking.degrees import FIELDS, Given, Surname
from standby.identity.linking.model import Table
from standby.identity.records import Identifiers

# Half of what the frequency says: given name and surname are not drawn independently of each other.
_STRENGTH = 0.5

# A name that one in four hundred bears says neither more nor less than usual. A short list is taken as a part of one
# with so many others on it: that a name stands once among five people does not make it common.
_USUAL = -6.0
_OTHERS = 400
_GIVEN, _SURNAME = FIELDS.index("given"), FIELDS.index("surname")


def rarity(records: Sequence[Identifiers], found: Blocked, table: Table) -> NDArray[np.float64]:
    """In log odds for "the same", for each pair; nothing for a name that does not agree."""
    folds = [name_folds(record) for record in records]
    given = _log_shares([given for given, _ in folds])
    surname = _log_shares([surname for _, surname in folds])
    pairs = np.array(found.pairs, np.int64).reshape(-1, 2)
    given_agrees = (table[:, _GIVEN] >= Given.SAME) & (table[:, _GIVEN] <= Given.SLIP)
    surname_agrees = (table[:, _SURNAME] >= Surname.SAME) & (table[:, _SURNAME] <= Surname.SLIP)
    return np.asarray(
        -_STRENGTH * (given_agrees * (_of_pairs(given, pairs) - _USUAL))
        - _STRENGTH * (surname_agrees * (_of_pairs(surname, pairs) - _USUAL)),
        np.float64,
    )


def _log_shares(folds: Sequence[str]) -> NDArray[np.float64]:
    counts = Counter(folds)
    return np.array([log(counts[fold] / (len(folds) + _OTHERS)) for fold in folds])


def _of_pairs(logs: NDArray[np.float64], pairs: NDArray[np.int64]) -> NDArray[np.float64]:
    """Two spellings of one name may differ in how frequent they are: the middle of the two."""
    return np.asarray((logs[pairs[:, 0]] + logs[pairs[:, 1]]) / 2, np.float64)

"""What a name in common is worth: much when it is rare, little among a thousand Harutyunyans."""

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.blocking import Blocked
from standby.identity.linking.comparing import Table
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.degrees import FIELDS, Given, Surname
from standby.identity.linking.wordbook import Words

# Half of what the frequency says: given name and surname are not drawn independently of each other.
_STRENGTH = 0.5

# A name that one in four hundred bears says neither more nor less than usual. A short list is taken as a part of one
# with so many others on it: that a name stands once among five people does not make it common.
_USUAL = -6.0
_OTHERS = 400
_GIVEN, _SURNAME = FIELDS.index("given"), FIELDS.index("surname")


def rarity(crowd: Crowd, found: Blocked, table: Table) -> NDArray[np.float64]:
    """In log odds for "the same", for each pair; nothing for a name that does not agree."""
    given_agrees = (table[:, _GIVEN] >= Given.SAME) & (table[:, _GIVEN] <= Given.SLIP)
    surname_agrees = (table[:, _SURNAME] >= Surname.SAME) & (table[:, _SURNAME] <= Surname.SLIP)
    given, surname = _log_shares(crowd, crowd.given), _log_shares(crowd, crowd.surname)
    return np.asarray(
        -_STRENGTH * (given_agrees * (_of_pairs(given, found) - _USUAL))
        - _STRENGTH * (surname_agrees * (_of_pairs(surname, found) - _USUAL)),
        np.float64,
    )


def _log_shares(crowd: Crowd, words: Words) -> NDArray[np.float64]:
    """Of each record: how often its fold stands in this column, as a logarithm."""
    nobody = len(crowd.words.fold_texts)
    folds = np.append(crowd.words.folds, nobody)[words]
    counts = np.bincount(folds, minlength=nobody + 1)
    return np.asarray(np.log(counts[folds] / (len(crowd) + _OTHERS)), np.float64)


def _of_pairs(logs: NDArray[np.float64], found: Blocked) -> NDArray[np.float64]:
    """Two spellings of one name may differ in how frequent they are: the middle of the two."""
    return np.asarray((logs[found.ones] + logs[found.others]) / 2, np.float64)

"""What is in common is worth much when it is rare, and little among a thousand Harutyunyans of one town."""

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.blocking import Blocked
from standby.identity.linking.comparing import Table
from standby.identity.linking.crowd import Births, Crowd
from standby.identity.linking.degrees import FIELDS, Given, Home, Surname
from standby.identity.linking.said import Said
from standby.identity.linking.wordbook import Words

# Half of what the frequency says: given name and surname are not drawn independently of each other.
_STRENGTH = 0.5

# A name that one in four hundred bears says neither more nor less than usual. A short list is taken as a part of one
# with so many others on it: that a name stands once among five people does not make it common.
_USUAL = -6.0
_OTHERS = 400

# Nobody is born on one day of the year so much more often than on others.
_COMMON_DAY = 1 / 50
_DAYS = 32
_GIVEN, _SURNAME, _HOME, _OCCUPATION = (FIELDS.index(field) for field in ("given", "surname", "home", "occupation"))


def rarity(crowd: Crowd, found: Blocked, table: Table) -> NDArray[np.float64]:
    """In log odds for "the same", for each pair; nothing for what does not agree."""
    given_agrees = (table[:, _GIVEN] >= Given.SAME) & (table[:, _GIVEN] <= Given.SLIP)
    surname_agrees = (table[:, _SURNAME] >= Surname.SAME) & (table[:, _SURNAME] <= Surname.SLIP)
    given, surname = _log_shares(crowd, crowd.given), _log_shares(crowd, crowd.surname)
    return np.asarray(
        -_STRENGTH * (given_agrees * (_of_pairs(given, found) - _USUAL))
        - _STRENGTH * (surname_agrees * (_of_pairs(surname, found) - _USUAL))
        + _of_said(crowd.home, found, table[:, _HOME])
        + _of_said(crowd.occupation, found, table[:, _OCCUPATION])
        + _of_days(crowd.births, crowd.birth, found),
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


def _of_said(said: Said, found: Blocked, degrees: NDArray[np.int8]) -> NDArray[np.float64]:
    """By the rarest word in common, against what is usual among pairs that agree as far: the model knows the rest."""
    rarest, _, _ = said.shared(found.ones, found.others)
    worth = np.zeros(len(found))
    for degree in (Home.SAME, Home.RARELY, Home.PARTLY):
        rows = np.flatnonzero((degrees == degree) & (rarest > 0))
        if len(rows):
            logs = np.log(rarest[rows])
            worth[rows] = -_STRENGTH * (logs - logs.mean())
    return worth


def _of_days(births: Births, column: Words, found: Blocked) -> NDArray[np.float64]:
    """Takes back what a common day says: where one in fifty was born on New Year's Day, only the year was known."""
    days = births.month.astype(np.int64) * _DAYS + births.day
    counts = np.bincount(days[column[column >= 0]], minlength=_DAYS * 13)
    shares = counts / (int(counts.sum()) + _OTHERS)
    excess = np.where(shares > _COMMON_DAY, np.log(np.maximum(shares, _COMMON_DAY) * 365), 0.0)
    one, other = column[found.ones], column[found.others]
    worth = np.zeros(len(found))
    rows = np.flatnonzero((one >= 0) & (other >= 0))
    same = rows[(days[one[rows]] == days[other[rows]]) & (births.day[one[rows]] > 0)]
    worth[same] = -excess[days[one[same]]]
    return worth

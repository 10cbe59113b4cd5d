"""What is in common is worth much when it is rare, and little among a thousand Harutyunyans of one town."""

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.attested import bearers, folds_of
from standby.identity.linking.blocking import Blocked
from standby.identity.linking.classes import CLASSES, PairClass
from standby.identity.linking.comparing import Table
from standby.identity.linking.crowd import NOT_KNOWN, Births, Crowd
from standby.identity.linking.degrees import FIELDS, Father, Given, Home, Surname
from standby.identity.linking.model import Model
from standby.identity.linking.ragged import parts_of
from standby.identity.linking.said import Said
from standby.identity.linking.wordbook import Words

# Half of what the frequency says: given name and surname are not drawn independently of each other. How many bear both
# says it all.
_STRENGTH = 0.5
_OF_WHOLE_NAMES = 1.0

# A name that one in four hundred bears says neither more nor less than usual. A short list is taken as a part of one
# with so many others on it: that a name stands once among five people does not make it common.
_USUAL = -6.0
_OTHERS = 400

# Nobody is born on one day of the year so much more often than on others.
_COMMON_DAY = 1 / 50
_DAYS = 32
_AT_ONCE = 500_000
_FOLD_BITS = 32

Rows = NDArray[np.int64]
_GIVEN, _SURNAME, _FATHER, _HOME, _OCCUPATION = (
    FIELDS.index(field) for field in ("given", "surname", "father", "home", "occupation")
)
_OTHER = CLASSES.index(PairClass.OTHER)


def rarity(crowd: Crowd, found: Blocked, table: Table, model: Model) -> NDArray[np.float64]:
    """In log odds for "the same", for each pair; nothing for what does not agree."""
    worth = np.zeros(len(found))
    given, surname = _log_shares(crowd, crowd.given), _log_shares(crowd, crowd.surname)
    days = _excess_of_days(crowd)
    for part in parts_of(len(found), _AT_ONCE):
        ones, others, degrees = found.ones[part], found.others[part], table[part]
        given_agrees = (degrees[:, _GIVEN] >= Given.SAME) & (degrees[:, _GIVEN] <= Given.SLIP)
        surname_agrees = (degrees[:, _SURNAME] >= Surname.SAME) & (degrees[:, _SURNAME] <= Surname.SLIP)
        worth[part] -= _STRENGTH * (given_agrees * (_commoner(given, ones, others) - _USUAL))
        worth[part] -= _STRENGTH * (surname_agrees * (_commoner(surname, ones, others) - _USUAL))
        worth[part] -= _of_days(days, crowd, ones, others)
    rows = _of_one_whole_name(table)
    _add_whole_names(worth, crowd, found, rows)
    _add_fathers(worth, crowd, found, rows[_of_one_father(table[rows])], model)
    for said, place in ((crowd.home, _HOME), (crowd.occupation, _OCCUPATION)):
        if (said.of_record >= 0).any():
            _add_said(worth, said, found, table[:, place])
    return worth


def _log_shares(crowd: Crowd, words: Words) -> NDArray[np.float64]:
    """Of each record: how often its fold stands in this column, as a logarithm."""
    return np.asarray(np.log(bearers(crowd, words) / (len(crowd) + _OTHERS)), np.float64)


def _commoner(logs: NDArray[np.float64], ones: Rows, others: Rows) -> NDArray[np.float64]:
    """A slip of a frequent name, and its short form, are rare; the name is not."""
    return np.asarray(np.maximum(logs[ones], logs[others]), np.float64)


def _of_one_whole_name(table: Table) -> Rows:
    given, surname = table[:, _GIVEN], table[:, _SURNAME]
    return np.flatnonzero((given >= Given.SAME) & (given <= Given.SLIP) & (surname >= 1) & (surname <= Surname.SLIP))


def _of_one_father(table: Table) -> NDArray[np.bool_]:
    """Brothers may be a slip apart; then their father says no more than of any two of one surname."""
    return np.asarray((table[:, _GIVEN] < Given.SLIP) & (table[:, _FATHER] == Father.SAME), np.bool_)


def _add_whole_names(worth: NDArray[np.float64], crowd: Crowd, found: Blocked, rows: Rows) -> None:
    """How many bear both names, against what is usual among pairs that agree in both: given names and surnames are not
    drawn independently of each other, and no two names say how often they meet."""
    if len(rows):
        more = _commoner(np.log(_bearers_of_whole_names(crowd)), found.ones[rows], found.others[rows])
        worth[rows] -= _OF_WHOLE_NAMES * (more - more.mean())


def _add_fathers(worth: NDArray[np.float64], crowd: Crowd, found: Blocked, rows: Rows, model: Model) -> None:
    """Two strangers of one surname are often a sister and a brother and have one father. Two of one whole name are
    not: nobody calls two children alike. They have one father's name as often as fathers have that name. What others
    told of a father is left out: it was taken for theirs because of all this."""
    known = crowd.father != NOT_KNOWN
    rows = rows[known[found.ones[rows]] & known[found.others[rows]]]
    if len(rows):
        logs = np.log(bearers(crowd, crowd.father) / (int(known.sum()) + _OTHERS))
        of_strangers = float(model.degrees[_FATHER][Father.SAME, _OTHER])
        worth[rows] += of_strangers - _commoner(logs, found.ones[rows], found.others[rows])


def _bearers_of_whole_names(crowd: Crowd) -> NDArray[np.int64]:
    """Of each record how many have its given name and surname, by their folds."""
    names = folds_of(crowd, crowd.given).astype(np.int64) << _FOLD_BITS | folds_of(crowd, crowd.surname)
    _, places, counts = np.unique(names, return_inverse=True, return_counts=True)
    return np.asarray(counts[places], np.int64)


def _add_said(worth: NDArray[np.float64], said: Said, found: Blocked, degrees: NDArray[np.int8]) -> None:
    """By the rarest word in common, against what is usual among pairs that agree as far: the model knows the rest."""
    for degree in (Home.SAME, Home.RARELY, Home.PARTLY):
        agree = np.flatnonzero(degrees == degree)
        rarest, _, _ = said.shared(found.ones[agree], found.others[agree])
        rows, rarest = agree[rarest > 0], rarest[rarest > 0]
        if len(rows):
            logs = np.log(rarest)
            worth[rows] -= _STRENGTH * (logs - logs.mean())


def _excess_of_days(crowd: Crowd) -> NDArray[np.float64]:
    """By birth date: what a common day says too much, where one in fifty was born on New Year's Day and only the year
    was known; nothing for dates without a day."""
    days = _days(crowd.births)
    counts = np.bincount(days[crowd.birth[crowd.birth >= 0]], minlength=_DAYS * 13)
    shares = counts / (int(counts.sum()) + _OTHERS)
    excess = np.where(shares > _COMMON_DAY, np.log(np.maximum(shares, _COMMON_DAY) * 365), 0.0)
    return np.where(crowd.births.day > 0, excess[days], 0.0)


def _of_days(excess: NDArray[np.float64], crowd: Crowd, ones: Rows, others: Rows) -> NDArray[np.float64]:
    one, other = crowd.birth[ones], crowd.birth[others]
    worth = np.zeros(len(ones))
    days = _days(crowd.births)
    rows = np.flatnonzero((one >= 0) & (other >= 0))
    same = rows[days[one[rows]] == days[other[rows]]]
    worth[same] = excess[one[same]]
    return worth


def _days(births: Births) -> NDArray[np.int64]:
    return np.asarray(births.month.astype(np.int64) * _DAYS + births.day, np.int64)

"""Two names a slip of the pen apart that many bear are two names: a slip hardly ever makes a name that others have."""

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.blocking import Blocked
from standby.identity.linking.comparing import Table
from standby.identity.linking.crowd import NOT_KNOWN, Crowd
from standby.identity.linking.degrees import FIELDS, Given, Surname
from standby.identity.linking.ragged import parts_of
from standby.identity.linking.wordbook import Words

# As often as so many people register may a spelling occur before it counts as a name of its own. On long lists the same
# slip of a frequent name comes again, once in a thousand of its bearers.
_SEVERAL = 3.0
_SAME_SLIP = 1 / 1000
_AT_ONCE = 500_000

Rows = NDArray[np.int64]
_GIVEN, _SURNAME = FIELDS.index("given"), FIELDS.index("surname")


def attested(crowd: Crowd, found: Blocked, table: Table, *, registrations_of_a_person: float) -> NDArray[np.float64]:
    """In log odds for "the same", for each pair: nothing, or less for names that are near and both borne by others."""
    several = _SEVERAL * registrations_of_a_person
    worth = np.zeros(len(found))
    given, surname = bearers(crowd, crowd.given), bearers(crowd, crowd.surname)
    whole = crowd.other_surname == NOT_KNOWN
    for part in parts_of(len(found), _AT_ONCE):
        ones, others, degrees = found.ones[part], found.others[part], table[part]
        near = np.flatnonzero(np.isin(degrees[:, _GIVEN], (Given.SLIP, Given.FAR)))
        worth[part][near] += _of_two_names(crowd, crowd.given, given, ones[near], others[near], several)
        near = np.flatnonzero(np.isin(degrees[:, _SURNAME], (Surname.SLIP, Surname.FAR)) & whole[ones] & whole[others])
        worth[part][near] += _of_two_names(crowd, crowd.surname, surname, ones[near], others[near], several)
    return worth


def two_given_names(crowd: Crowd, ones: Rows, others: Rows, *, registrations_of_a_person: float) -> NDArray[np.bool_]:
    """Whether others bear either given name: where the two are near, one is hardly a slip of the other."""
    counts, folds = bearers(crowd, crowd.given), folds_of(crowd, crowd.given)
    rarer = np.minimum(counts[ones], counts[others])
    return np.asarray((folds[ones] != folds[others]) & (rarer > _SEVERAL * registrations_of_a_person), np.bool_)


def bearers(crowd: Crowd, words: Words) -> NDArray[np.int64]:
    """Of each record: in how many its fold stands in this column, those that tell none counted together."""
    folds = folds_of(crowd, words)
    return np.asarray(np.bincount(folds, minlength=len(crowd.words.fold_texts) + 1)[folds], np.int64)


def folds_of(crowd: Crowd, words: Words) -> NDArray[np.int32]:
    """Of each record the number of its fold; what tells none has the last."""
    return np.append(crowd.words.folds, np.int32(len(crowd.words.fold_texts)))[words]


def _of_two_names(
    crowd: Crowd, words: Words, counts: NDArray[np.int64], ones: Rows, others: Rows, several: float
) -> NDArray[np.float64]:
    folds = folds_of(crowd, words)
    rarer, commoner = np.minimum(counts[ones], counts[others]), np.maximum(counts[ones], counts[others])
    enough = several + _SAME_SLIP * commoner
    return np.where(folds[ones] == folds[others], 0.0, -np.log1p((rarer - 1) / enough))

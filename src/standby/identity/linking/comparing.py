"""Compares many pairs of records at once, field by field: the degrees of all of them as one table."""

from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from standby.identity.given_names import Relation
from standby.identity.linking.contacts_of import Contacts, compare_contacts, compare_licences
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.dates_of import compare_birth_dates
from standby.identity.linking.degrees import DEGREES, Child, Father, Given, Home, Match, Surname
from standby.identity.linking.ragged import parts_of
from standby.identity.linking.said import Said
from standby.identity.linking.word_costs import CHILD_RATE, FAR_COST
from standby.identity.linking.word_pairs import WordPairs
from standby.identity.linking.wordbook import Wordbook, Words
from standby.identity.weights import Weights

Table = NDArray[np.int8]
Rows = NDArray[np.int64]

_SAME_COST = 0.8
_RESPELLED_COST = 3.0
_SLIP_COST = 8.0

# By distance, as `_distances` counts it.
_GIVEN = np.array([Given.SAME, Given.RESPELLED, Given.SLIP, Given.FAR, Given.OTHER], np.int8)
_SURNAME = np.array([Surname.SAME, Surname.RESPELLED, Surname.SLIP, Surname.FAR, Surname.OTHER], np.int8)
_FATHER = np.array([Father.SAME, Father.SAME, Father.SLIP, Father.OTHER, Father.OTHER], np.int8)
_TOO_FAR = 3

# So many pairs at a time stay in the processor's own memory; two at a time are compared side by side.
_AT_ONCE = 200_000
_SIDE_BY_SIDE = 2


def compare_pairs(crowd: Crowd, ones: Rows, others: Rows, weights: Weights) -> Table:
    """One row a pair, in the order of `FIELDS`."""
    parts = parts_of(len(ones), _AT_ONCE)
    phones, emails = Contacts.of(crowd.phones, crowd.phone_texts), Contacts.of(crowd.emails, crowd.email_texts)
    found = np.empty((len(ones), len(DEGREES)), np.int8)

    def compare(parts: list[slice]) -> None:
        words = WordPairs(crowd.words, weights, expected=len(ones))
        for part in parts:
            found[part] = _compared(crowd, ones[part], others[part], words, phones, emails)

    if len(parts) < _SIDE_BY_SIDE:
        compare(parts)
        return found
    with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        list(pool.map(compare, [parts[side::_SIDE_BY_SIDE] for side in range(_SIDE_BY_SIDE)]))
    return found


def _compared(crowd: Crowd, ones: Rows, others: Rows, words: WordPairs, phones: Contacts, emails: Contacts) -> Table:
    given, surname = _names(crowd, ones, others, words)
    columns = (
        given,
        surname,
        compare_fathers(words, crowd.father[ones], crowd.father[others]),
        _child(crowd, ones, others, given, words),
        compare_contacts(phones, ones, others),
        compare_contacts(emails, ones, others),
        compare_birth_dates(crowd.births, crowd.birth[ones], crowd.birth[others]),
        compare_licences(crowd, ones, others),
        _said(crowd.home, ones, others),
        _said(crowd.occupation, ones, others),
        _matches(crowd.sex[ones], crowd.sex[others], known_from=1),
        _matches(crowd.list_id[ones], crowd.list_id[others], known_from=0),
    )
    return np.stack(columns, axis=1).astype(np.int8)


def compare_fathers(words: WordPairs, ones: Words, others: Words) -> Table:
    return _degrees_by_distance(_distances(words, ones, others), _FATHER)


def _names(crowd: Crowd, ones: Rows, others: Rows, words: WordPairs) -> tuple[Table, Table]:
    """As the columns say, unless the names fit much better with one of them turned round."""
    given = _given(words, crowd.given[ones], crowd.given[others])
    surname = _degrees_by_distance(_nearest_surname(crowd, ones, others, words), _SURNAME)
    rows = np.flatnonzero((given >= Given.FAR) | (surname >= Surname.FAR))
    first, last = (
        (crowd.given[ones[rows]], crowd.surname[ones[rows]]),
        (crowd.given[others[rows]], crowd.surname[others[rows]]),
    )
    one_way = _distances(words, first[0], last[1])
    near = np.flatnonzero((one_way >= 0) & (one_way < _TOO_FAR))
    other_way = _distances(words, first[1][near], last[0][near])
    one_initial = _either_initial(crowd.words, first[0][near], last[1][near])
    other_initial = _either_initial(crowd.words, first[1][near], last[0][near])
    fits = (other_way >= 0) & (other_way < _TOO_FAR) & ~(one_initial & other_initial)
    turned, one_way, other_way = rows[near[fits]], one_way[near[fits]], other_way[fits]
    one_initial, other_initial = one_initial[fits], other_initial[fits]
    farther = np.maximum(one_way, other_way)
    given[turned] = np.where(one_initial | other_initial, np.int8(Given.INITIAL), _GIVEN[farther])
    surname[turned] = _SURNAME[np.where(one_initial, other_way, np.where(other_initial, one_way, farther))]
    return given, surname


def _either_initial(words: Wordbook, ones: Words, others: Words) -> NDArray[np.bool_]:
    """Of known words. Any initial fits many: turned round, one may stand for a given name, never for both names."""
    if not len(ones):
        return np.zeros(0, np.bool_)
    return np.asarray((words.initials[ones] + words.initials[others]) > 0, np.bool_)


def _given(words: WordPairs, ones: Words, others: Words) -> Table:
    initials = words.words.initials
    if not len(initials):
        return np.zeros(len(ones), np.int8)
    costs, slips, known = _costs(words, ones, others)
    found = _GIVEN[_steps(costs, slips)]
    a, b = np.maximum(ones, 0), np.maximum(others, 0)
    told = words.relations(a, b)
    found[told == Relation.OTHER] = Given.OTHER
    found[(told == Relation.OTHER) & (costs < _SLIP_COST)] = Given.FAR
    found[told == Relation.SHORT_FORM] = Given.SHORT_FORM
    found[told == Relation.SAME] = Given.SAME
    initial = (initials[a] + initials[b]) > 0
    found[initial] = np.where(slips[initial] > 0, Given.OTHER, Given.INITIAL)
    found[~known] = Given.UNKNOWN
    return found


def _nearest_surname(crowd: Crowd, ones: Rows, others: Rows, words: WordPairs) -> Table:
    """Of double surnames the halves that fit best: the other half may have been left out, or worn before marriage."""
    nearest = _distances(words, crowd.surname[ones], crowd.surname[others])
    one_half, other_half = crowd.other_surname[ones], crowd.other_surname[others]
    for first, second in (
        (one_half, crowd.surname[others]),
        (crowd.surname[ones], other_half),
        (one_half, other_half),
    ):
        rows = np.flatnonzero((first >= 0) & (second >= 0))
        if len(rows):
            nearest[rows] = np.minimum(nearest[rows], _distances(words, first[rows], second[rows]))
    return nearest


def _distances(words: WordPairs, ones: Words, others: Words) -> Table:
    """0: the same; 1: by other rules of spelling; 2: with a slip of the pen; 3: with two; 4: another; -1: unknown."""
    costs, slips, known = _costs(words, ones, others)
    return np.where(known, _steps(costs, slips), -1).astype(np.int8)


def _steps(costs: NDArray[np.float32], slips: NDArray[np.int8]) -> Table:
    found = np.full(len(costs), 4, np.int8)
    found[(slips <= 2) & (costs < FAR_COST)] = 3
    found[(slips <= 1) & (costs < _SLIP_COST)] = 2
    spelled = (slips == 0) & (costs < _RESPELLED_COST)
    found[spelled] = 1
    found[spelled & (costs < _SAME_COST)] = 0
    return found


def _costs(
    words: WordPairs, ones: Words, others: Words
) -> tuple[NDArray[np.float32], NDArray[np.int8], NDArray[np.bool_]]:
    known = (ones >= 0) & (others >= 0)
    costs, slips = np.zeros(len(ones), np.float32), np.zeros(len(ones), np.int8)
    rows = np.flatnonzero(known)
    costs[rows], slips[rows] = words.costs(ones[rows], others[rows])
    return costs, slips, known


def _degrees_by_distance(distances: Table, degrees: Table) -> Table:
    """-1 is the last place of the table with "unknown" put behind it."""
    return np.append(degrees, np.int8(0))[distances]


def _child(crowd: Crowd, ones: Rows, others: Rows, given: Table, words: WordPairs) -> Table:
    """Whether one is called as the other's father is, where the two are not called alike."""
    found = np.zeros(len(ones), np.int8)
    for first, second in ((ones, others), (others, ones)):
        father, child = crowd.father[first], crowd.given[second]
        known = (father >= 0) & (child >= 0)
        found[known & (found == 0)] = Child.NO
        rows = np.flatnonzero(known & (given >= Given.FAR))
        costs, _ = words.costs(father[rows], child[rows])
        lengths = np.maximum(crowd.words.lengths[father[rows]], crowd.words.lengths[child[rows]])
        found[rows[costs / np.maximum(lengths, 1) < CHILD_RATE]] = Child.YES
    return found


def _said(said: Said, ones: Rows, others: Rows) -> Table:
    rarest, equal, known = said.shared(ones, others)
    found = np.where(rarest > 0, np.int8(Home.PARTLY), np.int8(Home.OTHER))
    found[(rarest > 0) & (rarest <= said.rare)] = Home.RARELY
    found[equal > 0] = Home.SAME
    return np.where(known, found, np.int8(Home.UNKNOWN))


def _matches(ones: NDArray[np.integer], others: NDArray[np.integer], *, known_from: int) -> Table:
    known = (ones >= known_from) & (others >= known_from)
    return np.where(known, np.where(ones == others, Match.SAME, Match.OTHER), Match.UNKNOWN).astype(np.int8)

"""The model of three classes: how often each degree of agreement occurs among the same, among a household, elsewhere.

Fitted to the pairs themselves by expectation maximisation (Fellegi and Sunter, with a class of its own for households):
nobody has to label anything first. A field that either record does not know says nothing.

Fields agree independently of each other within a class, with one exception. Strangers were brought together because the
given name or the surname is alike, seldom both: were that left out, every two strangers of one name would seem to be
two of one whole name, and rarely would a whole name in common say anything.
"""

from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from standby.identity.linking.classes import CLASSES, PairClass
from standby.identity.linking.comparing import Table
from standby.identity.linking.degrees import FIELDS, Birth, Child, Contact, Father, Given, Match, Surname
from standby.identity.linking.usual import usual_classes, usual_counts, usual_names

Chances = NDArray[np.float64]

_ROUNDS = 30
_UNSURE = 0.01
# What a person shares with their household no more than with a stranger.
_OF_ONES_OWN = frozenset({"birth", "licence"})
_COLUMN = {field: place for place, field in enumerate(FIELDS)}
_GIVEN, _SURNAME = _COLUMN["given"], _COLUMN["surname"]
_OTHER = CLASSES.index(PairClass.OTHER)
# Of the degrees of either name, without "not known": spelled alike, spelled by other rules.
_SPELLED = slice(0, 2)


def _independent() -> Chances:
    return np.zeros((len(Given), len(Surname)))


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Model:
    """`degrees[field][degree, class]` and `classes[class]`: logarithms of how often each occurs.

    `together[given, surname]`: how much more often than by their shares both degrees meet in one pair of strangers.
    """

    degrees: tuple[Chances, ...]
    classes: Chances
    together: Chances = field(default_factory=_independent)

    def log_chances(self, table: Table) -> Chances:
        """For each pair and class, up to a constant of the pair."""
        columns = (logs[table[:, place]] for place, logs in enumerate(self.degrees))
        chances = np.asarray(self.classes + sum(columns), np.float64)
        chances[:, _OTHER] += self.names_together(table)
        return chances

    def names_together(self, table: Table) -> Chances:
        """For each pair what both names say of strangers beyond what each says."""
        return np.asarray(self.together[table[:, _GIVEN], table[:, _SURNAME]], np.float64)


def fit(kinds: Table, counts: NDArray[np.int64]) -> Model:
    """The same table gives the same model: the first guess is a rule, not a draw.

    `kinds`: the distinct rows of degrees; `counts`: how many pairs have each.
    """
    chances = _first_guess(kinds) * counts[:, None]
    model = _count(kinds, chances)
    for _ in range(_ROUNDS):
        chances = normalised(model.log_chances(kinds)) * counts[:, None]
        model = _count(kinds, chances)
    return model


def normalised(logs: Chances) -> Chances:
    """Chances that add up to one for each pair."""
    chances = logs - logs.max(axis=1, keepdims=True)
    np.exp(chances, out=chances)
    chances /= chances.sum(axis=1, keepdims=True)
    return np.asarray(chances, np.float64)


def _count(table: Table, chances: Chances) -> Model:
    degrees = tuple(_log_shares(table[:, place], chances, field) for place, field in enumerate(FIELDS))
    classes = chances.sum(axis=0) + usual_classes()
    together = _log_together(table, chances[:, _OTHER], degrees[_GIVEN][:, _OTHER], degrees[_SURNAME][:, _OTHER])
    return Model(degrees=degrees, classes=np.log(classes / classes.sum()), together=together)


def _log_together(table: Table, strangers: Chances, given: Chances, surname: Chances) -> Chances:
    """Of the pairs that know both names; nothing where one is not known. Spelled alike or by other rules is one here:
    of rare pairs of degrees there are too few strangers to count each by itself."""
    alone = np.exp(given[1:, None] + surname[None, 1:])
    counts = np.zeros((len(given), len(surname)))
    np.add.at(counts, (table[:, _GIVEN], table[:, _SURNAME]), strangers)
    met = counts[1:, 1:] + usual_names(alone)
    logs = _independent()
    logs[1:, 1:] = np.log(_spelled_as_one(met / met.sum())) - np.log(_spelled_as_one(alone))
    return logs


def _spelled_as_one(by_degrees: Chances) -> Chances:
    """Sums over both ways to spell a name, written at each."""
    found = by_degrees.copy()
    found[_SPELLED] = found[_SPELLED].sum(axis=0)
    found[:, _SPELLED] = found[:, _SPELLED].sum(axis=1, keepdims=True)
    return found


def _log_shares(column: NDArray[np.int8], chances: Chances, field: str) -> Chances:
    """Counted, with what is usual counted in: a short list does not tell what it has too little of."""
    counts = usual_counts(field)
    for place in range(len(CLASSES)):
        counts[:, place] += np.bincount(column, weights=chances[:, place], minlength=len(counts))
    if field in _OF_ONES_OWN:
        counts[:, 1:] = counts[:, 1:].sum(axis=1, keepdims=True)
    logs = np.zeros(counts.shape)
    logs[1:] = np.log(counts[1:] / counts[1:].sum(axis=0))
    return logs


def _first_guess(table: Table) -> Chances:
    """Names that fit, something else that fits and nothing that contradicts: the same. One phone, other given names
    and one surname: a household."""
    same = _is_plainly_same(table)
    given, surname = _degrees(table, "given"), _degrees(table, "surname")
    shared_phone = _degrees(table, "phone") == Contact.SAME
    household = shared_phone & (surname <= Surname.RESPELLED) & (given >= Given.FAR) & ~same
    chances = np.full((len(table), len(CLASSES)), _UNSURE)
    chances[same, 0] = 1
    chances[household, 1] = 1
    chances[~same & ~household, 2] = 1
    return np.asarray(chances / chances.sum(axis=1, keepdims=True), np.float64)


def _is_plainly_same(table: Table) -> NDArray[np.bool_]:
    given, surname = _degrees(table, "given"), _degrees(table, "surname")
    phone, birth = _degrees(table, "phone"), _degrees(table, "birth")
    names_fit = (given <= Given.INITIAL) & (surname <= Surname.SLIP) & (given + surname > 0)
    contradicted = (
        (_degrees(table, "father") == Father.OTHER)
        | (birth >= Birth.SAME_YEAR)
        | (_degrees(table, "licence") == Match.OTHER)
        | (_degrees(table, "child") == Child.YES)
    )
    supported = (
        (phone == Contact.SAME)
        | (_degrees(table, "email") == Contact.SAME)
        | (_degrees(table, "licence") == Match.SAME)
        | (birth == Birth.SAME)
        | (_degrees(table, "father") == Father.SAME)
    )
    names_alone = (phone != Contact.OTHER) & (given <= Given.RESPELLED) & (surname <= Surname.RESPELLED)
    return np.asarray(names_fit & ~contradicted & (supported | names_alone), np.bool_)


def _degrees(table: Table, field: str) -> NDArray[np.int8]:
    return table[:, _COLUMN[field]]

"""Guesses what each column of a list is for: by its header, by its values, and by the columns beside it."""

from dataclasses import replace

from standby.exchange.fields import REPEATABLE, Field, LeftOut
from standby.exchange.folding import fold, tidy
from standby.exchange.headers import is_bare_name, recognise
from standby.exchange.mapping import ColumnGuess, Evidence, Mapping, Sign
from standby.exchange.neighbours import settle_neighbours
from standby.exchange.tables import Table
from standby.exchange.value_shapes import Knowledge, field_by_values, share_like

_SAMPLE = 400
_AGREE, _AGAINST = 0.6, 0.2
_VALUES_ALONE = 0.6
# Columns that a slip of the mouse shifts under one another's headers, and whose values cannot be mistaken.
_SHIFTED = frozenset({Field.PHONE, Field.EMAIL, Field.BIRTH_DATE})
_FATHER = ("father", "հոր ", "отца", "ata ", "atas", "მამის")


def guess_mapping(table: Table, *, known: Knowledge | None = None) -> Mapping:
    """A first mapping with its reasons, for a person to look at; nothing is read by a guess alone.

    `known` lets values be looked up: occupations in the catalogue, towns among the operation's places.
    """
    knowledge = known or Knowledge()
    has_values = bool(table.rows)
    samples = {column: _sample(table, column) for column in table.columns}
    guesses = [_guess(column, samples[column], knowledge, has_values=has_values) for column in table.columns]
    guesses = settle_neighbours(_name_parts(guesses), samples)
    return Mapping(columns=tuple(_once_each(guesses)))


def _sample(table: Table, column: str) -> list[str]:
    """Up to 400 values from all over the list, those that are there."""
    values = [tidied for value in table.values(column) if (tidied := tidy(value))]
    return values[:: max(1, len(values) // _SAMPLE)][:_SAMPLE]


def _guess(column: str, cells: list[str], known: Knowledge, *, has_values: bool) -> ColumnGuess:
    match = recognise(column)
    if match is None:
        return _by_values(column, cells, known, has_values=has_values)
    evidence: tuple[Evidence, ...] = (Evidence(sign=match.sign, word=match.word),)
    if isinstance(match.target, LeftOut):
        return ColumnGuess(column=column, left_out=match.target, confidence=match.confidence, evidence=evidence)
    if any(word in fold(column) + " " for word in _FATHER) and match.target is Field.PATRONYMIC:
        evidence += (Evidence(sign=Sign.FATHER_NAME),)
    guess = ColumnGuess(column=column, field=match.target, confidence=match.confidence, evidence=evidence)
    return _weighed(guess, match.target, cells, known)


def _weighed(guess: ColumnGuess, field: Field, cells: list[str], known: Knowledge) -> ColumnGuess:
    """The header's word against the values': they may strengthen it, or show that it is another column's header."""
    share = share_like(field, cells, known)
    if share is None:
        return guess
    if share >= _AGREE:
        seen = Evidence(sign=Sign.VALUES, share=round(share, 3))
        return replace(guess, confidence=min(1.0, guess.confidence + 0.05), evidence=(*guess.evidence, seen))
    if share > _AGAINST:
        return replace(guess, confidence=guess.confidence * 0.8)
    against = Evidence(sign=Sign.VALUES_AGAINST, share=round(share, 3))
    other = field_by_values(cells, known)
    if other is not None and field in _SHIFTED and other[0] in _SHIFTED:
        return _seen(guess.column, *other)
    return replace(guess, confidence=guess.confidence * 0.5, evidence=(*guess.evidence, against))


def _by_values(column: str, cells: list[str], known: Knowledge, *, has_values: bool) -> ColumnGuess:
    found = field_by_values(cells, known)
    if found is not None:
        return _seen(column, *found)
    empty = has_values and not cells
    return ColumnGuess(column=column, left_out=LeftOut.EMPTY if empty else LeftOut.NOT_RECOGNISED)


def _seen(column: str, field: Field, share: float) -> ColumnGuess:
    evidence = (Evidence(sign=Sign.VALUES, share=round(share, 3)),)
    return ColumnGuess(column=column, field=field, confidence=round(_VALUES_ALONE * share, 3), evidence=evidence)


def _name_parts(guesses: list[ColumnGuess]) -> list[ColumnGuess]:
    """A bare "name" beside a surname is the given name."""
    if not any(guess.field is Field.SURNAME for guess in guesses):
        return guesses
    has_given = any(guess.field is Field.GIVEN for guess in guesses)
    return [
        replace(guess, field=Field.GIVEN)
        if guess.field is Field.FULL_NAME and is_bare_name(guess.column) and not has_given
        else guess
        for guess in guesses
    ]


def _once_each(guesses: list[ColumnGuess]) -> list[ColumnGuess]:
    """Of two columns for a purpose that needs one, the surer guess; the first of equals."""
    best: dict[Field, ColumnGuess] = {}
    for guess in guesses:
        if guess.field is None or guess.field in REPEATABLE:
            continue
        if guess.field not in best or guess.confidence > best[guess.field].confidence:
            best[guess.field] = guess
    kept = {id(guess) for guess in best.values()}
    return [
        guess
        if guess.field is None or guess.field in REPEATABLE or id(guess) in kept
        else replace(guess, field=None, left_out=LeftOut.REPEATED)
        for guess in guesses
    ]

"""Which column of a list is read for what: guessed, shown, corrected by a person, kept for the next version."""

from collections.abc import Mapping as Pairs
from dataclasses import dataclass, replace
from enum import StrEnum

from standby.domain.errors import Refused
from standby.exchange.fields import REPEATABLE, Field, LeftOut
from standby.exchange.kept import Json, items, number, part, text


class Sign(StrEnum):
    """What a guess rests on."""

    HEADER = "header"  # the header is one of our words for it
    HEADER_LIKE = "header_like"  # the header resembles one of our words
    HEADER_WITHIN = "header_within"  # one of our words stands within the header
    VALUES = "values"  # most values look like it
    VALUES_AGAINST = "values_against"  # the header says so but the values do not look like it
    NEIGHBOURS = "neighbours"  # the columns beside it decide
    FATHER_NAME = "father_name"  # a father's name: read as the patronymic, for nothing else
    PERSON = "person"  # a person has said so


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """One reason for a guess; `share` is the part of the values that agree, `word` the word that was recognised."""

    sign: Sign
    word: str = ""
    share: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnGuess:
    """What one column is read for, or why it is not."""

    column: str
    field: Field | None = None
    left_out: LeftOut | None = None
    confidence: float = 0.0
    evidence: tuple[Evidence, ...] = ()

    def __post_init__(self) -> None:
        if (self.field is None) == (self.left_out is None):
            raise ValueError("A column is either read for something or left out for a reason.")
        if not 0 <= self.confidence <= 1:
            raise ValueError("Confidence lies between 0 and 1.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Mapping:
    """All columns of one table, in its order."""

    columns: tuple[ColumnGuess, ...]

    def columns_of(self, field: Field) -> tuple[str, ...]:
        return tuple(guess.column for guess in self.columns if guess.field is field)

    def column_of(self, field: Field) -> str | None:
        return next(iter(self.columns_of(field)), None)

    @property
    def left_out(self) -> tuple[ColumnGuess, ...]:
        """What is named in the report and not read."""
        return tuple(guess for guess in self.columns if guess.field is None)

    def corrected(self, choices: Pairs[str, Field | None]) -> "Mapping":
        """The same with what a person has said; a field that can stand once leaves the column it was guessed for."""
        unknown = set(choices) - {guess.column for guess in self.columns}
        if unknown:
            raise Refused(f"The list has no column {min(unknown)}.")
        _refuse_double(choices)
        taken = {field for field in choices.values() if field is not None and field not in REPEATABLE}
        return Mapping(columns=tuple(_correct(guess, choices, taken) for guess in self.columns))

    def to_json(self) -> Json:
        return {
            "columns": [
                {
                    "column": guess.column,
                    "field": guess.field.value if guess.field else None,
                    "left_out": guess.left_out.value if guess.left_out else None,
                    "confidence": round(guess.confidence, 3),
                    "evidence": [
                        {"sign": evidence.sign.value, "word": evidence.word, "share": evidence.share}
                        for evidence in guess.evidence
                    ],
                }
                for guess in self.columns
            ]
        }

    @classmethod
    def from_json(cls, kept: Json) -> "Mapping":
        """A mapping that was kept; anything else is refused with a plain sentence."""
        try:
            return cls(columns=tuple(_column_from(item) for item in items(part(kept, "columns"))))
        except (KeyError, TypeError, ValueError) as error:
            raise Refused("This is not a mapping of columns that was kept here.") from error


def _refuse_double(choices: Pairs[str, Field | None]) -> None:
    seen: set[Field] = set()
    for field in choices.values():
        if field is not None and field in seen and field not in REPEATABLE:
            raise Refused(f"Two columns cannot both be the {field.value.replace('_', ' ')}.")
        if field is not None:
            seen.add(field)


def _correct(guess: ColumnGuess, choices: Pairs[str, Field | None], taken: set[Field]) -> ColumnGuess:
    said = (Evidence(sign=Sign.PERSON),)
    if guess.column in choices:
        field = choices[guess.column]
        left_out = LeftOut.NO_PURPOSE if field is None else None
        return ColumnGuess(column=guess.column, field=field, left_out=left_out, confidence=1.0, evidence=said)
    if guess.field in taken:
        return replace(guess, field=None, left_out=LeftOut.REPEATED)
    return guess


def _column_from(kept: Json) -> ColumnGuess:
    field, left_out = part(kept, "field"), part(kept, "left_out")
    return ColumnGuess(
        column=text(part(kept, "column")),
        field=Field(text(field)) if field is not None else None,
        left_out=LeftOut(text(left_out)) if left_out is not None else None,
        confidence=number(part(kept, "confidence")),
        evidence=tuple(_evidence_from(item) for item in items(part(kept, "evidence"))),
    )


def _evidence_from(kept: Json) -> Evidence:
    share = part(kept, "share")
    return Evidence(
        sign=Sign(text(part(kept, "sign"))),
        word=text(part(kept, "word")),
        share=number(share) if share is not None else None,
    )

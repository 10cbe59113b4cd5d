"""What the pages of an upload show: columns, occupations, rows, the missing, and the report to hand back."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from io import StringIO

from django.utils.translation import gettext

from standby.domain.offers import Offer, PersonalDetails
from standby.exchange import (
    ColumnGuess,
    Outcome,
    Preview,
    RoleChoice,
    RowOutcome,
    Sign,
    choices_from_json,
    write_report,
)
from standby.exchange.folding import fold
from standby.exchange.kept import items, text, truth, whole_number
from standby.exchange.towns import TownValue
from standby.rooms.door.actions.reading import mapping_of
from standby.rooms.door.heads import Head, head_from_json
from standby.rooms.door.list_words import LEFT_OUT_WORDS, evidence_sentence, field_word
from standby.rooms.door.models import Upload
from standby.rooms.door.pieces import kept_json
from standby.rooms.door.shown import Shown, TroubledRow, shown_from_json


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnRow:
    """A column with a few of its real values, what it is taken for, and why."""

    guess: ColumnGuess
    samples: tuple[str, ...]
    because: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationRow:
    """An occupation in the words of the list, how many rows say it, and what it stands for; None: nobody knows yet."""

    words: str
    count: int
    choice: RoleChoice | None

    @property
    def key(self) -> str:
        return fold(self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidTrouble:
    """One thing wrong with one row, in the reader's language."""

    number: int
    line: int
    outcome: Outcome
    field: str
    what: str
    remedy: str


def head_of_upload(upload: Upload) -> Head:
    return head_from_json(kept_json(upload, purpose="head"))


def column_rows(upload: Upload, head: Head) -> list[ColumnRow]:
    return [
        ColumnRow(guess=guess, samples=head.samples[guess.column], because=_because(guess))
        for guess in mapping_of(upload).columns
    ]


def occupation_rows(upload: Upload) -> list[OccupationRow]:
    """Those that no guess knew first, then the commonest; the order stays while they are mapped."""
    choices = choices_from_json(kept_json(upload, purpose="occupations"))
    found = [items(value) for value in items(kept_json(upload, purpose="values"))]
    return [
        OccupationRow(words=text(words), count=whole_number(count), choice=choices.get(fold(text(words))))
        for words, count, _ in sorted(found, key=lambda value: not truth(value[2]))
    ]


def town_rows(upload: Upload) -> list[TownValue]:
    """Towns that sound like no home of the operation, the commonest first."""
    found = [items(value) for value in items(kept_json(upload, purpose="towns"))]
    return [TownValue(value=text(words), count=whole_number(count)) for words, count in found]


def shown_of_upload(upload: Upload) -> Shown:
    return shown_from_json(kept_json(upload, purpose="shown"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One part of the preview that can be looked at row by row."""

    name: str
    title: str
    count: int


def parts_of(counts: Mapping[str, int], shown: Shown) -> list[Part]:
    """Those that have something in them; what cannot be used always."""
    doubted = sum(row.outcome is Outcome.USABLE for row in shown.troubled)
    parts = [
        Part(name="unusable", title=gettext("cannot be used"), count=counts["unusable"]),
        Part(name="incomplete", title=gettext("incomplete"), count=counts["incomplete"]),
        Part(name="under_age", title=gettext("under age"), count=counts["under_age"]),
        Part(name="usable", title=gettext("used, with a remark"), count=doubted),
        Part(name="changed", title=gettext("changed"), count=counts["changed"]),
        Part(name="missing", title=gettext("missing"), count=counts["missing"]),
    ]
    return [part for part in parts if part.count or part.name == "unusable"]


def rows_of_part(shown: Shown, part: str) -> Sequence[object]:
    """What the part has to page through."""
    match part:
        case "changed":
            return shown.changed
        case "missing":
            return shown.missing
        case _:
            return troubled_rows(shown, part)


def troubled_rows(shown: Shown, part: str) -> list[TroubledRow]:
    return [row for row in shown.troubled if row.outcome == part]


def said_troubles(rows: Sequence[TroubledRow]) -> list[SaidTrouble]:
    return [
        SaidTrouble(
            number=row.number,
            line=row.line,
            outcome=row.outcome,
            field=field_word(found.field),
            what=what,
            remedy=remedy,
        )
        for row in rows
        for found in row.troubles
        for what, remedy in [found.said(gettext)]
    ]


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidFault:
    """One thing wrong with the file as a whole, in the reader's language as far as it holds no value."""

    line: int | None
    what: str
    remedy: str


def said_faults(upload: Upload) -> list[SaidFault]:
    return [
        SaidFault(line=fault["line"], what=gettext(fault["what"]), remedy=fault["remedy"] and gettext(fault["remedy"]))
        for fault in upload.faults
    ]


def report_of(upload: Upload) -> str:
    """As CSV: what could not be used and why, for the keeper of the list. No value of a row, no refused row."""
    shown, table = shown_of_upload(upload), head_of_upload(upload).table
    refused = [_bare(row.number, row.line, Outcome.REFUSED) for row in shown.refused]
    troubled = [replace(_bare(row.number, row.line, row.outcome), troubles=row.troubles) for row in shown.troubled]
    named = replace(table, origin=replace(table.origin, file=upload.source_list.title))
    preview = Preview(file=named.origin.file, rows=(*refused, *troubled))
    out = StringIO(newline="")
    write_report(preview, named, mapping_of(upload), out, translate=gettext)
    return out.getvalue()


def _bare(number: int, line: int, outcome: Outcome) -> RowOutcome:
    return RowOutcome(number=number, line=line, outcome=outcome, details=PersonalDetails(), offer=Offer())


def _because(guess: ColumnGuess) -> str:
    is_said = any(evidence.sign is Sign.PERSON for evidence in guess.evidence)
    if guess.left_out is not None and not is_said:
        return str(LEFT_OUT_WORDS[guess.left_out])
    return evidence_sentence(guess.evidence)

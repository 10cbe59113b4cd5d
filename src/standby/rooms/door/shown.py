"""What the page of a preview shows row by row: kept sealed beside the rows, so that the page need not open them all."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from standby.exchange import Mapping as ColumnMapping
from standby.exchange import Outcome, Preview, Problem, Table, Trouble
from standby.exchange.fields import Field
from standby.exchange.kept import Json
from standby.exchange.keys import VersionChanges
from standby.rooms.door.file_parts import key_of_list, list_names


@dataclass(frozen=True, slots=True, kw_only=True)
class TroubledRow:
    """A row with something to say about it; `line` is where it begins in the file."""

    number: int
    line: int
    outcome: Outcome
    troubles: tuple[Trouble, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusedRow:
    """An offer to fight, in the words of the list; shown on this page and nowhere after it."""

    number: int
    line: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """`changed` names rows by number, `missing` registrations by reference; `lists` are those
    named in the file, each with its rows by what becomes of them."""

    troubled: tuple[TroubledRow, ...]
    refused: tuple[RefusedRow, ...]
    lists: Mapping[str, Mapping[str, int]]
    changed: tuple[int, ...]
    missing: tuple[str, ...]

    @property
    def rows_by_list(self) -> dict[str, int]:
        return {name: sum(counts.values()) for name, counts in self.lists.items()}


def shown_of(preview: Preview, *, table: Table, mapping: ColumnMapping, changes: VersionChanges) -> Shown:
    return Shown(
        troubled=tuple(
            TroubledRow(number=row.number, line=row.line, outcome=row.outcome, troubles=row.troubles)
            for row in preview.reported
        ),
        refused=_refused(preview, table=table, columns=mapping.columns_of(Field.OCCUPATION)),
        lists=_lists(preview),
        changed=tuple(int(change.new) for change in changes.changed),
        missing=changes.missing,
    )


def shown_to_json(shown: Shown) -> Json:
    return {
        "troubled": [
            [row.number, row.line, row.outcome.value, [_trouble_to_json(found) for found in row.troubles]]
            for row in shown.troubled
        ],
        "refused": [[row.number, row.line, row.words] for row in shown.refused],
        "lists": {name: dict(counts) for name, counts in shown.lists.items()},
        "changed": list(shown.changed),
        "missing": list(shown.missing),
    }


def shown_from_json(kept: Json) -> Shown:
    """What was kept by us, sealed: its shape is trusted."""
    parts = cast(dict[str, list[list[Json]]], kept)
    return Shown(
        troubled=tuple(_troubled(row) for row in parts["troubled"]),
        refused=tuple(
            RefusedRow(number=cast(int, number), line=cast(int, line), words=cast(str, words))
            for number, line, words in parts["refused"]
        ),
        lists=cast(dict[str, dict[str, int]], parts["lists"]),
        changed=tuple(cast(list[int], parts["changed"])),
        missing=tuple(cast(list[str], parts["missing"])),
    )


def _lists(preview: Preview) -> dict[str, dict[str, int]]:
    """In the order of their names; of what cannot be used no list is known, and the file's own counts it."""
    names = list_names(preview.rows)
    counted: dict[str, Counter[str]] = {key: Counter() for key in sorted(names)}
    for row in preview.rows:
        if key := key_of_list(row):
            counted[key][row.outcome.value] += 1
    return {names[key]: dict(counts) for key, counts in counted.items()}


def _refused(preview: Preview, *, table: Table, columns: Sequence[str]) -> tuple[RefusedRow, ...]:
    at = [table.columns.index(column) for column in columns]
    rows = {row.number: row.cells for row in table.rows}
    return tuple(
        RefusedRow(
            number=row.number,
            line=row.line,
            words="; ".join(cell for place in at if (cell := rows[row.number][place].strip())),
        )
        for row in preview.rows
        if row.outcome is Outcome.REFUSED
    )


def _trouble_to_json(found: Trouble) -> Json:
    return [found.problem.value, found.field, [list(pair) for pair in found.values]]


def _troubled(row: list[Json]) -> TroubledRow:
    number, line, outcome, troubles = row
    return TroubledRow(
        number=cast(int, number),
        line=cast(int, line),
        outcome=Outcome(cast(str, outcome)),
        troubles=tuple(_trouble(found) for found in cast(list[list[Json]], troubles)),
    )


def _trouble(found: list[Json]) -> Trouble:
    problem, field, values = found
    return Trouble(
        problem=Problem(cast(str, problem)),
        field=cast(str, field),
        values=tuple((name, value) for name, value in cast(list[tuple[str, str | int]], values)),
    )

"""The head of a list as the page of its columns shows it: the columns with a few real values, and what was odd."""

from dataclasses import dataclass, replace

from standby.exchange import Table
from standby.exchange.folding import tidy
from standby.exchange.kept import Json, items, pairs, part, text
from standby.exchange.table_json import table_from_json, table_to_json

_SAMPLES = 3
_LONGEST_SAMPLE = 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """`table` has no rows any more; `samples` are the first different values of each column."""

    table: Table
    samples: dict[str, tuple[str, ...]]


def head_of(table: Table) -> Head:
    samples = {column: _samples(table, column) for column in table.columns}
    return Head(table=replace(table, rows=()), samples=samples)


def head_to_json(head: Head) -> Json:
    samples: dict[str, Json] = {column: list(values) for column, values in head.samples.items()}
    return {"table": table_to_json(head.table), "samples": samples}


def head_from_json(kept: Json) -> Head:
    samples = pairs(part(kept, "samples"))
    return Head(
        table=table_from_json(part(kept, "table")),
        samples={column: tuple(text(value) for value in items(values)) for column, values in samples.items()},
    )


def _samples(table: Table, column: str) -> tuple[str, ...]:
    found: dict[str, None] = {}
    for value in table.values(column):
        if tidied := tidy(value):
            found[_cut(tidied)] = None
        if len(found) == _SAMPLES:
            break
    return tuple(found)


def _cut(value: str) -> str:
    return value if len(value) <= _LONGEST_SAMPLE else f"{value[: _LONGEST_SAMPLE - 1]}…"

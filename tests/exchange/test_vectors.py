"""Whole lists, as messy as they come, against what a person would read in them."""

import json
from pathlib import Path

import pytest

from standby.domain.catalogue import is_combat_offer
from standby.exchange import Knowledge, RowOutcome, choices_of, convert, guess_mapping, match_in_catalogue, value_table
from standby.exchange.kept import Json, part
from standby.exchange.reader_process import read_in_process
from tests.exchange.lists import HORIZON, TODAY

VECTORS = Path(__file__).resolve().parents[1] / "vectors" / "lists"
EXPECTED: dict[str, Json] = json.loads((VECTORS / "expected.json").read_text(encoding="utf-8"))


def _seen(row: RowOutcome) -> Json:
    offer = row.offer
    return {
        "row": row.number,
        "line": row.line,
        "outcome": row.outcome.value,
        "name": row.details.full_name,
        "born": row.details.birth_date,
        "phones": list(row.details.phones),
        "emails": list(row.details.emails),
        "roles": [str(role) for role in offer.roles],
        "languages": list(offer.languages),
        "windows": [*(f"{window.first}/{window.last}" for window in offer.windows[:2])],
        "seats": offer.seats,
        "troubles": [f"{found.problem.value}:{found.field}" for found in row.troubles],
        "repeats": row.repeats,
    }


def _read(name: str) -> Json:
    table = read_in_process(VECTORS / name)
    mapping = guess_mapping(table, known=Knowledge(match=match_in_catalogue, near=TODAY))
    preview = convert(
        table,
        mapping,
        choices=choices_of(value_table(table, mapping, match=match_in_catalogue)),
        today=TODAY,
        is_combat=is_combat_offer,
        horizon=HORIZON,
    )
    return {
        "encoding": table.origin.encoding,
        "sheet": table.origin.sheet,
        "header_line": table.origin.header_line,
        "notes": [f"{note.trouble.problem.value}:{note.line or ''}" for note in table.notes],
        "fields": {guess.column: guess.field.value for guess in mapping.columns if guess.field},
        "left_out": {guess.column: guess.left_out.value for guess in mapping.columns if guess.left_out},
        "rows": [_seen(row) for row in preview.rows],
    }


@pytest.mark.parametrize("name", sorted(EXPECTED))
def test_a_messy_list_is_read_as_a_person_would_read_it(name: str) -> None:
    seen = _read(name)

    assert seen == EXPECTED[name]
    assert part(seen, "rows")


def test_every_list_among_the_vectors_is_expected() -> None:
    assert {path.name for path in VECTORS.iterdir()} - {"expected.json"} == set(EXPECTED)

"""A preview as it is kept and shown: what would become of every row, in the order of the list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from standby.domain.offers import Offer, PersonalDetails
from standby.exchange import Outcome, Problem, RowOutcome, Trouble
from standby.exchange.kept import Json
from standby.rooms.people.codecs import details_from_json, details_to_json, offer_from_json, offer_to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """One row. `details` is empty for a row that is not stored."""

    number: int
    line: int
    outcome: Outcome
    details: PersonalDetails
    offer: Offer
    troubles: tuple[Trouble, ...]
    is_affiliated: bool
    list_name: str
    registered_at: datetime | None
    fingerprint: bytes
    row_keys: tuple[tuple[int, bytes], ...]
    is_repeat: bool

    @property
    def is_stored(self) -> bool:
        return self.outcome in {Outcome.USABLE, Outcome.INCOMPLETE, Outcome.UNDER_AGE} and not self.is_repeat


def rows_to_json(rows: Sequence[RowOutcome]) -> Json:
    return [_row_to_json(row) for row in rows]


def rows_from_json(stored: Json) -> list[PreviewRow]:
    return [_row(cast(dict[str, Json], item)) for item in cast(list[Json], stored)]


def _row_to_json(row: RowOutcome) -> Json:
    return {
        "number": row.number,
        "line": row.line,
        "outcome": row.outcome.value,
        "details": cast(Json, details_to_json(row.details)),
        "offer": cast(Json, offer_to_json(row.offer)),
        "troubles": [
            [found.problem.value, found.field, [list(pair) for pair in found.values]] for found in row.troubles
        ],
        "affiliated": bool(row.affiliation),
        "list": row.list_name,
        "registered_at": row.registered_at.isoformat() if row.registered_at else None,
        "fingerprint": row.fingerprint.hex(),
        "keys": [[int(key.kind), key.value.hex()] for key in row.keys],
        "repeat": row.repeats is not None,
    }


def _row(item: dict[str, Json]) -> PreviewRow:
    registered_at = item["registered_at"]
    return PreviewRow(
        number=cast(int, item["number"]),
        line=cast(int, item["line"]),
        outcome=Outcome(cast(str, item["outcome"])),
        details=details_from_json(cast(dict[str, object], item["details"])),
        offer=offer_from_json(cast(dict[str, object], item["offer"])),
        troubles=tuple(_trouble(cast(list[Json], found)) for found in cast(list[Json], item["troubles"])),
        is_affiliated=bool(item["affiliated"]),
        list_name=cast(str, item["list"]),
        registered_at=datetime.fromisoformat(str(registered_at)) if registered_at else None,
        fingerprint=bytes.fromhex(cast(str, item["fingerprint"])),
        row_keys=tuple(
            (cast(int, kind), bytes.fromhex(cast(str, value)))
            for kind, value in cast(list[tuple[Json, Json]], item["keys"])
        ),
        is_repeat=bool(item["repeat"]),
    )


def _trouble(found: list[Json]) -> Trouble:
    problem, field, values = found
    pairs = cast(list[tuple[str, str | int]], values)
    return Trouble(
        problem=Problem(cast(str, problem)),
        field=cast(str, field),
        values=tuple((name, value) for name, value in pairs),
    )

"""The rows of a preview that are stored once somebody confirms, as they wait for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import cast

from standby.domain.offers import Offer, PersonalDetails
from standby.exchange import Outcome, RowOutcome
from standby.exchange.kept import Json
from standby.rooms.people.codecs import details_from_json, details_to_json, offer_from_json, offer_to_json


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewRow:
    """A row that becomes a registration."""

    number: int
    outcome: Outcome
    details: PersonalDetails
    offer: Offer
    is_affiliated: bool
    registered_at: datetime | None
    fingerprint: bytes
    row_keys: tuple[tuple[int, bytes], ...]
    # Of several lists in one file, the name of this row's.
    list_name: str = ""


def rows_to_json(rows: Iterable[RowOutcome]) -> Json:
    return [_row_to_json(row) for row in rows]


def rows_from_json(stored: Json) -> list[PreviewRow]:
    return [_row(cast(dict[str, Json], item)) for item in cast(list[Json], stored)]


def _row_to_json(row: RowOutcome) -> Json:
    return {
        "number": row.number,
        "outcome": row.outcome.value,
        "details": cast(Json, details_to_json(row.details)),
        "offer": cast(Json, offer_to_json(row.offer)),
        "affiliated": bool(row.affiliation),
        "registered_at": row.registered_at.isoformat() if row.registered_at else None,
        "fingerprint": row.fingerprint.hex(),
        "list": row.list_name,
        "keys": [[int(key.kind), key.value.hex()] for key in row.keys],
    }


def _row(item: dict[str, Json]) -> PreviewRow:
    registered_at = item["registered_at"]
    return PreviewRow(
        number=cast(int, item["number"]),
        outcome=Outcome(cast(str, item["outcome"])),
        details=details_from_json(cast(dict[str, object], item["details"])),
        offer=offer_from_json(cast(dict[str, object], item["offer"])),
        is_affiliated=bool(item["affiliated"]),
        registered_at=datetime.fromisoformat(str(registered_at)) if registered_at else None,
        fingerprint=bytes.fromhex(cast(str, item["fingerprint"])),
        list_name=str(item["list"]),
        row_keys=tuple(
            (cast(int, kind), bytes.fromhex(cast(str, value)))
            for kind, value in cast(list[tuple[Json, Json]], item["keys"])
        ),
    )

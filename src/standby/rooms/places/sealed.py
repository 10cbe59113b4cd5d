"""Opening what is sealed of a site: its names, address, meeting point and telephone."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import cast

from standby.rooms.places.models import Site
from standby.rooms.vault.queries import keys_of, open_payload


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteDetails:
    names: Mapping[str, str]
    address: str
    meeting_point: str
    contact_phone: str


def site_place(ref: str) -> str:
    return f"places_site|sealed|{ref}"


def open_sites(rows: Iterable[Site]) -> dict[int, SiteDetails]:
    rows = list(rows)
    keys = keys_of(row.ref for row in rows)
    return {row.id: _details(open_payload(row.sealed, key=keys[row.ref], place=site_place(row.ref))) for row in rows}


def _details(opened: dict[str, object]) -> SiteDetails:
    return SiteDetails(
        names=cast(Mapping[str, str], opened.get("names", {})),
        address=str(opened.get("address", "")),
        meeting_point=str(opened.get("meeting_point", "")),
        contact_phone=str(opened.get("contact_phone", "")),
    )

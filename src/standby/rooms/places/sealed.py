"""What is sealed of a site: its names, address, meeting point, telephone and where on the map it lies."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Protocol, cast

from standby.domain.points import MapPoint
from standby.rooms.places.models import Site
from standby.rooms.vault.actions import key_for, seal_payload
from standby.rooms.vault.queries import keys_of, open_payload


class Details(Protocol):
    """Whatever says where a site is and how it is reached."""

    @property
    def names(self) -> Mapping[str, str]: ...
    @property
    def address(self) -> str: ...
    @property
    def meeting_point(self) -> str: ...
    @property
    def contact_phone(self) -> str: ...
    @property
    def point(self) -> MapPoint | None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteDetails:
    names: Mapping[str, str]
    address: str
    meeting_point: str
    contact_phone: str
    point: MapPoint | None = None

    def name(self, language: str) -> str:
        """In this language, else in the first there is."""
        return self.names.get(language) or next((name for name in self.names.values() if name), "")


def site_place(ref: str) -> str:
    return f"places_site|sealed|{ref}"


def seal_site(ref: str, details: Details) -> bytes:
    payload: dict[str, object] = {
        "names": {language: name.strip() for language, name in details.names.items() if name.strip()},
        "address": details.address.strip(),
        "meeting_point": details.meeting_point.strip(),
        "contact_phone": details.contact_phone.strip(),
    }
    if details.point is not None:
        payload["point"] = [details.point.lat, details.point.lon]
    return seal_payload(payload, key=key_for(ref), place=site_place(ref))


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
        point=_point(cast(list[float] | None, opened.get("point"))),
    )


def _point(stored: list[float] | None) -> MapPoint | None:
    return MapPoint(lat=stored[0], lon=stored[1]) if stored else None

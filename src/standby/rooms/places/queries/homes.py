"""The towns people set out from."""

from collections.abc import Mapping
from dataclasses import dataclass

from standby.rooms.places.models import Home


@dataclass(frozen=True, slots=True, kw_only=True)
class HomeView:
    id: int
    code: str
    names: Mapping[str, str]
    country: str


def homes_of(*, operation_id: int) -> list[HomeView]:
    rows = Home.objects.filter(operation_id=operation_id).order_by("code")
    return [HomeView(id=row.id, code=row.code, names=row.names, country=row.country) for row in rows]

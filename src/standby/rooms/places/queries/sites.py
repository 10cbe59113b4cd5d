"""Sites by their codes, regions and contacts."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from standby.rooms.places.models import Site
from standby.rooms.places.queries.contacts import SiteScope
from standby.rooms.places.sealed import SiteDetails, open_sites


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteView:
    """A site with its details opened: for staff only. `beds` is its usual number; None = no limit."""

    id: int
    ref: str
    code: str
    region_id: int
    region_code: str
    region_name: str
    is_risk_zone: bool
    beds: int | None
    details: SiteDetails


def site_ids(*, operation_id: int) -> dict[str, int]:
    """Ids by code."""
    return dict(Site.objects.filter(operation_id=operation_id).values_list("code", "id"))


def site_ids_by_region(*, operation_id: int) -> dict[str, list[int]]:
    """Ids by the region's code."""
    result: dict[str, list[int]] = {}
    for region, site_id in (
        Site.objects.filter(operation_id=operation_id).order_by("id").values_list("region__code", "id")
    ):
        result.setdefault(region, []).append(site_id)
    return result


def details_of_sites(*, operation_id: int, ids: Iterable[int]) -> dict[int, SiteDetails]:
    """Names, address, meeting point and telephone: only for staff, and for whoever has accepted to come."""
    return open_sites(Site.objects.filter(operation_id=operation_id, id__in=list(ids)))


def sites_of(*, operation_id: int, scope: SiteScope) -> list[SiteView]:
    """Those a member of staff may see, by code."""
    return _views(scope.narrow(_rows(operation_id)))


def site_by_ref(*, operation_id: int, ref: str, scope: SiteScope) -> SiteView | None:
    """None for a site that does not exist and for one that is none of theirs: nobody learns which."""
    return next(iter(_views(scope.narrow(_rows(operation_id).filter(ref=ref)))), None)


def _rows(operation_id: int) -> QuerySet[Site]:
    return Site.objects.filter(operation_id=operation_id).select_related("region").order_by("code")


def _views(found: QuerySet[Site]) -> list[SiteView]:
    rows = list(found)
    details = open_sites(rows)
    return [
        SiteView(
            id=row.id,
            ref=row.ref,
            code=row.code,
            region_id=row.region_id,
            region_code=row.region.code,
            region_name=row.region.name,
            is_risk_zone=row.region.is_risk_zone,
            beds=row.beds,
            details=details[row.id],
        )
        for row in rows
    ]

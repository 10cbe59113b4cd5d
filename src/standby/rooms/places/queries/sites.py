"""Sites by their codes, regions and contacts."""

from collections.abc import Iterable

from standby.rooms.places.models import Site
from standby.rooms.places.sealed import SiteDetails, open_sites


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

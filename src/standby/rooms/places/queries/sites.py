"""Sites by their codes, regions and contacts."""

from standby.rooms.places.models import Site


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

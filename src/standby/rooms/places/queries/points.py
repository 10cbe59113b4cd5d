"""Where homes and sites lie, for the kilometres of a plan."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from standby.domain.points import MapPoint
from standby.rooms.places.queries.contacts import SiteScope
from standby.rooms.places.queries.homes import homes_of
from standby.rooms.places.queries.sites import sites_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """By code; whoever is on no map is in neither."""

    homes: Mapping[str, MapPoint] = field(default_factory=dict)
    sites: Mapping[str, MapPoint] = field(default_factory=dict)


def points_of(*, operation_id: int) -> Points:
    sites = sites_of(operation_id=operation_id, scope=SiteScope(is_every_site=True))
    return Points(
        homes={home.code: home.point for home in homes_of(operation_id=operation_id) if home.point},
        sites={site.code: site.details.point for site in sites if site.details.point},
    )

"""sites.csv, routes.csv and places.csv: where things are and how long the way is."""

from collections.abc import Mapping

from standby.formats import cells
from standby.formats.source import Border, Source
from standby.planning.operation import PlaceId, Point, Region, Site, SiteId


def read_sites(source: Source) -> tuple[Site, ...]:
    table = source.table("sites.csv", required=("site_id", "region"))
    if table is None:
        return ()
    border = Border(file=table.file, faults=source.faults)
    site_id, region = border.key("site_id", cells.as_id), border.column("region", cells.as_id, "")
    beds = border.column("beds", cells.as_optional_number, None)
    point = _PointReader(border)
    sites = [
        (site_id(id_text, line), Region(region(region_text, line)), beds(beds_text, line), point.read(line, lat, lon))
        for line, (id_text, region_text, beds_text, lat, lon) in table.rows("site_id", "region", "beds", "lat", "lon")
    ]
    return tuple(
        Site(site_id=SiteId(key), region=where, beds=limit, point=at) for key, where, limit, at in sites if key
    )


def read_places(source: Source) -> Mapping[PlaceId, Point]:
    table = source.table("places.csv", required=("place_id", "lat", "lon"), may_be_absent=True)
    if table is None:
        return {}
    border = Border(file=table.file, faults=source.faults)
    place_id, point = border.key("place_id", cells.as_id), _PointReader(border)
    found = {
        PlaceId(place_id(id_text, line)): point.read(line, lat, lon)
        for line, (id_text, lat, lon) in table.rows("place_id", "lat", "lon")
    }
    return {key: at for key, at in found.items() if key and at is not None}


def read_routes(source: Source) -> Mapping[tuple[PlaceId, Region], int]:
    table = source.table("routes.csv", required=("home", "region", "days"), may_be_absent=True)
    if table is None:
        return {}
    border = Border(file=table.file, faults=source.faults)
    home, region = border.column("home", cells.as_id, ""), border.column("region", cells.as_id, "")
    days = border.column("days", cells.as_number, 0)
    routes: dict[tuple[PlaceId, Region], int] = {}
    for line, (home_text, region_text, days_text) in table.rows("home", "region", "days"):
        key = PlaceId(home(home_text, line)), Region(region(region_text, line))
        if key in routes:
            border.fault(line=line, field="home", what=f"The way from {key[0]} to {key[1]} stands there already.")
        routes[key] = days(days_text, line)
    return routes


class _PointReader:
    """Degrees north and east; both or neither."""

    def __init__(self, border: Border) -> None:
        self._border = border
        self._lat = border.column("lat", cells.as_degrees, None)
        self._lon = border.column("lon", cells.as_degrees, None)

    def read(self, line: int, lat: str, lon: str) -> Point | None:
        north, east = self._lat(lat, line), self._lon(lon, line)
        if north is not None and east is not None:
            return Point(lat=north, lon=east)
        if bool(lat) != bool(lon):
            self._border.fault(line=line, field="lat", what="lat and lon stand together or not at all.")
        return None

"""beds.csv, reception.csv and transport.csv: how many a day can take, day by day."""

from collections.abc import Callable, Mapping
from datetime import date

from standby.formats import cells
from standby.formats.source import Border, Source
from standby.formats.table import Table
from standby.planning.operation import PlaceId, Region, SiteId, Transport


def read_beds(source: Source, *, sites: frozenset[SiteId]) -> Mapping[tuple[SiteId, date], int]:
    table = source.table("beds.csv", required=("site_id", "day", "beds"), may_be_absent=True)
    if table is None:
        return {}

    def as_known_site(text: str) -> str:
        if text not in sites:
            raise ValueError(f"{cells.as_id(text)} is not in sites.csv.")
        return text

    limits = _day_limits(source, table, key=("site_id",), parse=as_known_site, limit="beds")
    return {(SiteId(site), day): number for (site, _, day), number in limits.items()}


def read_arrivals(source: Source) -> Mapping[tuple[Region, date], int]:
    table = source.table("reception.csv", required=("region", "day", "arrivals"), may_be_absent=True)
    if table is None:
        return {}
    limits = _day_limits(source, table, key=("region",), parse=cells.as_id, limit="arrivals")
    return {(Region(region), day): number for (region, _, day), number in limits.items()}


def read_transport(source: Source) -> Transport | None:
    table = source.table("transport.csv", required=("home", "day", "seats"), may_be_absent=True)
    if table is None:
        return None
    by_region = "region" in table.header
    key = ("home", "region") if by_region else ("home",)
    limits = _day_limits(source, table, key=key, parse=cells.as_id, limit="seats")
    seats = {(PlaceId(home), Region(region), day): number for (home, region, day), number in limits.items()}
    return Transport(by_region=by_region, seats=seats)


def _day_limits(
    source: Source, table: Table, *, key: tuple[str, ...], parse: Callable[[str], str], limit: str
) -> dict[tuple[str, str, date], int]:
    """The number of each row by its one or two keys (the second may be empty) and its day."""
    border = Border(file=table.file, faults=source.faults)
    owners = [border.column(name, parse, "") for name in key]
    day, number = border.column("day", cells.as_day, date.min), border.column(limit, cells.as_number, 0)
    limits: dict[tuple[str, str, date], int] = {}
    for line, (*owner_texts, day_text, limit_text) in table.rows(*key, "day", limit):
        names = [owner(text, line) for owner, text in zip(owners, owner_texts, strict=True)]
        place = (names[0], names[1] if len(names) > 1 else "", day(day_text, line))
        if place in limits and all(names) and place[2] != date.min:
            border.fault(line=line, field=key[0], what=f"{' '.join(names)} has a row for {place[2]} already.")
        limits[place] = number(limit_text, line)
    return limits

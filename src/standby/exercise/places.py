"""Where the exercise takes place, and where its people set out: real towns, invented sites."""

from dataclasses import dataclass

from standby.exercise.dice import Odds
from standby.exercise.names import Community
from standby.exercise.tables import Row, table, variants
from standby.exercise.text import Text, text_of

# At least one site in every region, however small the exercise.
_FEWEST_SITES = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town by its GeoNames id, with its name in the four languages and in Georgian."""

    geonameid: int
    country: str
    name: Text
    name_ka: str
    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """Sites that share one reception; `languages` are those spoken there, the commonest first."""

    id: str
    name: Text
    is_risk_zone: bool
    languages: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    id: str
    region: str
    kind: str
    name: Text
    town: Town


@dataclass(frozen=True, slots=True, kw_only=True)
class Home:
    """A city from which people set out: its share of them and of the bus seats, and whose names they bear."""

    id: str
    town: Town
    share: float
    bus_share: float
    communities: Odds[Community]
    travel_days: dict[str, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """Whole days of travel each way."""

    home: str
    region: str
    days: int


def towns() -> dict[str, Town]:
    return {row["geonameid"]: _town(row) for row in table("places")}


def _town(row: Row) -> Town:
    return Town(
        geonameid=int(row["geonameid"]),
        country=row["country"],
        name=text_of(row),
        name_ka=row["ka"],
        lat=float(row["lat"]),
        lon=float(row["lon"]),
    )


def regions() -> tuple[Region, ...]:
    return tuple(
        Region(
            id=row["region"],
            name=text_of(row),
            is_risk_zone=row["is_risk_zone"] == "yes",
            languages=variants(row["languages"]),
        )
        for row in table("regions")
    )


def sites(*, scale: float) -> tuple[Site, ...]:
    """All of them, or for a small exercise some of each region."""
    rows = table("sites")
    wanted = min(len(rows), max(_FEWEST_SITES, round(len(rows) * scale)))
    chosen = sorted({round(number * (len(rows) - 1) / (wanted - 1)) for number in range(wanted)})
    known = towns()
    kinds = {row["kind"]: text_of(row) for row in table("site_kinds")}
    return tuple(_site(rows[place], town=known[rows[place]["geonameid"]], kinds=kinds) for place in chosen)


def _site(row: Row, *, town: Town, kinds: dict[str, Text]) -> Site:
    pattern, name, where = kinds[row["kind"]], text_of(row), town.name
    called = Text(
        en=pattern.en.format(name=name.en, town=where.en),
        hy=pattern.hy.format(name=name.hy, town=where.hy),
        ru=pattern.ru.format(name=name.ru, town=where.ru),
        az=pattern.az.format(name=name.az, town=where.az),
    )
    return Site(id=row["site_id"], region=row["region"], kind=row["kind"], name=called, town=town)


def homes() -> tuple[Home, ...]:
    known = towns()
    return tuple(_home(row, town=known[row["geonameid"]]) for row in table("homes"))


def _home(row: Row, *, town: Town) -> Home:
    days = (part.split(":") for part in variants(row["travel_days"]))
    return Home(
        id=f"H{town.geonameid}",
        town=town,
        share=float(row["share"]),
        bus_share=float(row["bus"]),
        communities=Odds(tuple(Community), [float(row[community.name.lower()]) for community in Community]),
        travel_days={region: int(count) for region, count in days},
    )


def routes(places: tuple[Home, ...]) -> tuple[Route, ...]:
    return tuple(
        Route(home=home.id, region=region, days=days) for home in places for region, days in home.travel_days.items()
    )

"""Real towns, invented sites, believable journeys."""

import csv
from pathlib import Path

import pytest

from standby.exercise.places import homes, regions, routes, sites, towns

GAZETTEER = Path(__file__).parents[3] / "shared/data/geonames/geonames-AM-AZ-GE-RU5000.csv"


def test_every_town_stands_in_the_gazetteer_where_we_say() -> None:
    with GAZETTEER.open(encoding="utf-8-sig", newline="") as file:
        known = {int(row["geonameid"]): row for row in csv.DictReader(file)}
    ours = [town for town in towns().values() if town.country in {"AM", "GE", "RU"}]

    assert len(ours) == len(towns()) - 4
    for town in ours:
        row = known[town.geonameid]
        assert (row["country"], float(row["lat"]), float(row["lon"])) == (town.country, town.lat, town.lon)


def test_sites_lie_in_the_north_of_armenia_and_the_south_of_georgia_only() -> None:
    assert {site.town.country for site in sites(scale=1)} == {"AM", "GE"}
    assert all(40.5 < site.town.lat < 41.9 and 42.6 < site.town.lon < 44.9 for site in sites(scale=1))


def test_exactly_one_region_is_a_risk_zone() -> None:
    assert [region.id for region in regions() if region.is_risk_zone] == ["ashotsk"]


@pytest.mark.parametrize("scale", [0.001, 0.01, 0.3, 1, 4])
def test_every_region_keeps_a_site_however_small_the_exercise(scale: float) -> None:
    assert {site.region for site in sites(scale=scale)} == {region.id for region in regions()}


def test_site_names_are_complete_in_every_language() -> None:
    names = [name for site in sites(scale=1) for name in site.name.as_dict().values()]

    assert len(names) == len(set(names)) == 160
    assert not any("{" in name for name in names)


def test_there_are_a_dozen_homes_with_shares_that_make_a_whole() -> None:
    places = homes()

    assert len(places) == 12
    assert sum(home.share for home in places) == pytest.approx(100, abs=5)


def test_there_is_one_route_from_every_home_to_every_region() -> None:
    found = routes(homes())

    assert {(route.home, route.region) for route in found} == {
        (home.id, region.id) for home in homes() for region in regions()
    }
    assert len(found) == 60
    assert {route.days for route in found} == {0, 1, 2}

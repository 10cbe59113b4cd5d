"""Beds, arrivals and seats: known for every day, a little short of what is wanted."""

from collections import Counter
from datetime import date, timedelta

from standby.exercise import Exercise
from tests.exercise.conftest import TODAY

DAYS = [TODAY + timedelta(days=offset) for offset in range(63)]


def test_every_site_region_and_home_has_a_line_for_every_day(exercise: Exercise) -> None:
    limits = exercise.limits

    assert [(line.site, line.day) for line in limits.beds] == [
        (site.id, day) for site in exercise.sites for day in DAYS
    ]
    assert len(limits.arrivals) == len(exercise.regions) * len(DAYS)
    assert len(limits.bus_seats) == len(exercise.homes) * len(DAYS)


def test_no_limit_is_negative(exercise: Exercise) -> None:
    limits = exercise.limits

    assert all(line.beds >= 0 for line in limits.beds)
    assert all(line.people >= 1 for line in limits.arrivals)
    assert all(line.seats >= 0 for line in limits.bus_seats)


def test_beds_fall_short_somewhere_but_not_everywhere(exercise: Exercise) -> None:
    beds = {(line.site, line.day): line.beds for line in exercise.limits.beds}
    wanted: Counter[tuple[str, date]] = Counter()
    for request in exercise.requests:
        for need in request.needs:
            for day in need:
                wanted[request.site, day] += request.people

    short = sum(people > beds[site, day] for (site, day), people in wanted.items())

    assert 0.02 < short / len(wanted) < 0.6


def test_no_bus_leaves_from_where_people_fly(exercise: Exercise) -> None:
    far = {home.id for home in exercise.homes if home.town.country in {"FR", "US", "LB"}}

    assert all((line.seats == 0) for line in exercise.limits.bus_seats if line.home in far)
    assert sum(line.seats for line in exercise.limits.bus_seats) > 0

"""What the sites ask for, all together."""

from collections import Counter
from datetime import timedelta

import pytest

from standby.exercise import Exercise, make_exercise
from standby.exercise.requests import Risk
from standby.exercise.trades import TRADES
from tests.exercise.conftest import TODAY


def test_there_are_exactly_three_hundred_needs(exercise: Exercise) -> None:
    assert sum(len(request.needs) for request in exercise.requests) == 300


def test_places_come_to_about_45_for_100_people(exercise: Exercise) -> None:
    places = sum(request.people * request.rotations for request in exercise.requests)

    assert 0.42 < places / len(exercise.volunteers) < 0.48


def test_every_request_is_for_a_site_that_exists_in_a_region_that_exists(exercise: Exercise) -> None:
    regions = {region.id for region in exercise.regions}
    sites = {site.id: site.region for site in exercise.sites}

    assert all(sites[request.site] in regions for request in exercise.requests)


@pytest.mark.parametrize("seed", range(5))
def test_no_trade_is_forgotten(seed: int) -> None:
    asked = {request.trade for request in make_exercise(seed=seed, today=TODAY, scale=0.01).requests}

    assert asked == set(TRADES)


def test_nothing_is_asked_for_sooner_than_two_days_from_now(exercise: Exercise) -> None:
    assert min(request.first_day for request in exercise.requests) >= TODAY + timedelta(days=2)
    assert max(request.last_day for request in exercise.requests) <= TODAY + timedelta(days=62)


def test_requests_in_the_risk_zone_are_high_risk_and_most_others_low(exercise: Exercise) -> None:
    risky = {region.id for region in exercise.regions if region.is_risk_zone}
    region_of = {site.id: site.region for site in exercise.sites}
    counts = Counter(request.risk for request in exercise.requests)

    assert all((region_of[request.site] in risky) == (request.risk is Risk.HIGH) for request in exercise.requests)
    assert counts[Risk.LOW] > counts[Risk.HIGH] > 0
    assert counts[Risk.RAISED] > 0


def test_every_request_says_what_it_offers_what_threatens_and_what_if_nobody_comes(exercise: Exercise) -> None:
    for request in exercise.requests:
        assert request.supervisor
        assert request.provided.hy
        assert request.hazards.ru
        assert request.without_it.az
        assert 1 <= request.priority <= 5


def test_an_interpreter_needs_two_languages_and_others_at_most_one(exercise: Exercise) -> None:
    for request in exercise.requests:
        assert len(request.languages) == 2 if request.trade.role == "2643" else len(request.languages) <= 1


def test_a_site_has_one_supervisor(exercise: Exercise) -> None:
    supervisors: dict[str, set[str]] = {}
    for request in exercise.requests:
        supervisors.setdefault(request.site, set()).add(request.supervisor)

    assert all(len(names) == 1 for names in supervisors.values())

"""The people: how many of each kind, and how they belong together."""

from collections import defaultdict
from datetime import timedelta

from standby.domain.days import Days
from standby.exercise import Exercise
from standby.exercise.gathering import HORIZON_DAYS, gather
from standby.exercise.names import Community
from standby.exercise.places import homes
from standby.exercise.volunteers import Volunteer
from tests.exercise.conftest import TODAY


def parties(people: tuple[Volunteer, ...]) -> list[list[Volunteer]]:
    found: dict[str, list[Volunteer]] = defaultdict(list)
    for volunteer in people:
        if volunteer.party:
            found[volunteer.party].append(volunteer)
    return list(found.values())


def share(exercise: Exercise, is_so: list[bool]) -> float:
    return sum(is_so) / len(exercise.volunteers)


def test_about_twenty_thousand_people_offer(exercise: Exercise) -> None:
    assert 20_500 < len(exercise.volunteers) < 21_500


def test_about_seven_thousand_have_a_car(exercise: Exercise) -> None:
    assert 6_600 < sum(volunteer.seats is not None for volunteer in exercise.volunteers) < 7_400


def test_about_a_quarter_travel_in_parties_of_two_to_five(exercise: Exercise) -> None:
    sizes = [len(party) for party in parties(exercise.volunteers)[:-1]]

    assert 0.21 < share(exercise, [bool(volunteer.party) for volunteer in exercise.volunteers]) < 0.29
    assert set(sizes) == {2, 3, 4, 5}


def test_a_party_shares_home_and_days_and_one_car_at_most(exercise: Exercise) -> None:
    for party in parties(exercise.volunteers):
        assert len({(volunteer.home.id, volunteer.window, volunteer.max_stay_days) for volunteer in party}) == 1
        assert sum(volunteer.seats is not None for volunteer in party) <= 1


def test_a_family_shares_its_name_and_often_its_phone(exercise: Exercise) -> None:
    households: dict[str, list[Volunteer]] = defaultdict(list)
    for volunteer in exercise.volunteers:
        households[volunteer.household].append(volunteer)
    families = [family for family in households.values() if len(family) > 1]

    assert all(len({volunteer.name.surname.russian[0][:3] for volunteer in family}) == 1 for family in families)
    assert sum(len({volunteer.phone for volunteer in family}) < len(family) for family in families) > 500


def test_most_have_no_email_and_nobody_a_real_one(exercise: Exercise) -> None:
    emails = [volunteer.email for volunteer in exercise.volunteers if volunteer.email]

    assert 0.40 < len(emails) / len(exercise.volunteers) < 0.50
    assert all(email.endswith("@example.org") and email.isascii() for email in emails)
    assert len(emails) == len(set(emails))


def test_all_four_communities_offer(exercise: Exercise) -> None:
    for community in Community:
        assert share(exercise, [volunteer.name.community is community for volunteer in exercise.volunteers]) > 0.05


def test_a_few_offer_what_must_be_refused_and_a_few_are_under_age(exercise: Exercise) -> None:
    assert 24 <= sum(volunteer.is_combat_offer for volunteer in exercise.volunteers) <= 72
    assert 80 <= sum(volunteer.is_under_age(on=TODAY) for volunteer in exercise.volunteers) <= 160
    assert 150 <= sum(bool(volunteer.affiliation) for volunteer in exercise.volunteers) <= 350


def test_even_the_smallest_exercise_has_something_to_refuse(small: Exercise) -> None:
    assert any(volunteer.is_combat_offer for volunteer in small.volunteers)
    assert any(volunteer.is_under_age(on=TODAY) for volunteer in small.volunteers)


def test_nobody_offers_past_days_or_days_beyond_the_horizon(exercise: Exercise) -> None:
    horizon = Days(first=TODAY, last=TODAY + timedelta(days=HORIZON_DAYS))

    assert all(horizon.contains(volunteer.window) for volunteer in exercise.volunteers)


def test_everybody_registered_before_today_in_one_wave(exercise: Exercise) -> None:
    days = [(TODAY - volunteer.registered_at.date()).days for volunteer in exercise.volunteers]

    assert set(days) == set(range(1, 9)) | (set(days) & {0})
    assert days.count(6) == max(days.count(day) for day in set(days))


def test_only_health_workers_claim_a_health_licence_and_some_have_no_number(exercise: Exercise) -> None:
    for volunteer in exercise.volunteers:
        is_licensed = any(skill.trade.is_licensed for skill in volunteer.skills)
        assert (volunteer.licence is not None) == is_licensed
    numbers = [volunteer.licence.number for volunteer in exercise.volunteers if volunteer.licence]
    assert 0.07 < numbers.count("") / len(numbers) < 0.18


def test_whoever_flies_far_often_needs_no_seat(exercise: Exercise) -> None:
    own = {volunteer.home.town.country for volunteer in exercise.volunteers if volunteer.travel == "own"}

    assert own == {"FR", "US", "LB"}


def test_the_first_people_are_the_same_however_many_are_drawn() -> None:
    few = gather(seed=5, today=TODAY, number=40, homes=homes())
    many = gather(seed=5, today=TODAY, number=60, homes=homes())

    assert many[:40] == few

"""What may be needed is said before any site asks, and ended when it has come or is no longer expected."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client

from standby.domain.days import Days
from standby.domain.errors import Conflict, Refused
from standby.domain.roles import Level
from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.audit.models import JournalEntry
from standby.rooms.needs.actions.forecasting import Expected, end_forecast, foresee
from standby.rooms.needs.models import Forecast
from standby.rooms.needs.queries.forecasts import forecasts_in_force
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.models import Site

LogsIn = Callable[[User], Client]
Expects = Callable[..., Forecast]


@pytest.fixture
def expects(operation: OperationView, the_site: Site, machine: Actor, now: datetime) -> Expects:
    """Says that two helpers may be needed in ten days, changed where the test says so."""

    def expect(**said: object) -> Forecast:
        first = now.date() + timedelta(days=10)
        values: dict[str, object] = {
            "site_id": the_site.id,
            "site_code": the_site.code,
            "role": "9629",
            "level": Level.SUPERVISED,
            "days": Days(first=first, last=first + timedelta(days=6)),
            "headcount": 2,
            "priority": 2,
            "percent": 75,
        }
        expected = Expected(**(values | said))  # type: ignore[arg-type]  # the test says what it means
        return foresee(operation=operation, expected=expected, by=machine, now=now)

    return expect


@pytest.fixture
def answers(the_site: Site, now: datetime) -> dict[str, object]:
    """The form filled in as it should be."""
    return {
        "site": the_site.ref,
        "role": "2221/",
        "level": "2",
        "headcount": "4",
        "first_day": f"{now.date() + timedelta(days=10)}",
        "last_day": f"{now.date() + timedelta(days=16)}",
        "percent": "75",
        "priority": "1",
        "idempotency_key": "once",
    }


def test_what_is_expected_stands_until_somebody_ends_it(
    expects: Expects, operation: OperationView, machine: Actor, now: datetime
) -> None:
    row, other = expects(), expects(percent=10)

    end_forecast(operation=operation, ref=row.ref, by=machine, now=now)

    assert [one.ref for one in forecasts_in_force(operation=operation, now=now)] == [other.ref]
    actions = JournalEntry.objects.filter(action__startswith="forecast").order_by("id")
    assert list(actions.values_list("action", flat=True)) == ["forecast.make", "forecast.make", "forecast.end"]
    with pytest.raises(Conflict):
        end_forecast(operation=operation, ref=row.ref, by=machine, now=now)


def test_what_is_over_is_expected_no_more(expects: Expects, operation: OperationView, now: datetime) -> None:
    row = expects()

    on_the_last_day = now + timedelta(days=(row.last_day - now.date()).days)

    assert forecasts_in_force(operation=operation, now=on_the_last_day)
    assert not forecasts_in_force(operation=operation, now=on_the_last_day + timedelta(days=1))


def test_a_nurse_who_may_be_needed_will_have_to_be_checked(expects: Expects) -> None:
    assert expects(role="2221").needs_verified
    assert not expects(role="9629").needs_verified


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"role": "0110"}, "civilian help only"),
        ({"headcount": 0}, "at least one"),
        ({"headcount": 10_001}, "10000 at most"),
        ({"percent": 100}, "1 to 99 %"),
        ({"percent": 0}, "1 to 99 %"),
        ({"site_code": "elsewhere"}, "does not belong"),
    ],
)
def test_what_cannot_be_expected_is_refused(expects: Expects, said: dict[str, object], why: str) -> None:
    with pytest.raises(Refused, match=why):
        expects(**said)

    assert not Forecast.objects.exists()


def test_a_coordinator_says_it_once_however_often_the_form_is_sent(
    logged_in: LogsIn, coordinator_user: User, answers: dict[str, object]
) -> None:
    desk = logged_in(coordinator_user)
    desk.post("/desk/needs/forecasts/add/", answers)

    page = desk.post("/desk/needs/forecasts/add/", answers, follow=True).content.decode()

    (row,) = Forecast.objects.all()
    assert (row.role, row.headcount, row.percent, row.needs_verified) == ("2221", 4, 75, True)
    assert "School in the valley" in page
    assert "Likely: 3 in 4" in page


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"last_day": "2020-01-01"}, "The last day is before the first."),
        ({"percent": ""}, "This field is required."),
        ({"headcount": "0"}, "Ask for at least one person."),
        ({"role": ""}, "Choose a role."),
    ],
)
def test_what_is_wrong_stands_at_its_field(
    logged_in: LogsIn, coordinator_user: User, answers: dict[str, object], wrong: dict[str, object], said: str
) -> None:
    page = logged_in(coordinator_user).post("/desk/needs/forecasts/add/", answers | wrong).content.decode()

    assert said in page
    assert not Forecast.objects.exists()


def test_somebody_s_own_words_find_the_role_and_keep_what_was_said(
    logged_in: LogsIn, coordinator_user: User, answers: dict[str, object]
) -> None:
    looking = answers | {"deed": "look", "words": "медсестра", "role": ""}

    page = logged_in(coordinator_user).post("/desk/needs/forecasts/add/", looking).content.decode()

    assert 'value="2221/" selected' in page
    assert 'value="4"' in page
    assert not Forecast.objects.exists()


def test_once_it_has_come_the_need_is_asked_for_without_saying_it_again(
    logged_in: LogsIn, coordinator_user: User, expects: Expects
) -> None:
    row = expects(role="2221", level=Level.INDEPENDENT, languages=("hy", "ru|en"))

    page = logged_in(coordinator_user).get(f"/desk/needs/ask/?forecast={row.ref}").content.decode()

    assert 'value="2221/" selected' in page
    assert f'value="{row.first_day}"' in page
    assert page.count("checked") >= 4


def test_it_is_ended_with_one_button(logged_in: LogsIn, coordinator_user: User, expects: Expects) -> None:
    row, desk = expects(), logged_in(coordinator_user)

    page = desk.post(f"/desk/needs/forecasts/{row.ref}/end/", {"idempotency_key": "e"}, follow=True).content.decode()
    again = desk.post(f"/desk/needs/forecasts/{row.ref}/end/", {"idempotency_key": "f"})

    assert "Nothing is expected" in page
    assert again.status_code == 409

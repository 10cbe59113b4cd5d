"""Days as people write them."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.exchange import Problem
from standby.exchange.dates import DayOrder, day_order, read_birth_date, read_day, read_moment
from standby.exchange.months import month_of

TODAY = date(2020, 10, 1)
DAYS = st.dates(min_value=date(2000, 1, 1), max_value=date(2099, 12, 31))
BIRTHS = st.dates(min_value=date(1921, 1, 1), max_value=TODAY)


@pytest.mark.parametrize(
    "written",
    [
        "2020-10-03",
        "2020/10/3",
        "20201003",
        "03.10.2020",
        "3/10/2020",
        "3-10-20",
        "3.10",
        "3.10.2020 г.",
        "3 октября",
        "3 окт. 2020",
        "3 October 2020",
        "October 3, 2020",
        "3rd October",
        "3 հոկտեմբերի 2020 թ.",
        "հոկտեմբերի 3",
        "3 oktyabr",
        "3 ოქტომბერი",
        "2020-10-03 00:00:00",
        "44107",
    ],
)
def test_the_third_of_october_is_read_however_it_is_written(written: str) -> None:
    assert read_day(written, order=DayOrder.DAY_FIRST, near=TODAY) == date(2020, 10, 3)


@given(DAYS)
def test_a_day_comes_back_from_every_order_in_which_it_is_written(day: date) -> None:
    assert read_day(day.isoformat(), order=DayOrder.DAY_FIRST, near=TODAY) == day
    assert read_day(f"{day:%d.%m.%Y}", order=DayOrder.DAY_FIRST, near=TODAY) == day
    assert read_day(f"{day:%m/%d/%Y}", order=DayOrder.MONTH_FIRST, near=TODAY) == day
    assert read_day(str((day - date(1899, 12, 30)).days), order=DayOrder.DAY_FIRST, near=TODAY) == day


@given(DAYS)
def test_a_day_without_its_year_is_the_next_such_day_or_just_past(today: date) -> None:
    read = read_day("15.06", order=DayOrder.DAY_FIRST, near=today)

    assert isinstance(read, date)
    assert today - timedelta(days=60) <= read <= today + timedelta(days=366)


@pytest.mark.parametrize("written", ["31.02.2020", "2020-13-01", "32 октября", "29.02.2021"])
def test_a_day_that_cannot_be_is_said_to_be_impossible(written: str) -> None:
    assert read_day(written, order=DayOrder.DAY_FIRST, near=TODAY) is Problem.IMPOSSIBLE_DATE


@pytest.mark.parametrize("written", ["soon", "2020", "12", "октябрь", "3 маркса", "99999999999"])
def test_what_is_no_day_is_not_understood(written: str) -> None:
    assert read_day(written, order=DayOrder.DAY_FIRST, near=TODAY) is Problem.DATE_NOT_UNDERSTOOD


@given(st.lists(DAYS, min_size=20, max_size=30, unique=True))
def test_the_order_of_a_whole_column_is_seen(days: list[date]) -> None:
    expected = DayOrder.MONTH_FIRST if any(day.day > 12 for day in days) else None

    assert day_order(f"{day:%m/%d/%Y}" for day in days) is expected


def test_a_column_that_contradicts_itself_says_nothing() -> None:
    assert day_order(["25/12/2020", "12/25/2020"]) is None


def test_a_single_day_that_fits_only_one_order_is_read_in_it() -> None:
    assert read_day("12/25/2020", order=DayOrder.DAY_FIRST, near=TODAY) == date(2020, 12, 25)


@given(BIRTHS)
def test_birth_dates_come_back_also_with_two_figures_for_the_year(born: date) -> None:
    read = read_birth_date(f"{born:%d.%m.%y}", order=DayOrder.DAY_FIRST, today=TODAY)

    assert read == born.isoformat()


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("1984", "1984"),
        ("1984 г.р.", "1984"),
        ("05.1984", "1984-05"),
        ("1984-05", "1984-05"),
        ("03.10.84", "1984-10-03"),
        ("30592", "1983-10-03"),
        ("1890", Problem.BIRTH_DATE_NOT_POSSIBLE),
        ("2021-01-01", Problem.BIRTH_DATE_NOT_POSSIBLE),
        ("13.1984", Problem.BIRTH_DATE_NOT_POSSIBLE),
        ("31.02.1984", Problem.IMPOSSIBLE_DATE),
        ("3 октября", Problem.DATE_NOT_UNDERSTOOD),
        ("unknown", Problem.DATE_NOT_UNDERSTOOD),
    ],
)
def test_a_birth_date_is_as_exact_as_it_is_written(written: str, read: str | Problem) -> None:
    assert read_birth_date(written, order=DayOrder.DAY_FIRST, today=TODAY) == read


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("2020-10-01T09:30:15.123Z", "2020-10-01T09:30:15"),
        ("01.10.2020 9:30", "2020-10-01T09:30:00"),
        ("2020-10-01", "2020-10-01T00:00:00"),
    ],
)
def test_the_moment_of_registration_is_read(written: str, read: str) -> None:
    assert read_moment(written, order=DayOrder.DAY_FIRST, near=TODAY) == datetime.fromisoformat(read)


def test_an_hour_that_cannot_be_is_impossible() -> None:
    assert read_moment("2020-10-01 25:00", order=DayOrder.DAY_FIRST, near=TODAY) is Problem.IMPOSSIBLE_DATE
    assert read_moment("whenever", order=DayOrder.DAY_FIRST, near=TODAY) is Problem.DATE_NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("word", "month"),
    [
        ("января", 1),
        ("Мая", 5),
        ("հունիսի", 6),
        ("июля", 7),
        ("avqustun", 8),
        ("დეკემბრის", 12),
        ("mart", 3),
        ("Mary", None),
    ],
)
def test_months_are_known_in_every_case(word: str, month: int | None) -> None:
    assert month_of(word) == month

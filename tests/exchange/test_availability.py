"""When a person is free, in whatever words."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.days import Days, joined
from standby.exchange import Problem
from standby.exchange.availability import Availability, read_availability
from standby.exchange.dates import DayOrder
from tests.exchange.lists import HORIZON


def _read(text: str, order: DayOrder = DayOrder.DAY_FIRST) -> Availability | Problem:
    return read_availability(text, order=order, horizon=HORIZON)


def _days(first: str, last: str) -> Days:
    return Days(first=date.fromisoformat(first), last=date.fromisoformat(last))


@pytest.mark.parametrize(
    "written",
    [
        "с 3 по 10 октября",
        "3-10 октября",
        "03.10-10.10",
        "3.10 – 10.10.2020",
        "03.10.20-10.10.20",
        "3-10.10",
        "03/10/2020 to 10/10/2020",
        "from 3 to 10 October",
        "October 3 - 10",
        "3 October to 10 October 2020",
        "2020-10-03/2020-10-10",
        "հոկտեմբերի 3-ից 10-ը",
        "հոկտեմբերի 3-ից մինչև հոկտեմբերի 10-ը",
        "3 oktyabrdan 10 oktyabradək",
        "3-10 oktyabr",
        "ოქტომბრის 3-დან 10-მდე",
        "с 3 октября на 8 дней",
        "свободен с 3 по 10 октября 2020 года",
    ],
)
def test_the_third_to_the_tenth_of_october_in_five_languages(written: str) -> None:
    read = _read(written)

    assert isinstance(read, Availability)
    assert read.windows == (_days("2020-10-03", "2020-10-10"),)


@pytest.mark.parametrize(
    "written", ["any time", "в любое время", "ցանկացած ժամանակ", "istənilən vaxt", "ნებისმიერ დროს"]
)
def test_any_time_is_the_whole_of_the_operation(written: str) -> None:
    assert _read(written) == Availability(windows=(HORIZON,))


@pytest.mark.parametrize("written", ["weekends", "по выходным", "сб-вс", "շաբաթ-կիրակի", "həftə sonu"])
def test_weekends_are_saturdays_with_their_sundays(written: str) -> None:
    read = _read(written)

    assert isinstance(read, Availability)
    assert all(window.first.weekday() == 5 and len(window) == 2 for window in read.windows[:-1])
    assert read.windows[0] == _days("2020-10-03", "2020-10-04")


@pytest.mark.parametrize(
    ("written", "windows"),
    [
        ("с 5 октября", [("2020-10-05", "2020-11-29")]),
        ("до 10 октября", [("2020-10-01", "2020-10-10")]),
        ("5 октября", [("2020-10-05", "2020-10-05")]),
        ("октябрь", [("2020-10-01", "2020-10-31")]),
        ("25.12 - 05.01", [("2020-12-25", "2021-01-05")]),
        ("3.10-5.10; 20.10-25.10", [("2020-10-03", "2020-10-05"), ("2020-10-20", "2020-10-25")]),
        ("с 1.10 по 3.10 и с 20.10 по 25.10", [("2020-10-01", "2020-10-03"), ("2020-10-20", "2020-10-25")]),
        (
            "3, 5 и 7 октября",
            [("2020-10-03", "2020-10-03"), ("2020-10-05", "2020-10-05"), ("2020-10-07", "2020-10-07")],
        ),
        ("3.10-5.10, 6.10-8.10", [("2020-10-03", "2020-10-08")]),
    ],
)
def test_open_ends_single_days_and_several_windows(written: str, windows: list[tuple[str, str]]) -> None:
    read = _read(written)

    assert isinstance(read, Availability)
    assert read.windows == tuple(_days(*window) for window in windows)


@pytest.mark.parametrize(("written", "days"), [("2 недели", 14), ("14 days", 14), ("a week", None), ("1 month", 30)])
def test_a_length_alone_is_a_longest_stay_and_no_window(written: str, days: int | None) -> None:
    read = _read(written)

    if days is None:
        assert read is Problem.DATE_NOT_UNDERSTOOD
    else:
        assert read == Availability(max_stay=days)


@pytest.mark.parametrize(
    "written", ["кроме 5 октября", "not before 10 October", "после экзаменов", "когда позовут", "3", "5-7"]
)
def test_what_is_not_understood_entirely_is_not_used_at_all(written: str) -> None:
    assert _read(written) is Problem.DATE_NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("written", "problem"),
    [
        ("10.10-03.10", Problem.END_BEFORE_START),
        ("10.10.2020-03.10.2020", Problem.END_BEFORE_START),
        ("31.02-05.03", Problem.IMPOSSIBLE_DATE),
        ("05.03.2021-31.04.2021", Problem.IMPOSSIBLE_DATE),
        ("до 31 февраля", Problem.IMPOSSIBLE_DATE),
        ("01.10.2020-01.10.2030", Problem.SPAN_TOO_LONG),
    ],
)
def test_impossible_days_are_named(written: str, problem: Problem) -> None:
    assert _read(written) is problem


def test_months_come_first_where_the_column_says_so() -> None:
    read = _read("10/03/2020 - 10/09/2020", DayOrder.MONTH_FIRST)

    assert read == Availability(windows=(_days("2020-10-03", "2020-10-09"),))


def test_an_empty_cell_offers_nothing() -> None:
    assert _read("  ") == Availability()


@given(
    st.dates(HORIZON.first, HORIZON.last),
    st.integers(0, 30),
    st.sampled_from(["{a:%d.%m.%Y}-{b:%d.%m.%Y}", "с {a:%d.%m} по {b:%d.%m}"]),
)
def test_a_span_comes_back_as_it_was_written(first: date, length: int, form: str) -> None:
    last = first + timedelta(days=length)

    read = _read(form.format(a=first, b=last))

    assert read == Availability(windows=(Days(first=first, last=last),))


@given(st.text(alphabet="0123456789.-/ оитяб сповдеюOctober;,–", max_size=40))
def test_whatever_is_written_gives_joined_windows_or_a_problem(text: str) -> None:
    read = _read(text)

    assert isinstance(read, Problem) or read.windows == joined(read.windows)


def test_a_leap_day_that_is_turned_round_is_a_slip() -> None:
    assert _read("29.02 - 10.01.2024") is Problem.END_BEFORE_START


def test_an_end_that_cannot_be_is_named_after_a_start_that_can() -> None:
    assert _read("2020-10-03 - 2020-02-31") is Problem.IMPOSSIBLE_DATE

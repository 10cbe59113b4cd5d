"""What a registrar types in a hurry is read as it was meant, or not at all."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.rooms.desk.typed import SPOKEN, read_day, read_hour, read_languages

TODAY = date(2026, 10, 5)
DAYS = st.dates(date(2000, 1, 1), date(2099, 12, 31))


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("7.10", date(2026, 10, 7)),
        ("07.10.", date(2026, 10, 7)),
        ("7/10", date(2026, 10, 7)),
        ("7-10-26", date(2026, 10, 7)),
        ("2026-10-07", date(2026, 10, 7)),
        ("4.10", date(2027, 10, 4)),
        ("+0", TODAY),
        ("+10", date(2026, 10, 15)),
        ("29.2", None),
        ("31.4", None),
        ("soon", None),
        ("", None),
        ("7", None),
    ],
)
def test_a_day_is_read_as_people_write_it(text: str, day: date | None) -> None:
    assert read_day(text, today=TODAY) == day


def test_a_day_on_paper_is_past() -> None:
    assert read_day("4.10", today=TODAY, is_past=True) == date(2026, 10, 4)
    assert read_day("6.10", today=TODAY, is_past=True) == date(2025, 10, 6)


@given(DAYS)
def test_a_day_with_its_year_is_read_whatever_day_it_is(day: date) -> None:
    assert read_day(f"{day.day}.{day.month}.{day.year}", today=TODAY) == day
    assert read_day(day.isoformat(), today=TODAY) == day


@given(DAYS, DAYS)
def test_a_day_without_a_year_is_within_the_next_one_or_the_last(day: date, today: date) -> None:
    ahead = read_day(f"{day.day}.{day.month}", today=today)
    back = read_day(f"{day.day}.{day.month}", today=today, is_past=True)

    assert ahead is None or timedelta() <= ahead - today <= timedelta(days=366)
    assert back is None or timedelta() <= today - back <= timedelta(days=366)


@given(st.text(max_size=12))
def test_no_text_breaks_the_reading(text: str) -> None:
    read_day(text, today=TODAY)
    read_hour(text)
    read_languages(text)


@pytest.mark.parametrize(
    ("text", "hour"),
    [
        ("14.30", time(14, 30)),
        ("9:05", time(9, 5)),
        ("9", time(9)),
        ("0930", time(9, 30)),
        ("24", None),
        ("9.60", None),
    ],
)
def test_an_hour_is_read_as_on_a_clock(text: str, hour: time | None) -> None:
    assert read_hour(text) == hour


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("hy ru", ("hy", "ru")),
        ("hy, ru; hy", ("hy", "ru")),
        ("armenian russian", ("hy", "ru")),
        ("հայ անգ", ("hy", "en")),
        ("рус араб", ("ru", "ar")),
        ("rus", ("ru",)),
        ("", ()),
    ],
)
def test_languages_are_read_by_code_or_by_the_beginning_of_a_name(text: str, codes: tuple[str, ...]) -> None:
    found, unknown = read_languages(text)

    assert (found, unknown) == (codes, "")


def test_the_word_that_is_no_language_is_named() -> None:
    assert read_languages("hy klingon ru") == (("hy",), "klingon")


@pytest.mark.parametrize("word", ["ар", "a", "al b"])
def test_a_beginning_that_fits_several_is_not_guessed(word: str) -> None:
    assert read_languages(word)[1] != ""


def test_every_language_is_found_by_each_of_its_names() -> None:
    for code, names in SPOKEN.items():
        for name in names:
            assert read_languages(name)[0] == (code,), name

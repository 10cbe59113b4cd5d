"""Days and moments, as each language says them."""

from datetime import UTC, date, datetime, timedelta

import pytest
from babel.dates import get_day_names
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from standby.rooms.look.days import (
    page_language,
    say_city,
    say_day,
    say_day_shortly,
    say_days,
    say_hour,
    say_moment,
    say_moment_shortly,
    say_zone,
)

_THURSDAY = date(2020, 10, 15)


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Thursday 15 October"),
        ("hy", "հոկտեմբերի 15, հինգշաբթի"),
        ("ru", "15 октября (четверг)"),
        ("az", "15 oktyabr, cümə axşamı"),
    ],
)
def test_a_day_is_said_with_its_weekday_and_month_in_words(language: str, said: str) -> None:
    with override(language):
        assert say_day(_THURSDAY) == said


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "Thursday 15 October 2020"),
        ("hy", "2020 թ. հոկտեմբերի 15, հինգշաբթի"),
        ("ru", "15 октября 2020 г. (четверг)"),
        ("az", "15 oktyabr 2020, cümə axşamı"),
    ],
)
def test_paper_that_is_kept_says_the_year(language: str, said: str) -> None:
    with override(language):
        assert say_day(_THURSDAY, with_year=True) == said


@given(day=st.dates(date(2000, 1, 1), date(2100, 1, 1)), language=st.sampled_from(["en", "hy", "ru", "az"]))
def test_every_day_of_the_century_is_said_with_its_own_weekday(day: date, language: str) -> None:
    with override(language):
        said = say_day(day)

    assert str(day.day) in said
    assert get_day_names("wide", locale=language)[day.weekday()] in said


def test_a_run_of_one_day_is_said_as_that_day() -> None:
    with override("en"):
        assert say_days(_THURSDAY, _THURSDAY) == "Thursday 15 October"


def test_a_run_of_days_is_said_from_first_to_last() -> None:
    with override("en"):
        said = say_days(_THURSDAY, _THURSDAY + timedelta(days=2))

    assert said == "Thursday 15 October to Saturday 17 October"


def test_a_moment_is_told_in_the_hours_of_the_place_and_names_its_zone() -> None:
    late_in_london = datetime(2020, 10, 14, 22, 30, tzinfo=UTC)

    with override("en"):
        said = say_moment(late_in_london, "Asia/Yerevan")

    assert said == "Thursday 15 October, 02:30 (Yerevan time)"


def test_in_a_table_a_moment_is_short_and_the_caption_names_its_zone() -> None:
    late_in_london = datetime(2020, 10, 14, 22, 30, tzinfo=UTC)

    with override("en"):
        said = say_moment_shortly(late_in_london, "Asia/Yerevan"), say_zone("Asia/Yerevan")

    assert said == ("15 Oct 02:30", "(Yerevan time)")


def test_a_moment_without_a_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="without a zone"):
        say_moment(datetime(2020, 10, 15, 9, 0), "Asia/Yerevan")  # noqa: DTZ001  # that is what is refused


@pytest.mark.parametrize(
    ("language", "city"), [("en", "Yerevan"), ("hy", "Երևան"), ("ru", "Ереван"), ("az", "Yerevan")]
)
def test_a_city_is_named_as_the_reader_writes_it(language: str, city: str) -> None:
    with override(language):
        assert say_city("Asia/Yerevan") == city


def test_short_forms_fit_a_table_and_a_chart() -> None:
    with override("en"):
        assert say_day_shortly(_THURSDAY) == "15 Oct"
        assert say_hour(datetime(2020, 10, 15, 9, 5, tzinfo=UTC)) == "15 Oct 09:05"


def test_a_language_we_do_not_speak_is_answered_in_english() -> None:
    with override("fr"):
        assert page_language() == "en"
    with override("ru-ru"):
        assert page_language() == "ru"
    with override(None):
        assert page_language() == "en"

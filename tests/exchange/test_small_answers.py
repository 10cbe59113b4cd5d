"""Small answers: yes and no, numbers, addresses, levels, languages, licence classes, several values in one cell."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.roles import Level
from standby.exchange import Problem
from standby.exchange.answers import read_answer, read_number, read_stay
from standby.exchange.driving import driving_classes
from standby.exchange.emails import emails_in, read_email
from standby.exchange.languages import read_languages
from standby.exchange.levels import read_level
from standby.exchange.splitting import parts_of


@pytest.mark.parametrize("written", ["yes", "Да", "այո", "bəli", "კი", "+", "✓", "есть, УАЗ", "1", "X"])
def test_yes_in_every_language(written: str) -> None:
    assert read_answer(written) is True


@pytest.mark.parametrize("written", ["no", "Нет", "ոչ", "xeyr", "არა", "-", "не имеется", "0", "չունի"])
def test_no_in_every_language(written: str) -> None:
    assert read_answer(written) is False


def test_neither_is_neither() -> None:
    assert read_answer("blue") is Problem.ANSWER_NOT_UNDERSTOOD


@pytest.mark.parametrize(
    ("written", "number"),
    [("3", 3), ("3.0", 3), ("3 места", 3), ("до 4", 4), ("up to 4", 4), ("three", Problem.NUMBER_NOT_UNDERSTOOD)],
)
def test_numbers_with_whatever_stands_behind_them(written: str, number: int | Problem) -> None:
    assert read_number(written) == number


@pytest.mark.parametrize(
    ("written", "days"),
    [
        ("10", 10),
        ("10 дней", 10),
        ("2 недели", 14),
        ("1 ամիս", 30),
        ("0", Problem.NUMBER_NOT_UNDERSTOOD),
        ("?", Problem.NUMBER_NOT_UNDERSTOOD),
    ],
)
def test_a_stay_is_counted_in_days(written: str, days: int | Problem) -> None:
    assert read_stay(written) == days


@pytest.mark.parametrize(
    ("written", "level"),
    [
        ("1", Level.SUPERVISED),
        ("2", Level.INDEPENDENT),
        ("3", Level.LEADS_OTHERS),
        ("студент 3 курса", Level.SUPERVISED),
        ("10 лет", Level.INDEPENDENT),
        ("1 год", Level.SUPERVISED),
        ("15", Level.INDEPENDENT),
        ("старшая медсестра", Level.LEADS_OTHERS),
        ("head of department", Level.LEADS_OTHERS),
        ("без опыта", Level.SUPERVISED),
        ("փորձառու", Level.INDEPENDENT),
        ("təcrübəli", Level.INDEPENDENT),
        ("very nice", None),
    ],
)
def test_a_level_in_words_years_or_figures(written: str, level: Level | None) -> None:
    assert read_level(written) == level


@pytest.mark.parametrize(
    ("written", "codes", "is_whole"),
    [
        ("Armenian, Russian", ("hy", "ru"), True),
        ("русский, армянский и английский (свободно)", ("ru", "hy", "en"), True),
        ("հայերեն; ռուսերեն", ("hy", "ru"), True),
        ("azərbaycan dili, rus dili", ("az", "ru"), True),
        ("ქართული/რუსული", ("ka", "ru"), True),
        ("hy;ru|en", ("hy", "ru", "en"), True),
        ("hy ru", ("hy", "ru"), True),
        ("по-русски", ("ru",), True),
        ("Armenian, Klingon", ("hy",), False),
        ("", (), True),
    ],
)
def test_languages_by_name_or_code(written: str, codes: tuple[str, ...], is_whole: bool) -> None:
    assert read_languages(written) == (codes, is_whole)


@pytest.mark.parametrize(
    ("written", "classes"),
    [
        ("B", ("B",)),
        ("В, С", ("B", "C")),
        ("категория В", ("B",)),
        ("BCE", ("B", "C", "E")),
        ("C1E", ("C",)),
        ("b и c", ("B", "C")),
        ("нет", ()),
        ("YES", ()),
    ],
)
def test_driving_classes_in_either_alphabet(written: str, classes: tuple[str, ...]) -> None:
    assert driving_classes(written) == classes


def test_addresses_are_taken_out_of_what_stands_around_them() -> None:
    assert emails_in("Ani <ani@example.org>; aram@example.org.") == ("ani@example.org", "aram@example.org")
    assert emails_in("none") == ()


@pytest.mark.parametrize(
    "written", ["ani@", "@example.org", "ani@example", "a b@example.org", "x" * 250 + "@example.org"]
)
def test_what_is_no_address_is_not_understood(written: str) -> None:
    assert read_email(written) is Problem.EMAIL_NOT_UNDERSTOOD


def test_addresses_are_compared_in_small_letters() -> None:
    assert read_email("mailto:Ani@Example.ORG") == "ani@example.org"


@given(
    st.lists(st.text(alphabet="abcdef ", min_size=1).filter(str.strip), min_size=1, max_size=5),
    st.sampled_from(";|,/\n"),
)
def test_several_values_in_a_cell_are_parted(values: list[str], between: str) -> None:
    assert parts_of(between.join(values)) == tuple(value.strip() for value in values)

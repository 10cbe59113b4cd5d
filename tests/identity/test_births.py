import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.identity import BirthAgreement, BirthDate, birth_date, compare_births


@pytest.mark.parametrize(
    ("raw", "read"),
    [
        ("1984-03-04", "1984-03-04"),
        ("1984-03-04T00:00:00", "1984-03-04"),
        ("19840304", "1984-03-04"),
        ("04.03.1984", "1984-03-04"),
        ("4/3/84", "1984-03-04"),
        ("12/31/1984", "1984-12-31"),
        ("1984-05", "1984-05"),
        ("05.1984", "1984-05"),
        ("1984", "1984"),
        ("04.03.84 г.", "1984-03-04"),
    ],
)
def test_dates_are_read_as_people_write_them(raw: str, read: str) -> None:
    assert str(birth_date(raw)) == read


@pytest.mark.parametrize("raw", ["", "31.02.1984", "soon", "00.00.1984", "1984-13-01", "0001", "🙂"])
def test_what_is_no_date_is_unknown(raw: str) -> None:
    assert birth_date(raw) is None


@pytest.mark.parametrize(
    ("one", "other", "agreement"),
    [
        ("1984-03-04", "1984-03-04", BirthAgreement.SAME),
        ("1984-03-04", "1984-04-03", BirthAgreement.SWAPPED),
        ("1984-03-04", "1984-03-05", BirthAgreement.NEAR),
        ("1984-03-04", "1994-03-04", BirthAgreement.NEAR),
        ("1984-03-04", "1984", BirthAgreement.PARTLY),
        ("1984-03", "1984-03-04", BirthAgreement.PARTLY),
        ("1984", "1984", BirthAgreement.PARTLY),
        ("1984-03-04", "1985", BirthAgreement.DIFFERENT),
        ("1984-03", "1984-04-04", BirthAgreement.DIFFERENT),
        ("1984-03-04", "1991-12-31", BirthAgreement.DIFFERENT),
        ("1984-03-04", "", BirthAgreement.UNKNOWN),
    ],
)
def test_two_dates_agree_so_far(one: str, other: str, agreement: BirthAgreement) -> None:
    assert compare_births(birth_date(one), birth_date(other)) is agreement
    assert compare_births(birth_date(other), birth_date(one)) is agreement


def test_a_day_without_a_month_is_no_birth_date() -> None:
    with pytest.raises(ValueError, match="knows the month"):
        BirthDate(year=1984, day=4)


@given(st.dates())
def test_a_written_date_is_read_back(day: object) -> None:
    text = str(day)

    read = birth_date(text)

    assert read is None or str(read) == text

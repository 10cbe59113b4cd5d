"""Phone numbers as people and spreadsheets write them."""

import gc
from types import FrameType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.exchange import Problem
from standby.exchange.phones import phones_in, read_phone


@pytest.mark.parametrize(
    ("written", "region", "read"),
    [
        ("+374 00 12-34-56", "AM", "+37400123456"),
        ("00123456", "AM", "+37400123456"),
        ("000123456", "AM", "+37400123456"),
        ("37400123456", "RU", "+37400123456"),
        ("0037400123456", "RU", "+37400123456"),
        ("8 (000) 123-45-67", "AM", "+70001234567"),
        ("000 123 45 67", "RU", "+70001234567"),
        ("70001234567.0", "AM", "+70001234567"),
        ("3.7400123456E+10", "AM", "+37400123456"),
        ("3,7400123456E+10", "AM", "+37400123456"),
        ("+994 00 123 45 67", "AM", "+994001234567"),
        ("(212) 555-0123", "US", "+12125550123"),
        ("+374 00 123456 доб. 12", "AM", "+37400123456"),
        ("+49 30 00000000", "AM", "+493000000000"),
    ],
)
def test_a_number_is_read_in_full_international_form(written: str, region: str, read: str) -> None:
    assert read_phone(written, region=region) == read


@pytest.mark.parametrize("written", ["3.74E+10", "3,7400E+10"])
def test_a_number_that_a_spreadsheet_has_shortened_is_lost_and_said_so(written: str) -> None:
    assert read_phone(written, region="AM") is Problem.PHONE_SHORTENED


@pytest.mark.parametrize(
    "written", ["12", "no phone", "+", "1234567890123456789", "+374 00 12", "+999 1", "+999 123456"]
)
def test_what_is_no_number_is_not_understood(written: str) -> None:
    assert read_phone(written, region="AM") is Problem.PHONE_NOT_UNDERSTOOD


def test_a_cell_may_hold_several_numbers() -> None:
    assert phones_in("00 12-34-56, 00 65-43-21 / нет") == ("00 12-34-56", "00 65-43-21")
    assert phones_in("00 12-34-56 или жена") == ("00 12-34-56 или жена",)
    assert phones_in("3,74E+10") == ("3,74E+10",)
    assert phones_in("") == ()


@given(st.sampled_from([("374", 8), ("7", 10), ("994", 9), ("995", 9)]), st.data())
def test_a_number_that_was_read_is_read_the_same_again(country: tuple[str, int], data: st.DataObject) -> None:
    code, length = country
    local = data.draw(st.text(alphabet="0123456789", min_size=length, max_size=length))

    read = read_phone(f"+{code}{local}", region="AM")

    assert read == f"+{code}{local}"
    assert read_phone(read, region="RU") == read


@given(st.text(alphabet="+0123456789 ()-.E,", max_size=25), st.sampled_from(["AM", "RU", "AZ", "GE", "US", "FR"]))
def test_whatever_is_written_gives_a_number_or_a_problem(written: str, region: str) -> None:
    read = read_phone(written, region=region)

    assert isinstance(read, Problem) or (read.startswith("+") and read[1:].isdigit() and len(read) <= 16)


@given(st.from_regex(r"\+?[0-9]{5,16}", fullmatch=True))
def test_a_number_written_plainly_is_read_as_one_with_a_space_around(written: str) -> None:
    assert read_phone(written, region="AM") == read_phone(f" {written} ", region="AM")


def test_no_number_that_was_read_stays_in_memory() -> None:
    written = "+" + str(37400765432)

    assert read_phone(written, region="AM") == written

    assert [kept for kept in gc.get_referrers(written) if not isinstance(kept, FrameType)] == []

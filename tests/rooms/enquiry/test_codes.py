"""Codes on paper: read in spite of dashes and small letters, and never read wrong."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.errors import Refused
from standby.rooms.enquiry.codes import (
    is_form_number,
    new_ticket_code,
    read_form_number,
    read_ticket_code,
    shown_form_number,
    shown_ticket_code,
)

PRINTED = st.integers(1, 999_999).filter(is_form_number)


@given(PRINTED)
def test_a_form_number_is_read_as_it_was_printed(number: int) -> None:
    assert read_form_number(shown_form_number(number)) == number
    assert read_form_number(shown_form_number(number).replace(" ", "-").lower()) == number


@given(PRINTED, st.integers(0, 5), st.integers(1, 9))
def test_one_wrong_digit_is_found(number: int, place: int, by: int) -> None:
    printed = shown_form_number(number).replace(" ", "")
    wrong = printed[:place] + str((int(printed[place]) + by) % 10) + printed[place + 1 :]

    with pytest.raises(Refused):
        read_form_number(wrong)


@given(PRINTED, st.integers(0, 4))
def test_two_digits_in_the_wrong_order_are_found(number: int, place: int) -> None:
    printed = shown_form_number(number).replace(" ", "")
    swapped = printed[:place] + printed[place + 1] + printed[place] + printed[place + 2 :]

    if swapped != printed:
        with pytest.raises(Refused):
            read_form_number(swapped)


@pytest.mark.parametrize("text", ["", "J", "12", "ABCDEF J", "000 123", "000123J0"])
def test_what_is_no_number_is_refused(text: str) -> None:
    with pytest.raises(Refused):
        read_form_number(text)


def test_a_ticket_code_is_read_as_it_is_shown() -> None:
    for _ in range(50):
        code = new_ticket_code()

        assert read_ticket_code(shown_ticket_code(code)) == code
        assert read_ticket_code(code.lower().replace("0", "o").replace("1", "l")) == code


@pytest.mark.parametrize("text", ["", "A", "AAAAAAAA", "../../etc", "K7M2-94Q*"])
def test_what_is_no_ticket_code_is_not_read(text: str) -> None:
    assert read_ticket_code(text) == ""

"""Receipt codes: read aloud, typed wrongly, and never guessed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.sealing import InvalidCode, new_link_token, new_receipt_code, new_ref, parse_receipt_code
from standby.sealing.codes import check_character
from standby.sealing.refs import ALPHABET

# Drawn here and not by `new_receipt_code`: what the product draws by itself, this library can neither vary nor repeat.
CODES = (
    st.text(alphabet=ALPHABET, min_size=13, max_size=13)
    .map(lambda data: data + check_character(data))
    .filter(lambda code: code[-1] in ALPHABET)
    .map(lambda code: f"{code[:4]}-{code[4:9]}-{code[9:]}")
)


@given(code=CODES)
def test_a_code_is_read_however_it_is_written(code: str) -> None:
    plain = code.replace("-", "")

    for written in (code, code.lower(), plain, f" {' '.join(plain)} ", code.replace("0", "o").replace("1", "l")):
        assert parse_receipt_code(written) == plain


@given(code=CODES, place=st.integers(0, 13), letter=st.sampled_from(ALPHABET))
def test_every_single_wrong_character_is_found(code: str, place: int, letter: str) -> None:
    plain = code.replace("-", "")
    wrong = plain[:place] + letter + plain[place + 1 :]

    if wrong != plain:
        with pytest.raises(InvalidCode):
            parse_receipt_code(wrong)


@given(code=CODES, place=st.integers(0, 12))
def test_every_swap_of_two_neighbours_is_found(code: str, place: int) -> None:
    plain = code.replace("-", "")
    swapped = plain[:place] + plain[place + 1] + plain[place] + plain[place + 2 :]

    if swapped != plain:
        with pytest.raises(InvalidCode):
            parse_receipt_code(swapped)


@pytest.mark.parametrize("text", ["", "ABC", "A" * 40, "Անահիտ", "\x00" * 14, "'; DROP TABLE --"])
def test_what_is_no_code_is_refused_calmly(text: str) -> None:
    with pytest.raises(InvalidCode):
        parse_receipt_code(text)


def test_a_check_character_is_read_as_leniently_as_the_rest() -> None:
    """A slip may end in 0 or 1 as well, and people write O, I and L there too."""
    assert parse_receipt_code("KZPH-6YHDC-4lYPl") == "KZPH6YHDC41YP1"


def test_new_codes_are_read_as_they_were_drawn() -> None:
    for _ in range(2000):
        code = new_receipt_code()
        assert parse_receipt_code(code) == code.replace("-", "")


def test_codes_tokens_and_references_do_not_repeat() -> None:
    for make in (new_receipt_code, new_link_token, new_ref):
        assert len({make() for _ in range(2000)}) == 2000


def test_a_code_has_at_least_sixty_random_bits() -> None:
    """13 characters of 32, less the codes whose check character is hard to read: 32 of 37 are kept."""
    assert 32**13 * 32 // 37 > 2**60

import phonenumbers
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from standby.identity import email_key, phone_key, usual_region


@pytest.mark.parametrize("raw", ["+374 10 000000", "00374 10 000000", "010 00-00-00", "(010) 000000", "+37410000000"])
def test_one_armenian_phone_has_one_key_however_it_is_written(raw: str) -> None:
    assert phone_key(raw, default_region="AM") == "+37410000000"


@pytest.mark.parametrize("raw", ["", "none", "12", "+", "🙂", "1" * 5000, "+999999999999999999"])
def test_what_cannot_be_dialled_has_no_key(raw: str) -> None:
    assert phone_key(raw, default_region="AM") is None


def test_without_a_country_a_local_number_has_no_key() -> None:
    assert phone_key("010 00 00 00", default_region="") is None


def test_a_key_is_its_own_key() -> None:
    assert phone_key("+12025550123", default_region="AM") == "+12025550123"


@pytest.mark.parametrize("raw", ["Ani@Example.org", " ani@example.org ", "mailto:ani@example.org"])
def test_one_address_has_one_key(raw: str) -> None:
    assert email_key(raw) == "ani@example.org"


@pytest.mark.parametrize(
    "raw", ["", "ani", "ani@", "@example.org", "a@b", "a b@example.org", "x" * 300 + "@example.org"]
)
def test_what_is_no_address_has_no_key(raw: str) -> None:
    assert email_key(raw) is None


@given(st.text(max_size=60))
def test_keys_never_fail(raw: str) -> None:
    email_key(raw)
    phone_key(raw, default_region="RU")
    usual_region([raw])


def test_a_number_that_no_network_knows_tells_no_region() -> None:
    assert usual_region(["+", "+0", "+37410000000"]) == "AM"


def test_a_list_without_country_codes_tells_no_region() -> None:
    assert usual_region(["010 00 00 00", ""]) == ""


@given(
    st.sampled_from(["", "+", "8", "0", "00", "+7", "+374", "374", "8 (", "010 ", "810", "011"]),
    st.text(alphabet="0123456789", min_size=6, max_size=12),
    st.sampled_from(["AM", "RU", "AZ", "GE", "FR", "US", "LB", ""]),
)
def test_a_number_read_by_its_first_digits_is_what_reading_all_of_it_gives(
    begins: str, digits: str, region: str
) -> None:
    assume(not (begins == "+" and digits.startswith("0")))
    try:
        number = phonenumbers.parse(begins + digits, region or None)
        possible = phonenumbers.is_possible_number(number)
    except phonenumbers.NumberParseException:
        possible = False
    whole = phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164) if possible else None

    found = phone_key(begins + digits, default_region=region)

    assert found == whole or (found == begins + digits and begins.startswith("+"))

import pytest
from hypothesis import given
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

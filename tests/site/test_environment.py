from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.errors import UnusableInput
from standby.site.environment import (
    allowed_hosts,
    database_settings,
    embedded_url,
    gateway_url,
    one_of,
    plain_text,
    public_url,
    shared_secret,
    signing_secret,
    whole_number,
)


def test_an_address_of_a_server_becomes_what_django_asks_for() -> None:
    found = database_settings("postgresql://ann:secret@db.example.org:6000/aid?sslmode=require", pool=0)

    assert found["NAME"] == "aid"
    assert found["HOST"] == "db.example.org"
    assert found["PORT"] == "6000"
    assert found["PASSWORD"] == "secret"
    assert found["OPTIONS"] == {"sslmode": "require"}


def test_a_pool_is_kept_only_where_it_is_asked_for() -> None:
    assert "pool" in str(database_settings("postgresql:///aid", pool=4)["OPTIONS"])
    assert database_settings("postgresql:///aid", pool=0)["OPTIONS"] == {}


@given(st.text(alphabet="abc xyz/-ñմ", min_size=1, max_size=20))
def test_the_embedded_server_is_found_whatever_the_data_folder_is_called(name: str) -> None:
    folder = Path("/srv") / name.strip("/")

    assert database_settings(embedded_url(folder), pool=0)["HOST"] == str(folder / "postgres")


def test_something_that_is_no_address_is_refused_by_its_name() -> None:
    with pytest.raises(UnusableInput, match="DATABASE_URL"):
        database_settings("mysql is not here", pool=0)


@pytest.mark.parametrize("value", ["standby.example.org", "ftp://example.org", "https://", "https://example.org/?a=1"])
def test_a_public_address_that_links_cannot_carry_is_refused(value: str) -> None:
    with pytest.raises(UnusableInput, match="STANDBY_PUBLIC_URL"):
        public_url(value)


def test_a_public_address_loses_the_slash_at_its_end() -> None:
    assert public_url("https://standby.example.org/") == "https://standby.example.org"


def test_the_site_answers_to_this_machine_and_to_its_public_name_only() -> None:
    assert allowed_hosts("https://standby.example.org:8443") == [
        "127.0.0.1",
        "localhost",
        "[::1]",
        "standby.example.org",
    ]
    assert "*" not in allowed_hosts("")


def test_a_number_is_a_number() -> None:
    assert whole_number({"POOL": "8"}, "POOL", default=1) == 8
    assert whole_number({}, "POOL", default=1) == 1
    with pytest.raises(UnusableInput, match="POOL: 'many' is not a whole number"):
        whole_number({"POOL": "many"}, "POOL", default=1)


def test_without_keys_every_process_signs_with_a_secret_of_its_own(tmp_path: Path) -> None:
    assert signing_secret(tmp_path) != signing_secret(tmp_path)


def test_with_keys_every_process_signs_alike(tmp_path: Path) -> None:
    (tmp_path / "signing.key").write_text("abc\n", encoding="ascii")

    assert signing_secret(tmp_path) == "abc"


def test_a_gateway_is_an_address_by_http() -> None:
    assert gateway_url({"SMS_URL": "http://127.0.0.1:13013/cgi-bin/sendsms"}, "SMS_URL").endswith("/cgi-bin/sendsms")
    assert gateway_url({}, "SMS_URL") == ""
    for wrong in ("127.0.0.1:13013", "ftp://gateway.example.org", "http://"):
        with pytest.raises(UnusableInput, match="SMS_URL"):
            gateway_url({"SMS_URL": wrong}, "SMS_URL")


def test_a_style_is_one_of_those_there_are() -> None:
    assert one_of({}, "SMS_STYLE", allowed={"kannel", "form"}, default="kannel") == "kannel"
    with pytest.raises(UnusableInput, match="'soap' is none of form, kannel"):
        one_of({"SMS_STYLE": "soap"}, "SMS_STYLE", allowed={"kannel", "form"}, default="kannel")


@pytest.mark.parametrize("wrong", ["Օգնություն", "a\r\nX-Kannel-To: 1"])
def test_what_travels_in_a_header_cannot_bring_another(wrong: str) -> None:
    with pytest.raises(UnusableInput, match="SMS_SENDER"):
        plain_text({"SMS_SENDER": wrong}, "SMS_SENDER")


def test_a_secret_is_long_or_none_and_is_never_repeated() -> None:
    assert shared_secret({}, "SMS_REPLY_SECRET") == ""
    with pytest.raises(UnusableInput) as refused:
        shared_secret({"SMS_REPLY_SECRET": "hunter2"}, "SMS_REPLY_SECRET")
    assert "hunter2" not in str(refused.value)

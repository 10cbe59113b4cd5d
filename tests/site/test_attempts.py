from ipaddress import ip_address

from django.test import RequestFactory
from pytest_django.fixtures import Settings

from standby.site.attempts import client_address, pseudonym_of_address, pseudonym_of_login


def test_a_login_is_remembered_as_a_pseudonym_however_it_was_typed(rf: RequestFactory) -> None:
    request = rf.post("/", {"username": "registrar"})

    found = pseudonym_of_login(request, {"username": " Registrar "})

    assert found == pseudonym_of_login(request)
    assert "registrar" not in found


def test_a_place_is_remembered_as_an_address_that_belongs_to_nobody(rf: RequestFactory) -> None:
    found = ip_address(pseudonym_of_address(rf.get("/", REMOTE_ADDR="192.0.2.7")))

    assert found.is_private
    assert str(found) == pseudonym_of_address(rf.get("/", REMOTE_ADDR="192.0.2.7"))
    assert str(found) != pseudonym_of_address(rf.get("/", REMOTE_ADDR="192.0.2.8"))


def test_nobody_escapes_the_count_by_inventing_a_forwarding_header(rf: RequestFactory) -> None:
    request = rf.get("/", REMOTE_ADDR="192.0.2.7", headers={"x-forwarded-for": "198.51.100.1"})

    assert client_address(request) == "192.0.2.7"


def test_a_proxy_of_ones_own_is_believed_for_what_it_wrote_itself(rf: RequestFactory, settings: Settings) -> None:
    settings.STANDBY_PROXIES = 1
    request = rf.get("/", REMOTE_ADDR="127.0.0.1", headers={"x-forwarded-for": "203.0.113.9, 198.51.100.1"})

    assert client_address(request) == "198.51.100.1"

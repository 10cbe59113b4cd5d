"""A verifier at work in a browser: one claim after the other, the effect in words, and one click back."""

from collections.abc import Callable

import pytest
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import PHONE, Visits, assert_no_horizontal_scroll, assert_reads_well
from tests.pages.staff import log_in

from standby.domain.roles import Level, OfferedRole
from standby.rooms.accounts.models import User
from standby.rooms.people.models import Credential
from standby.rooms.people.values import PersonView

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def test_a_licence_is_looked_up_stored_and_taken_back(
    visit: Visits,
    live_server: LiveServer,
    verifier_user: User,
    the_doctor: PersonView,
    registers: Callable[..., PersonView],
) -> None:
    registers(given="Gagik", roles=(OfferedRole(code="2221", level=Level.SUPERVISED),), phones=("+37400000044",))
    page = visit(width=PHONE)
    log_in(page, live_server.url, verifier_user)

    page.goto(f"{live_server.url}/desk/licences/")
    assert_reads_well(page, "licences")
    page.locator("input[name=standing][value=primary_verified]").check()
    page.locator("input[name=issuer]").fill("Ministry of Tests")
    page.locator("input[name=number]").fill("A-1")
    page.locator("main button.primary").click()
    page.wait_for_url("**done=*")
    checked = Credential.objects.get(person_id=the_doctor.id).state
    assert_reads_well(page, "licences-judged")
    page.locator("form[action$='/back/'] button").click()
    page.wait_for_url("**look=*")

    assert checked == "primary_verified"
    assert Credential.objects.get(person_id=the_doctor.id).state == "claimed"
    assert_no_horizontal_scroll(page)

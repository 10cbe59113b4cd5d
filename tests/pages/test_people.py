"""A registrar at work in a browser: who stands where, one card, pairs by the keyboard alone, a queue of people."""

import pytest
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import (
    LAPTOP,
    PHONE,
    Visits,
    assert_accessible,
    assert_reads_well,
    keep_picture,
)
from tests.pages.staff import log_in
from tests.rooms.people.cast import Family, partition
from tests.rooms.people.conftest import family

from standby.domain.roles import Level, OfferedRole
from standby.rooms.accounts.models import User
from standby.rooms.people.models import DoubtfulPair
from standby.rooms.people.values import PersonView

__all__ = ["family"]
pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

_SCROLLS = "(table) => table.parentElement.scrollWidth > table.parentElement.clientWidth"
_SAID_BEFORE = "(cell) => getComputedStyle(cell, '::before').content"


def test_who_stands_where_and_one_card(
    visit: Visits,
    live_server: LiveServer,
    coordinator_user: User,
    the_doctor: PersonView,
    the_driver: PersonView,
    family: Family,
) -> None:
    person, _ = family.one_person_by_rule()
    family.registers(given="Vera", roles=())
    page = visit()
    log_in(page, live_server.url, coordinator_user)

    shown = {"people": "people/", "people-stand-by": "people/?status=stand_by", "person": f"person/{person.ref}/"}
    for name, address in shown.items():
        page.goto(f"{live_server.url}/desk/{address}")
        assert_reads_well(page, name)


def test_on_a_phone_each_row_of_a_wide_table_stands_by_itself_under_its_columns_words(
    visit: Visits, live_server: LiveServer, coordinator_user: User, the_doctor: PersonView
) -> None:
    page = visit(width=PHONE)
    log_in(page, live_server.url, coordinator_user)
    page.goto(f"{live_server.url}/desk/people/")
    table, stands = page.locator("#people"), page.locator("#people tbody td").first

    assert table.evaluate(_SCROLLS) is False
    assert "Stands" in stands.evaluate(_SAID_BEFORE)
    name, place = page.locator("#people tbody th").bounding_box(), stands.bounding_box()
    assert name
    assert place
    assert place["y"] > name["y"]

    page.set_viewport_size({"width": LAPTOP, "height": 800})
    assert stands.evaluate(_SAID_BEFORE) == "none"


def test_pairs_side_by_side(visit: Visits, live_server: LiveServer, registrar_user: User, family: Family) -> None:
    family.registers(given="Gagik")
    family.two_people_in_doubt(roles=(OfferedRole(code="8322", level=Level.INDEPENDENT),))
    page = visit()
    log_in(page, live_server.url, registrar_user)

    page.goto(f"{live_server.url}/desk/pairs/")

    assert_reads_well(page, "pairs")


def test_pairs_are_judged_skipped_and_undone_by_the_keyboard_alone(
    visit: Visits, live_server: LiveServer, registrar_user: User, family: Family
) -> None:
    pairs = family.chain_of_doubts(3)
    page = visit(width=LAPTOP)
    log_in(page, live_server.url, registrar_user)
    page.goto(f"{live_server.url}/desk/pairs/")

    page.keyboard.press("k")
    page.wait_for_url("**after=*")
    page.keyboard.press("s")
    page.wait_for_url("**done=*")
    joined = len(partition())
    keep_picture(page, "pairs-judged-en-1280")
    assert_accessible(page)
    page.keyboard.press("u")
    page.wait_for_selector("#pair")
    page.wait_for_url(lambda url: "done" not in url)
    parted = len(partition())
    page.keyboard.press("n")
    page.wait_for_url("**done=*")

    assert (joined, parted) == (2, 3)
    assert DoubtfulPair.objects.get(id=pairs[0].id).verdict == "not_same"


def test_keys_that_were_turned_off_judge_nothing(
    visit: Visits, live_server: LiveServer, registrar_user: User, family: Family
) -> None:
    family.chain_of_doubts(2)
    page = visit(width=LAPTOP)
    log_in(page, live_server.url, registrar_user)
    page.goto(f"{live_server.url}/desk/pairs/")
    page.evaluate("localStorage.setItem('keys', 'off')")

    page.keyboard.press("s")

    assert page.url.endswith("/desk/pairs/")
    assert len(partition()) == 2


def test_pairs_are_judged_without_scripts(
    visit: Visits, live_server: LiveServer, registrar_user: User, family: Family
) -> None:
    family.two_people_in_doubt()
    page = visit(width=PHONE, javascript=False)
    log_in(page, live_server.url, registrar_user)
    page.goto(f"{live_server.url}/desk/pairs/")

    page.locator("button[value=not_same]").click()

    page.wait_for_url("**done=*")
    assert DoubtfulPair.objects.get().verdict == "not_same"


def test_erasing_says_what_will_be_gone_first(
    visit: Visits, live_server: LiveServer, coordinator_user: User, the_helper: PersonView
) -> None:
    page = visit(width=PHONE)
    log_in(page, live_server.url, coordinator_user)

    page.goto(f"{live_server.url}/desk/person/{the_helper.ref}/erase/")
    assert_reads_well(page, "erase")
    page.locator("main button.stop").click()

    page.wait_for_selector("main .code")
    assert "Testyan" not in page.content()

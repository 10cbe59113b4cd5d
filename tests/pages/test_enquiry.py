"""The enquiry desk in a browser: the counter, the wall, a telephone, paper, and a person typed by keyboard alone."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import (
    LANGUAGES,
    LAPTOP,
    PHONE,
    Visits,
    assert_accessible,
    assert_no_horizontal_scroll,
    assert_reads_well,
    keep_picture,
)
from tests.pages.staff import log_in
from tests.rooms.enquiry.conftest import *  # noqa: F403

from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.enquiry.actions.papers import print_forms
from standby.rooms.enquiry.actions.tickets import finish
from standby.rooms.enquiry.models import FormBatch, Queue, Ticket
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import Person
from standby.rooms.people.queries.persons import details_of
from standby.rooms.people.values import PersonView

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
_HOW_TO = Path(__file__).resolve().parents[2] / "docs" / "how-to" / "enquiry-desk.md"


@pytest.fixture
def morning(
    gives: Callable[..., Ticket],
    calls_to: Callable[..., Ticket],
    operation: OperationView,
    machine: Actor,
    now: datetime,
) -> None:
    """Four were served, two are called, eight wait."""
    for _ in range(14):
        gives(at=now - timedelta(minutes=40))
    for served in range(4):
        start = now - timedelta(minutes=30 - 5 * served)
        ticket = calls_to(1, at=start)
        finish(operation=operation, ticket_ref=ticket.ref, by=machine, now=start + timedelta(minutes=4 + served))
    calls_to(1), calls_to(2)


def test_the_pages_of_a_queue(
    visit: Visits, live_server: LiveServer, registrar_user: User, morning: None, the_queue: Queue
) -> None:
    waiting = Ticket.objects.get(number=10)
    page = visit()
    shown = {"screen": f"/screen/{the_queue.screen_code}/", "ticket": f"/ticket/{waiting.code}/", "ask": "/ticket/"}
    for name, address in shown.items():
        page.goto(f"{live_server.url}{address}")
        assert_reads_well(page, f"enquiry-{name}")
    log_in(page, live_server.url, registrar_user)
    queue = f"/desk/enquiry/queue/{the_queue.ref}/"
    desk = {"queues": "/desk/enquiry/", "queue": queue, "counter": f"{queue}?counter=2"}
    desk |= {"slip": f"/desk/enquiry/ticket/{waiting.ref}/"}
    for name, address in desk.items():
        page.goto(f"{live_server.url}{address}")
        assert_reads_well(page, f"enquiry-{name}")


def look_at(page: Page, address: str, picture: str) -> None:
    page.goto(address)
    assert_accessible(page)
    assert_no_horizontal_scroll(page)
    keep_picture(page, picture)


def test_a_counter_works_without_scripts(
    visit: Visits, live_server: LiveServer, registrar_user: User, morning: None, the_queue: Queue
) -> None:
    page = visit(width=PHONE, javascript=False)
    log_in(page, live_server.url, registrar_user)
    page.goto(f"{live_server.url}/desk/enquiry/queue/{the_queue.ref}/")

    expect(page.locator("main [name=counter]")).to_be_focused()
    page.keyboard.type("3")
    page.keyboard.press("Enter")
    page.wait_for_url("**counter=3")
    page.get_by_role("button", name="Call the next number").click()
    page.get_by_text("Number 7 is at counter 3.").wait_for()
    page.get_by_role("button", name="Did not come").click()
    page.get_by_role("button", name="Is here: back in the queue").wait_for()

    assert Ticket.objects.get(number=7).state == "missed"


def test_the_wall_shows_a_call_by_itself_without_scripts(
    visit: Visits,
    live_server: LiveServer,
    gives: Callable[..., Ticket],
    calls_to: Callable[..., Ticket],
    the_queue: Queue,
) -> None:
    gives()
    page = visit(width=LAPTOP, javascript=False)
    page.goto(f"{live_server.url}/screen/{the_queue.screen_code}/")

    calls_to(5)

    page.get_by_text("Counter 5").wait_for()


@pytest.fixture
def batch(operation: OperationView, machine: Actor, now: datetime) -> Callable[[str], FormBatch]:
    def print_three(language: str) -> FormBatch:
        return print_forms(operation=operation, language=language, copies=3, by=machine, now=now)

    return print_three


def test_blank_forms_take_one_page_each_in_every_language(
    visit: Visits, live_server: LiveServer, registrar_user: User, batch: Callable[[str], FormBatch]
) -> None:
    page = visit(width=LAPTOP)
    log_in(page, live_server.url, registrar_user)
    pages = {}
    for language in LANGUAGES:
        look_at(page, f"{live_server.url}/desk/enquiry/forms/{batch(language).ref}/", f"enquiry-forms-{language}")
        page.emulate_media(media="print")
        pdf = page.pdf(prefer_css_page_size=True)
        pages[language] = len(re.findall(rb"/Type\s*/Page\b(?!s)", pdf))
        page.emulate_media(media="screen")

    assert pages == dict.fromkeys(LANGUAGES, 3)


def test_which_forms_are_still_out(
    visit: Visits, live_server: LiveServer, registrar_user: User, batch: Callable[[str], FormBatch]
) -> None:
    batch("hy"), batch("ru")
    page = visit()
    log_in(page, live_server.url, registrar_user)

    for address in ("enquiry/forms/", "register/paper/"):
        page.goto(f"{live_server.url}/desk/{address}")
        assert_reads_well(page, f"enquiry-{address.strip('/').replace('/', '-')}")


@dataclass(slots=True, kw_only=True)
class Typist:
    """A registrar who never lets go of the keyboard, and counts."""

    page: Page
    presses: int = 0

    def answer(self, field: str, text: str) -> None:
        """Types where the keyboard stands, which has to be there, and goes on."""
        expect(self.page.locator(f"main [name={field}]")).to_be_focused()
        self.page.keyboard.type(text)
        self.presses += len(text)
        self.press("Tab", at=field)

    def press(self, key: str, *, at: str = "") -> None:
        if at:
            expect(self.page.locator(f"main [name={at}]")).to_be_focused()
        self.page.keyboard.press(key)
        self.presses += 1


@pytest.mark.parametrize(("language", "width"), [("hy", PHONE), ("az", LAPTOP)])
def test_a_whole_person_is_typed_by_the_keyboard_alone_without_scripts(
    visit: Visits,
    live_server: LiveServer,
    registrar_user: User,
    morning: None,
    the_queue: Queue,
    the_doctor: PersonView,
    language: str,
    width: int,
) -> None:
    """The number of key presses is the one that the how-to gives, and its estimate rests on."""
    page = visit(width=width, language=language, javascript=False)
    log_in(page, live_server.url, registrar_user)
    page.goto(f"{live_server.url}/desk/register/?queue={the_queue.ref}&counter=2")
    typist = Typist(page=page)

    typist.answer("name", "Մարիամ Փորձյան")
    typist.answer("phone", "+37400000091")
    typist.answer("email", "")
    typist.press("Home", at="language")
    typist.press("Tab", at="language")
    typist.answer("words", "բուժքույր")
    typist.answer("languages", "hy ru")
    typist.answer("first_day", "7.10")
    typist.answer("last_day", "20.10")
    typist.press("Space", at="is_of_age")
    typist.press("Enter", at="is_of_age")
    page.locator("input[name=roles]:checked").wait_for()
    keep_picture(page, f"enquiry-register-{language}-{width}")
    typist.press("Enter")
    page.locator(".slip .code").wait_for()
    typist.press("Enter")
    expect(page.locator("main [name=name]")).to_be_focused()

    person = Person.objects.get(language="hy", has_phone=True, offer__roles__0__0="2221")
    said = details_of([person.id])[person.id]
    assert (said.full_name, said.phones) == ("Մարիամ Փորձյան", ("+37400000091",))
    assert person.offer["languages"] == ["hy", "ru"]
    assert person.offer["windows"] == [["2026-10-07", "2026-10-20"]]
    assert Ticket.objects.filter(state="called", counter=2).get().number == 7
    how_to = _HOW_TO.read_text(encoding="utf-8")
    assert f"{typist.presses} key presses" in how_to
    assert f"{estimated_seconds(typist.presses)} seconds of typing" in how_to


def estimated_seconds(presses: int) -> int:
    """The keystroke-level model of Card, Moran and Newell (1980), for somebody who types forty words a minute.

    One thought before each of the nine answers and the three Enters; the machine answers three times.
    """
    key, thought, answer = 0.28, 1.35, 0.3
    return round(presses * key + 12 * thought + 3 * answer)


def test_who_may_be_the_same_is_seen_before_storing(
    visit: Visits, live_server: LiveServer, registrar_user: User, the_helper: PersonView
) -> None:
    page = visit(language="ru")
    log_in(page, live_server.url, registrar_user)
    page.goto(f"{live_server.url}/desk/register/")
    assert_reads_well(page, "enquiry-empty")
    for name, text in {
        "name": "Անահիտ Տեստյան",
        "phone": "+374 00 000001",
        "words": "nurse",
        "languages": "hy",
        "first_day": "+1",
        "last_day": "+9",
    }.items():
        page.locator(f"input[name={name}]").fill(text)
    page.locator("input[name=is_of_age]").check()
    page.keyboard.press("Enter")
    page.locator(".notice.waits").wait_for()

    assert_reads_well(page, "enquiry-same")
    assert page.locator(".notice.waits").is_visible()

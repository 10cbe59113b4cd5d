"""The pages about channels, at the desk and on one's own page, in a browser."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from pytest_django.live_server_helper import LiveServer
from tests.pages.harness import (
    LAPTOP,
    PHONE,
    Visits,
    assert_accessible,
    assert_no_horizontal_scroll,
    assert_reads_well,
    keep_picture,
)
from tests.pages.staff import log_in
from tests.rooms.callup.conftest import Announces, Plans
from tests.rooms.conftest import Register

from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.actions.approving import approve_plan
from standby.rooms.callup.actions.replying import take_reply
from standby.rooms.messages.actions import record
from standby.rooms.messages.actions.replying import Incoming
from standby.rooms.messages.actions.spending import change_budget
from standby.rooms.messages.letters import Outcome, Receipt
from standby.rooms.messages.models import Channel, Message
from standby.rooms.messages.money import PartPrice
from standby.rooms.messages.queries.choices import choice_of
from standby.rooms.operations.installation import SmsGateway, TelegramBot, install, installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_links
from standby.rooms.people.values import PersonView

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
NUMBER = "+37400000055"


@pytest.fixture(autouse=True)
def gateways(public_address: None) -> Iterator[None]:
    before = installation()
    bot = TelegramBot(token="1:x", name="relief_bot", secret="a secret of tests", url="http://127.0.0.1:9")
    install(replace(before, sms=SmsGateway(url="http://127.0.0.1:9/"), telegram=bot))
    yield
    install(before)


@pytest.fixture
def written_to(
    registers: Register,
    announces: Announces,
    operation: OperationView,
    machine: Actor,
    now: datetime,
) -> PersonView:
    """Has a telephone and a mail address that fails; somebody else gets paper; a reply and a stranger's wait."""
    price = PartPrice(thousandths=45, currency="USD")
    change_budget(operation=operation, price=price, parts_an_hour=20, by=machine, now=now)
    person = registers(given="Sona", surname="Channelyan", phones=(NUMBER,), emails=("gone@example.org",))
    registers(given="Paruyr", surname="Paperyan", phones=(), emails=(), language="hy")
    announces(person)
    failed = Message.objects.get(recipient=person.ref, channel=Channel.EMAIL)
    record(receipt=Receipt(ref=failed.ref, outcome=Outcome.BOUNCED, code="550"), now=now)
    for sender, text in ((NUMBER, "Այո"), (NUMBER, "Can I bring my brother?"), ("+37400000099", "who is this")):
        take_reply(incoming=Incoming(channel=Channel.SMS, sender=sender, text=text), now=now)
    return person


def test_every_page_about_channels_is_readable_by_everybody(
    visit: Visits, live_server: LiveServer, coordinator_user: User, written_to: PersonView
) -> None:
    page = visit()
    log_in(page, live_server.url, coordinator_user)

    for name in ("", "money/", "replies/", "failing/", "paper/"):
        page.goto(f"{live_server.url}/desk/messages/{name}")
        assert_reads_well(page, f"channels-{name.strip('/') or 'outbox'}")


def test_before_everybody_is_told_the_coordinator_reads_what_it_costs(
    visit: Visits,
    live_server: LiveServer,
    coordinator: Staff,
    coordinator_user: User,
    second_coordinator: Staff,
    written_to: PersonView,
    operation: OperationView,
    plans: Plans,
    now: datetime,
) -> None:
    plan = plans(written_to)
    for staff in (coordinator, second_coordinator):
        approve_plan(operation=operation, plan_ref=plan.ref, by=staff, now=now)
    page = visit(width=PHONE)
    log_in(page, live_server.url, coordinator_user)

    page.goto(f"{live_server.url}/desk/callup/plan/{plan.ref}/announce/")

    assert "What goes out" in page.content()
    assert "about $0." in page.content()
    assert_accessible(page)
    assert_no_horizontal_scroll(page)
    keep_picture(page, "channels-announce")


def test_letters_are_printed_and_handed_over_without_scripts(
    visit: Visits, live_server: LiveServer, coordinator_user: User, written_to: PersonView
) -> None:
    page = visit(width=LAPTOP, javascript=False)
    log_in(page, live_server.url, coordinator_user)

    page.goto(f"{live_server.url}/desk/messages/paper/")
    page.get_by_role("button", name="Print 1 letter").click()
    assert "Paruyr Paperyan" in page.content()
    keep_picture(page, "channels-letter")
    page.goto(f"{live_server.url}/desk/messages/paper/")
    page.get_by_role("button", name="These were handed over").click()

    assert "No letter waits to be printed" in page.content()


def test_somebody_chooses_on_a_phone_how_they_are_written_to(
    visit: Visits,
    live_server: LiveServer,
    written_to: PersonView,
    operation: OperationView,
    now: datetime,
) -> None:
    token = make_links(operation_id=operation.id, person_ids=[written_to.id], now=now)[written_to.id]
    page = visit(width=PHONE)
    page.goto(f"{live_server.url}/status/l/{token}/")

    page.goto(f"{live_server.url}/status/channels/")
    assert_reads_well(page, "channels-mine")
    page.locator("input[value=sms]").check()
    page.locator("form:has(input[value=sms]) button[type=submit]").click()

    assert choice_of(recipient=written_to.ref).first is Channel.SMS


def test_the_code_for_the_bot_is_shown_once_after_the_notice(
    visit: Visits, live_server: LiveServer, written_to: PersonView, operation: OperationView, now: datetime
) -> None:
    token = make_links(operation_id=operation.id, person_ids=[written_to.id], now=now)[written_to.id]
    page = visit(width=PHONE)
    page.goto(f"{live_server.url}/status/l/{token}/")
    page.goto(f"{live_server.url}/status/channels/")

    page.get_by_role("button", name="I have read this: open a chat").click()

    assert "/start " in page.locator(".code").inner_text()
    assert_accessible(page)
    assert_no_horizontal_scroll(page)
    keep_picture(page, "channels-telegram")

"""The journal at the desk: read in words, about one subject, proved whole, taken away as a table."""

import csv
import io
import re
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest
from django.db import connection
from django.test import Client

from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actions import journal
from standby.rooms.audit.queries import recent
from standby.rooms.office.journal_words import DEEDS
from standby.rooms.operations.queries import OperationView

LogIn = Callable[[User], Client]
JOURNAL = "/desk/journal/"
_ROOMS = Path(__file__).resolve().parents[3] / "src" / "standby" / "rooms"
# What a room writes: journal(…, action="noun.verb"), or its own little _journal(operation, "noun.verb").
_DEED = re.compile(r'action="([a-z]+(?:\.[a-z_]+)?)"|_journal\(\s*operation, "([a-z.]+)"')


@pytest.fixture
def browser(auditor_user: User, logged_in: LogIn) -> Client:
    return logged_in(auditor_user)


def _write(operation: OperationView, by: Staff, now: datetime, *, number: int = 1, subject: str = "") -> None:
    for _ in range(number):
        journal(operation=operation.ref, actor=by.actor, action="plan.ask", now=now, subject=subject)


def test_every_deed_of_every_room_has_its_words() -> None:
    sources = [path.read_text(encoding="utf-8") for path in _ROOMS.rglob("*.py")]

    written = {first or second for source in sources for first, second in _DEED.findall(source)}

    assert written - DEEDS.keys() == set()
    assert len(written) > 30


def test_the_newest_entry_stands_first_with_who_and_what(
    browser: Client, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    _write(operation, coordinator, now)

    line = browser.get(JOURNAL).context["lines"][0]

    assert (line.who, line.what) == ("coordinator", "asked for a plan")


def test_older_entries_follow_page_by_page(
    browser: Client, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    _write(operation, coordinator, now, number=150)
    first = browser.get(JOURNAL)

    second = browser.get(JOURNAL, {"before": first.context["older"]})

    numbers = [line.sequence for line in [*first.context["lines"], *second.context["lines"]]]
    assert numbers == list(range(numbers[0], 0, -1))


def test_entries_about_one_subject_are_found_by_its_reference(
    browser: Client, operation: OperationView, coordinator: Staff, coordinator_user: User, now: datetime
) -> None:
    _write(operation, coordinator, now, subject=coordinator_user.ref)

    answer = browser.post(f"{JOURNAL}about/", {"subject": coordinator_user.ref.lower()}, follow=True)

    assert {line.subject for line in answer.context["lines"]} == {coordinator_user.ref}


@pytest.mark.parametrize("typed", ["Anahit Testyan", "Անահիտ", "+37400000001", "'; DROP TABLE audit_journalentry; --"])
def test_what_is_no_reference_never_reaches_an_address(typed: str, browser: Client) -> None:
    answer = browser.post(f"{JOURNAL}about/", {"subject": typed})

    assert answer.status_code == 200
    assert b"That is not a reference" in answer.content


@pytest.mark.parametrize("query", ["before=x", "before=-1", "before=" + "9" * 30, "subject=%00", "subject=' OR 1=1"])
def test_a_strange_query_is_taken_as_none(query: str, browser: Client) -> None:
    assert browser.get(f"{JOURNAL}?{query}").status_code == 200


def test_a_whole_chain_is_said_to_be_whole_and_the_check_is_journalled(
    browser: Client, operation: OperationView
) -> None:
    answer = browser.post(f"{JOURNAL}check/")

    assert b"The journal is whole" in answer.content
    assert recent(operation=operation.ref)[0].action == "journal.check"


def test_a_changed_entry_is_found(browser: Client, operation: OperationView, coordinator: Staff, now: datetime) -> None:
    _write(operation, coordinator, now, number=3)
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_journalentry DISABLE TRIGGER audit_journalentry_rows_stay")
        cursor.execute("UPDATE audit_journalentry SET actor = 'staff:SOMEBODYELSE0000' WHERE action = 'plan.ask'")
        cursor.execute("ALTER TABLE audit_journalentry ENABLE TRIGGER audit_journalentry_rows_stay")

    answer = browser.post(f"{JOURNAL}check/")

    assert b"The journal was changed" in answer.content


def test_a_copy_is_a_table_that_runs_no_formula(
    browser: Client, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    _write(operation, coordinator, now, subject="=HYPERLINK(1)")

    text = browser.post(f"{JOURNAL}export/").content.decode("utf-8-sig")

    rows = list(csv.DictReader(io.StringIO(text)))
    assert rows[-2]["subject"] == "'=HYPERLINK(1)"
    assert rows[-1]["action"] == "journal.export"


def test_entries_of_another_operation_do_not_show(
    browser: Client, other_operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    _write(other_operation, coordinator, now, subject=other_operation.ref)

    answer = browser.get(JOURNAL, {"subject": other_operation.ref})

    assert not answer.context["lines"]


def test_a_page_of_the_journal_costs_the_same_however_much_is_written(
    browser: Client,
    operation: OperationView,
    coordinator: Staff,
    now: datetime,
    django_assert_max_num_queries: Callable[..., object],
) -> None:
    _write(operation, coordinator, now, number=120)
    browser.get(JOURNAL)

    with django_assert_max_num_queries(8):  # type: ignore[attr-defined]  # a context manager
        browser.get(JOURNAL)

"""The journal's chain: written by the database, recomputed here, and broken by whatever is changed by hand."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import datetime, timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from standby.rooms.audit.actions import journal, journal_each
from standby.rooms.audit.actors import Actor, system
from standby.rooms.audit.models import JournalEntry
from standby.rooms.audit.queries import happened, recent, verify_chain, whole

pytestmark = pytest.mark.django_db
TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=30)


def _write(now: datetime, number: int = 3, operation: str = "A") -> None:
    for place in range(number):
        journal(operation=operation, actor=system("tests"), action=f"deed.{place}", now=now + timedelta(seconds=place))


def _by_hand(statement: str) -> None:
    """As somebody with the database's own password would."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_journalentry DISABLE TRIGGER USER")
        cursor.execute(statement)
        cursor.execute("ALTER TABLE audit_journalentry ENABLE TRIGGER USER")


def test_entries_are_numbered_and_chained_for_each_operation(now: datetime) -> None:
    _write(now, 3, "A")
    _write(now, 2, "B")

    assert [entry.sequence for entry in recent(operation="A")] == [3, 2, 1]
    assert verify_chain(operation="A").entries == 3
    assert verify_chain(operation="B").broken_at is None


def test_a_sheet_of_people_is_one_statement_with_a_link_for_each(
    now: datetime, django_assert_num_queries: Callable[..., AbstractContextManager[object]]
) -> None:
    _write(now, 2)

    with django_assert_num_queries(1):
        journal_each(operation="A", actor=system("tests"), action="person.read", now=now, subjects=["P1", "P2", "P3"])

    assert [(entry.sequence, entry.subject) for entry in recent(operation="A")[:3]] == [(5, "P3"), (4, "P2"), (3, "P1")]
    assert verify_chain(operation="A").entries == 5
    assert verify_chain(operation="A").broken_at is None


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=20)
@given(subject=TEXTS, key=TEXTS, value=TEXTS)
def test_python_recomputes_what_the_database_wrote_whatever_the_letters(
    subject: str, key: str, value: str, now: datetime
) -> None:
    journal(operation="A", actor=system("tests"), action="deed", now=now, subject=subject, detail={key: value})

    assert verify_chain(operation="A").broken_at is None


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_journalentry SET actor = 'staff:X' WHERE sequence = 2",
        "UPDATE audit_journalentry SET at = at + interval '1 microsecond' WHERE sequence = 2",
        "UPDATE audit_journalentry SET detail = '{\"a\": 1}' WHERE sequence = 2",
        "UPDATE audit_journalentry SET digest = sha256('x') WHERE sequence = 2",
        "DELETE FROM audit_journalentry WHERE sequence = 2",
        "DELETE FROM audit_journalentry WHERE sequence = 1",
        "UPDATE audit_journalentry SET operation = 'B' WHERE sequence = 2",
    ],
)
def test_whatever_is_changed_by_hand_breaks_the_chain(statement: str, now: datetime) -> None:
    _write(now)

    _by_hand(statement)

    assert verify_chain(operation="A").broken_at in {2, 3}


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_journalentry SET actor = 'x'",
        "DELETE FROM audit_journalentry",
        "TRUNCATE audit_journalentry",
    ],
)
def test_the_database_refuses_to_change_what_is_written(statement: str, now: datetime) -> None:
    _write(now)

    with pytest.raises(DatabaseError, match="only ever added"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)

    assert JournalEntry.objects.count() == 3


def test_a_row_written_past_the_application_is_chained_all_the_same(now: datetime) -> None:
    _write(now)
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO audit_journalentry (operation, sequence, at, actor, action, subject, detail, previous, digest)"
            " VALUES ('A', 99, now(), 'x', 'x', '', '{}', '', '')"
        )

    assert recent(operation="A", limit=1)[0].sequence == 4
    assert verify_chain(operation="A").broken_at is None


def test_what_happened_and_what_did_not_is_told_apart(now: datetime) -> None:
    _write(now, 2)

    assert happened(operation="A", actions={"deed.0", "never"}) == {"deed.0"}
    assert happened(operation="B", actions={"deed.0"}) == frozenset()


def test_an_export_holds_every_entry_in_order(now: datetime) -> None:
    _write(now, 5)

    assert [entry.action for entry in whole(operation="A")] == [f"deed.{place}" for place in range(5)]


def test_reading_a_page_is_one_question_to_the_database(
    now: datetime, django_assert_num_queries: Callable[[int], object]
) -> None:
    _write(now, 5)

    with django_assert_num_queries(1):  # type: ignore[attr-defined]  # a context manager
        recent(operation="A", before=4, subject="", limit=2)


def test_an_actor_reads_as_kind_and_reference() -> None:
    assert str(system("import")) == "system:import"
    assert isinstance(system("import"), Actor)

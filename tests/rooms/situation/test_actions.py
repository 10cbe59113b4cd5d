"""Saying, correcting and withdrawing: what everybody reads afterwards, what stays, what is refused."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from pytest_django import DjangoAssertNumQueries
from tests.exchange.cap.prose import broken_rules
from tests.rooms.situation.notices import TEXTS, a_notice

from standby.domain.errors import Conflict, Refused, UnusableInput
from standby.exchange.cap import MessageType, Severity, Status, Urgency
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor
from standby.rooms.audit.queries import recent
from standby.rooms.operations.actions import NewOperation, found_operation
from standby.rooms.operations.queries import OperationView
from standby.rooms.situation.actions import correct, publish, withdraw
from standby.rooms.situation.kinds import Kind
from standby.rooms.situation.models import Notice
from standby.rooms.situation.queries import (
    Doubtful,
    NoticeView,
    Standing,
    newest_notices,
    notice_by_ref,
    notices_in_force,
    notices_page,
)
from standby.rooms.situation.texts import NewNotice, NoticeText


def _view(ref: str) -> NoticeView:
    view = notice_by_ref(ref=ref)
    assert isinstance(view, NoticeView)
    return view


@pytest.fixture
def said(operation: OperationView, coordinator: Staff, now: datetime) -> str:
    return publish(operation=operation, new=a_notice("en", "hy", now=now), by=coordinator.actor, now=now)


def test_what_is_said_holds_at_once_for_everybody(said: str, operation: OperationView, now: datetime) -> None:
    (view,) = notices_in_force(operation_id=operation.id, now=now)

    assert view.ref == said
    assert [info.language for info in view.alert.infos] == ["en", "hy"]
    assert view.info("hy").headline == TEXTS["hy"].headline
    assert view.info("ru").headline == TEXTS["en"].headline
    assert view.alert.infos[0].sender_name == operation.lead_organisation
    assert broken_rules(view.cap) == []


def test_the_journal_tells_who_said_it_and_in_which_languages_but_not_what(
    said: str, operation: OperationView, coordinator: Staff
) -> None:
    entry = recent(operation=operation.ref)[0]

    assert (entry.action, entry.subject, entry.actor) == ("notice.publish", said, str(coordinator.actor))
    assert "en, hy" in entry.detail
    assert "valley" not in entry.detail


def test_a_notice_is_over_when_it_said_it_would_be(said: str, operation: OperationView, now: datetime) -> None:
    later = now + timedelta(days=3)

    assert notices_in_force(operation_id=operation.id, now=later) == []
    assert _view(said).standing(later) is Standing.OVER
    assert _view(said).standing(later - timedelta(seconds=1)) is Standing.IN_FORCE


def test_a_notice_for_tomorrow_is_not_shown_today_and_is_no_urgent_one(
    operation: OperationView, machine: Actor, now: datetime
) -> None:
    tomorrow = now + timedelta(days=1)
    ref = publish(operation=operation, new=replace(a_notice(now=now), effective=tomorrow), by=machine, now=now)

    assert _view(ref).standing(now) is Standing.COMING
    assert _view(ref).alert.infos[0].urgency is Urgency.FUTURE
    assert notices_in_force(operation_id=operation.id, now=now) == []
    assert len(notices_in_force(operation_id=operation.id, now=tomorrow)) == 1


def test_a_correction_takes_the_place_and_what_was_said_stays(
    said: str, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    before = _view(said).cap
    new = replace(a_notice(now=now), texts={"en": NoticeText(headline="Open again", text="Beds are free.")})

    ref = correct(operation=operation, ref=said, new=new, by=coordinator.actor, now=now)

    assert [view.ref for view in notices_in_force(operation_id=operation.id, now=now)] == [ref]
    assert (_view(said).standing(now), _view(said).replaced_by, _view(said).cap) == (Standing.REPLACED, ref, before)
    alert = _view(ref).alert
    assert (alert.message_type, alert.references) == (MessageType.UPDATE, (_view(said).alert.reference,))
    assert recent(operation=operation.ref)[0].action == "notice.correct"


def test_a_correction_of_a_correction_refers_to_both(
    said: str, operation: OperationView, machine: Actor, now: datetime
) -> None:
    second = correct(operation=operation, ref=said, new=a_notice(now=now), by=machine, now=now)
    third = correct(operation=operation, ref=second, new=a_notice(now=now), by=machine, now=now)

    assert [reference.identifier for reference in _view(third).alert.references] == [
        f"standby-{said}",
        f"standby-{second}",
    ]


def test_a_withdrawal_leaves_nothing_in_force_and_says_why(
    said: str, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    reasons = {"en": "The road is free again.", "hy": "Ճանապարհն ազատ է։"}

    ref = withdraw(operation=operation, ref=said, reasons=reasons, by=coordinator.actor, now=now)

    assert notices_in_force(operation_id=operation.id, now=now) == []
    assert _view(said).standing(now) is Standing.WITHDRAWN
    view = _view(ref)
    assert view.standing(now) is Standing.WITHDRAWAL
    assert view.alert.message_type is MessageType.CANCEL
    assert view.info("en").headline == "Withdrawn: Please do not come to the valley"
    assert view.info("hy").description == "Ճանապարհն ազատ է։"
    assert view.kind is Kind.DO_NOT_COME
    assert broken_rules(view.cap) == []


def test_what_was_replaced_is_not_replaced_again(
    said: str, operation: OperationView, machine: Actor, now: datetime
) -> None:
    withdrawal = withdraw(operation=operation, ref=said, reasons={"en": "Not so."}, by=machine, now=now)

    for ref in (said, withdrawal):
        with pytest.raises(Conflict, match="already"):
            correct(operation=operation, ref=ref, new=a_notice(now=now), by=machine, now=now)
        with pytest.raises(Conflict, match="already"):
            withdraw(operation=operation, ref=ref, reasons={"en": "Not so."}, by=machine, now=now)


def test_the_notice_of_another_operation_is_not_ours_to_change(
    said: str, other_operation: OperationView, machine: Actor, now: datetime
) -> None:
    with pytest.raises(Refused):
        withdraw(operation=other_operation, ref=said, reasons={"en": "Not so."}, by=machine, now=now)

    assert notice_by_ref(ref=said, operation_id=other_operation.id) is None


def test_an_exercise_says_so_to_every_machine(db: None, machine: Actor, now: datetime) -> None:
    new = NewOperation(name="Practice", lead_organisation="Mountain Relief", help_contact="Desk", is_exercise=True)
    operation = found_operation(new=new, by=machine, now=now)

    alert = _view(publish(operation=operation, new=a_notice(now=now), by=machine, now=now)).alert

    assert alert.status is Status.EXERCISE
    assert "EXERCISE" in alert.note


@pytest.mark.parametrize("kind", Kind)
def test_no_kind_claims_to_be_a_warning_of_the_hazard(
    kind: Kind, operation: OperationView, machine: Actor, now: datetime
) -> None:
    view = _view(publish(operation=operation, new=a_notice(now=now, kind=kind), by=machine, now=now))

    assert view.kind is kind
    assert view.alert.infos[0].severity in {Severity.MODERATE, Severity.MINOR}
    assert view.alert.infos[0].event


@pytest.mark.parametrize(
    ("wrong", "field", "said"),
    [
        ({"expires": timedelta(0)}, "expires", "end before it begins"),
        ({"expires": timedelta(days=400)}, "expires", "more than a year"),
        ({"texts": {}}, "headline", "Nothing is written"),
        ({"texts": {"hy": NoticeText(headline="", text="Լի է։")}}, "headline_hy", "Հայերեն"),
        ({"texts": {"hy": NoticeText(headline="Լի է։", text=" ")}}, "text_hy", "empty everything"),
        ({"texts": {"en": NoticeText(headline="a" * 161, text="b")}}, "headline_en", "161 letters. Make it 160"),
        ({"texts": {"en": NoticeText(headline="a", text="b" * 10_000)}}, "text_en", "10000 letters. Make it 2000"),
        ({"texts": {"en": NoticeText(headline="a", text="b", instruction="c" * 1001)}}, "instruction_en", "1001"),
        ({"texts": {"en": NoticeText(headline="<b>Stop</b>", text="b")}}, "headline_en", "markup: <b>"),
        ({"texts": {"en": NoticeText(headline="a", text="b <!-- c -->")}}, "text_en", "plain text"),
        ({"texts": {"en": NoticeText(headline="a", text="b\x0bc")}}, "text_en", r"U\+000B"),
        ({"texts": {"en": NoticeText(headline="a \u202eb", text="c")}}, "headline_en", r"U\+202E"),
    ],
)
def test_what_cannot_be_said_is_answered_with_the_field_and_what_to_do(
    wrong: Mapping[str, object], field: str, said: str, now: datetime
) -> None:
    given = {
        "kind": Kind.GENERAL,
        "texts": {"en": TEXTS["en"]},
        "effective": now,
        "expires": timedelta(days=1),
        **wrong,
    }
    given["expires"] = now + given["expires"]  # type: ignore[operator]  # the test says how far away

    with pytest.raises(UnusableInput, match=said) as refusal:
        NewNotice(**given)  # type: ignore[arg-type]

    assert field in {fault.field for fault in refusal.value.faults}


def test_two_faults_are_said_at_once(now: datetime) -> None:
    text = NoticeText(headline="<i>", text="")

    with pytest.raises(UnusableInput) as refusal:
        NewNotice(kind=Kind.GENERAL, texts={"en": text}, effective=now, expires=now)

    assert [fault.field for fault in refusal.value.faults] == ["expires", "headline_en", "text_en"]


def test_a_less_than_sign_is_no_markup(now: datetime) -> None:
    text = NoticeText(headline="Beds: 3 < 10 & falling", text="If a < b, then b > a.")

    assert NewNotice(kind=Kind.GENERAL, texts={"en": text}, effective=now, expires=now + timedelta(days=1)).texts


@pytest.mark.parametrize(
    ("begins", "ends", "field"),
    [
        (timedelta(hours=-2), timedelta(days=1), "effective"),
        (timedelta(days=-5), timedelta(seconds=-1), "effective"),
        (timedelta(minutes=-30), timedelta(0), "expires"),
    ],
)
def test_nothing_is_said_of_the_past(
    begins: timedelta, ends: timedelta, field: str, operation: OperationView, machine: Actor, now: datetime
) -> None:
    new = replace(a_notice(now=now), effective=now + begins, expires=now + ends)

    with pytest.raises(UnusableInput) as refusal:
        publish(operation=operation, new=new, by=machine, now=now)

    assert [fault.field for fault in refusal.value.faults] == [field]


def test_a_language_that_the_operation_does_not_speak_is_refused(
    operation: OperationView, machine: Actor, now: datetime
) -> None:
    new = replace(a_notice(now=now), texts={"ka": TEXTS["en"]})

    with pytest.raises(Refused, match="languages of the operation"):
        publish(operation=operation, new=new, by=machine, now=now)


@pytest.mark.parametrize("reasons", [{}, {"en": "<b>"}, {"en": "a" * 2001}])
def test_a_withdrawal_without_a_good_reason_is_refused(
    reasons: Mapping[str, str], said: str, operation: OperationView, machine: Actor, now: datetime
) -> None:
    with pytest.raises(UnusableInput):
        withdraw(operation=operation, ref=said, reasons=reasons, by=machine, now=now)

    assert _view(said).standing(now) is Standing.IN_FORCE


def test_a_reason_in_a_language_that_the_operation_does_not_speak_is_refused(
    said: str, operation: OperationView, machine: Actor, now: datetime
) -> None:
    with pytest.raises(Refused, match="languages of the operation"):
        withdraw(operation=operation, ref=said, reasons={"ka": "თავისუფალია"}, by=machine, now=now)


@pytest.mark.parametrize(
    "statement",
    ["UPDATE situation_notice SET cap = ''", "DELETE FROM situation_notice", "TRUNCATE situation_notice"],
)
def test_what_was_said_can_not_be_changed(statement: str, said: str) -> None:
    connection.check_constraints()  # nothing is left to the commit, or TRUNCATE would wait for it

    with pytest.raises(IntegrityError, match="only ever added"), transaction.atomic():
        connection.cursor().execute(statement)


def _tamper(ref: str, **columns: str) -> None:
    """As somebody would who rules the database server."""
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE situation_notice DISABLE TRIGGER situation_notice_rows_stay")
        Notice.objects.filter(ref=ref).update(**columns)
        connection.check_constraints()
        cursor.execute("ALTER TABLE situation_notice ENABLE TRIGGER situation_notice_rows_stay")


@pytest.mark.parametrize(
    "columns",
    [
        {"cap": "<alert/>"},
        {"cap": ""},
        {"signature": "00" * 64},
        {"signature": "no figures"},
        {"signature": ""},
        {"key_id": "0" * 16},
    ],
)
def test_what_does_not_match_its_signature_is_shown_nowhere(
    columns: dict[str, str], said: str, operation: OperationView, machine: Actor, now: datetime
) -> None:
    connection.check_constraints()
    _tamper(said, **columns)

    assert notice_by_ref(ref=said) == Doubtful(ref=said)
    assert notices_in_force(operation_id=operation.id, now=now) == []
    assert newest_notices() == []
    assert list(notices_page(number="1").notices) == [Doubtful(ref=said)]
    with pytest.raises(Refused, match="signature"):
        correct(operation=operation, ref=said, new=a_notice(now=now), by=machine, now=now)


def test_one_changed_word_is_seen(said: str) -> None:
    connection.check_constraints()
    _tamper(said, cap=_view(said).cap.replace("do not come", "do come"))

    assert isinstance(notice_by_ref(ref=said), Doubtful)


def test_a_signed_text_does_not_pass_for_another_notice(
    said: str, operation: OperationView, machine: Actor, now: datetime
) -> None:
    other = publish(operation=operation, new=a_notice(now=now), by=machine, now=now)
    row = Notice.objects.get(ref=other)
    connection.check_constraints()

    _tamper(said, cap=row.cap, signature=row.signature)

    assert isinstance(notice_by_ref(ref=said), Doubtful)


def test_a_forged_replacement_silences_nothing_and_the_database_holds_one_for_each(
    said: str, operation: OperationView, machine: Actor, now: datetime
) -> None:
    row = Notice.objects.get(ref=said)
    Notice.objects.create(
        operation_id=operation.id,
        replaces=row,
        sent_at=now,
        expires_at=row.expires_at,
        by="x",
        cap=row.cap,
        signature=row.signature,
        key_id=row.key_id,
    )

    assert _view(said).standing(now) is Standing.IN_FORCE
    with pytest.raises(Conflict, match="already"):
        withdraw(operation=operation, ref=said, reasons={"en": "Not so."}, by=machine, now=now)


def test_everything_that_was_said_is_read_in_few_queries(
    operation: OperationView, machine: Actor, now: datetime, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    ref = publish(operation=operation, new=a_notice(now=now), by=machine, now=now)
    for _ in range(5):
        ref = correct(operation=operation, ref=ref, new=a_notice(now=now), by=machine, now=now)

    with django_assert_max_num_queries(3):
        assert len(notices_page(number=None).notices) == 6

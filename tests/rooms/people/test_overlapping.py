"""Two organisations compare their lists: two people at each start it, one of the two learns who, and it is counted."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from standby.domain.errors import Conflict, Refused
from standby.identity import Record, RecordId
from standby.identity.between import NotTheAnswer, answer_question, between_items, phrase_key
from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.models import JournalEntry
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.overlapping import (
    MOST_WITH_ONE,
    Proposal,
    agree_to_overlap,
    forget_overlaps,
    propose_overlap,
    read_overlap,
    refuse_overlap,
    take_file,
)
from standby.rooms.people.models import Overlap
from standby.rooms.people.queries.overlaps import found_in
from standby.rooms.people.values import PersonView

PHRASE = "twelve words agreed by voice"
THEIRS = Record(id=RecordId("x"), name="Тигран Пробаян", phones=("+37400000002",))
PAGE = "/desk/between/"


def proposal(**said: object) -> Proposal:
    return Proposal(**{"partner": "A union", "basis": "An agreement", "phrase": PHRASE, **said})  # type: ignore[arg-type]


def their_answer(question: bytes) -> bytes:
    return answer_question(question, list(between_items(THEIRS, key=phrase_key(PHRASE))))


@pytest.fixture
def asked(
    operation: OperationView,
    the_helper: PersonView,
    the_driver: PersonView,
    coordinator: Staff,
    second_coordinator: Staff,
    now: datetime,
) -> Overlap:
    """Our question, which two people started."""
    row = propose_overlap(operation=operation, proposal=proposal(), by=coordinator.actor, now=now)
    return agree_to_overlap(operation=operation, ref=row.ref, by=second_coordinator.actor, now=now)


def test_who_stands_on_both_lists_is_known_to_the_desk_that_asked(
    asked: Overlap, operation: OperationView, the_driver: PersonView, coordinator: Staff, now: datetime
) -> None:
    question = take_file(operation=operation, ref=asked.ref, by=coordinator.actor, now=now)

    found = read_overlap(
        operation=operation, ref=asked.ref, answer=their_answer(question), by=coordinator.actor, now=now
    )

    asked.refresh_from_db()
    assert found == 1
    assert [person.ref for person in found_in(asked)] == [the_driver.ref]


def test_a_question_of_theirs_is_answered_and_we_learn_only_how_many_were_asked(
    asked: Overlap, operation: OperationView, coordinator: Staff, second_coordinator: Staff, now: datetime
) -> None:
    """Both sides are this installation here; the question does not know that."""
    question = take_file(operation=operation, ref=asked.ref, by=coordinator.actor, now=now)
    row = propose_overlap(operation=operation, proposal=proposal(question=question), by=coordinator.actor, now=now)
    answered = agree_to_overlap(operation=operation, ref=row.ref, by=second_coordinator.actor, now=now)

    answer = take_file(operation=operation, ref=row.ref, by=coordinator.actor, now=now)

    assert (answered.is_ours, answered.items, answered.found) == (False, asked.items, None)
    assert read_overlap(operation=operation, ref=asked.ref, answer=answer, by=coordinator.actor, now=now) == 2


def test_one_person_alone_starts_nothing(operation: OperationView, coordinator: Staff, now: datetime) -> None:
    row = propose_overlap(operation=operation, proposal=proposal(), by=coordinator.actor, now=now)

    with pytest.raises(Refused, match="Somebody else"):
        agree_to_overlap(operation=operation, ref=row.ref, by=coordinator.actor, now=now)
    with pytest.raises(Conflict):
        take_file(operation=operation, ref=row.ref, by=coordinator.actor, now=now)


def test_so_many_in_a_month_and_no_more(operation: OperationView, coordinator: Staff, now: datetime) -> None:
    said = {"operation": operation, "by": coordinator.actor}
    for _ in range(MOST_WITH_ONE):
        propose_overlap(**said, proposal=proposal(), now=now)  # type: ignore[arg-type]

    with pytest.raises(Refused, match="thirty days"):
        propose_overlap(**said, proposal=proposal(partner="a UNION "), now=now)  # type: ignore[arg-type]
    propose_overlap(**said, proposal=proposal(partner="An embassy"), now=now)  # type: ignore[arg-type]
    propose_overlap(**said, proposal=proposal(), now=now + timedelta(days=31))  # type: ignore[arg-type]


def test_the_answer_to_another_question_is_refused_and_ours_still_waits(
    asked: Overlap, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    question = take_file(operation=operation, ref=asked.ref, by=coordinator.actor, now=now)
    other = their_answer(question).replace(asked.ref.encode(), b"0" * len(asked.ref), 1)

    for content in (other, b"", b"a picture of a cat"):
        with pytest.raises(NotTheAnswer):
            read_overlap(operation=operation, ref=asked.ref, answer=content, by=coordinator.actor, now=now)
    asked.refresh_from_db()
    assert asked.state == "ready"


def test_after_thirty_days_only_the_counts_are_left(
    asked: Overlap, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    question = take_file(operation=operation, ref=asked.ref, by=coordinator.actor, now=now)
    read_overlap(operation=operation, ref=asked.ref, answer=their_answer(question), by=coordinator.actor, now=now)

    assert forget_overlaps(operation=operation, now=now + timedelta(days=31)) == 1

    asked.refresh_from_db()
    assert (asked.found, found_in(asked), bytes(asked.sealed)) == (1, [], b"")


def test_every_step_is_in_the_journal(
    asked: Overlap, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    row = propose_overlap(operation=operation, proposal=proposal(), by=coordinator.actor, now=now)
    refuse_overlap(operation=operation, ref=row.ref, by=coordinator.actor, now=now)
    take_file(operation=operation, ref=asked.ref, by=coordinator.actor, now=now)

    steps = JournalEntry.objects.filter(action__startswith="overlap.").order_by("id")

    assert list(steps.values_list("action", flat=True)) == [
        "overlap.propose",
        "overlap.agree",
        "overlap.propose",
        "overlap.refuse",
        "overlap.take",
    ]


@pytest.mark.parametrize("said", [{"partner": " "}, {"basis": ""}, {"phrase": "short"}])
def test_with_whom_why_and_under_which_phrase_has_to_be_said(said: dict[str, str]) -> None:
    with pytest.raises(Refused):
        proposal(**said)


def test_the_pages_lead_from_a_proposal_to_those_on_both_lists(
    the_driver: PersonView,
    logged_in: Callable[[User], Client],
    coordinator_user: User,
    second_coordinator_user: User,
) -> None:
    logged_in(coordinator_user).post(PAGE, {"partner": "A union", "basis": "An agreement", "phrase": PHRASE})
    row = Overlap.objects.get()
    browser = logged_in(second_coordinator_user)
    waiting = browser.get(PAGE).content.decode()
    browser.post(f"{PAGE}{row.ref}/decide/", {"deed": "agree"})
    question = browser.post(f"{PAGE}{row.ref}/file/").content

    answer = SimpleUploadedFile("answer.bin", their_answer(question))
    page = browser.post(f"{PAGE}{row.ref}/decide/", {"deed": "read", "file": answer}, follow=True).content.decode()

    assert "I agree: make the file" in waiting
    assert the_driver.code_word in page
    assert "Probayan" not in page

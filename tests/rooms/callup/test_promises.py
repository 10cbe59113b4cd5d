"""Promises of a next word: all of them are seen, and kept once for each, never more often than people wish."""

import logging
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise

import pytest
from tests.rooms.callup.conftest import PUBLIC_URL, Again, Announces
from tests.rooms.conftest import Register

from standby.domain.errors import Refused
from standby.domain.statuses import PersonStatus, Reason
from standby.domain.words import NO_WISH, Wish
from standby.rooms.audit.actors import Actor
from standby.rooms.callup import tasks
from standby.rooms.callup.actions import promising
from standby.rooms.callup.actions.promising import Renewed, renew_promises, set_renewing
from standby.rooms.callup.actions.wishing import wish_for_words
from standby.rooms.callup.models import WordWish
from standby.rooms.callup.queries.promises import (
    due_until,
    list_of_due,
    promises_due,
    renews_by_itself,
    wish_of,
)
from standby.rooms.callup.queries.reach import to_ring
from standby.rooms.messages.models import Message
from standby.rooms.operations.actions import PolicyChange, change_policy
from standby.rooms.operations.installation import install, installation
from standby.rooms.operations.queries import OperationView, operation_by_id
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.models import StatusChange
from standby.rooms.people.values import NewStatus, PersonView

Renews = Callable[..., Renewed]
Wishes = Callable[..., None]
_DAYS = 3


@pytest.fixture
def renews(operation: OperationView, machine: Actor, now: datetime) -> Renews:
    def renew(*, at: datetime = now, occasion: str = "R1", after: int = 0) -> Renewed:
        return renew_promises(
            operation=operation,
            until=due_until(operation, at),
            occasion=occasion,
            after=after,
            public_url=PUBLIC_URL,
            by=machine,
            now=at,
        )

    return renew


@pytest.fixture
def wishes(operation: OperationView, machine: Actor, now: datetime) -> Wishes:
    def wish(person: PersonView, wish: Wish) -> None:
        wish_for_words(operation=operation, person=person, wish=wish, by=machine, now=now)

    return wish


def eve(now: datetime, days: int = _DAYS) -> datetime:
    """The day before what was promised today ends."""
    return now + timedelta(days=days - 1)


def test_every_promise_that_ends_is_seen_by_the_day_it_ends(
    operation: OperationView, now: datetime, the_helper: PersonView, the_driver: PersonView
) -> None:
    seen = [promises_due(operation=operation, now=now + timedelta(days=days)) for days in range(1, 6)]

    assert [(due.tomorrow, due.today, due.overdue) for due in seen] == [
        (0, 0, 0),
        (2, 0, 0),
        (0, 2, 0),
        (0, 0, 2),
        (0, 0, 2),
    ]


def test_nobody_who_hears_no_more_is_on_the_list(
    operation: OperationView, now: datetime, machine: Actor, the_helper: PersonView, registers: Register
) -> None:
    registers(given="Child", phones=("+37400000009",), is_under_age=True)
    gone = NewStatus(person_id=the_helper.id, status=PersonStatus.INJURED, reason=Reason.NO_NEED_NOW, next_word_on=None)
    tell(operation_id=operation.id, statuses=[gone], occasion="x", by=machine, now=now)

    assert len(list_of_due(operation=operation, now=now + timedelta(days=99))) == 0


def test_a_renewed_promise_says_the_same_with_a_new_day_and_is_written(
    renews: Renews, again: Again, now: datetime, operation: OperationView, the_helper: PersonView
) -> None:
    came = renews(at=eve(now))

    person = again(the_helper)
    assert (came.told, came.written, came.last) == (1, 1, None)
    assert (person.status, person.reason) == (the_helper.status, the_helper.reason)
    assert person.next_word_on == operation.next_word_on(eve(now))
    assert Message.objects.get().kind == "renewed"


def test_pressed_twice_or_begun_again_nobody_is_told_twice(
    renews: Renews, now: datetime, the_helper: PersonView, the_driver: PersonView
) -> None:
    told = [renews(at=eve(now), occasion=occasion).told for occasion in ("R1", "R1", "R2")]

    assert told == [2, 0, 0]
    assert StatusChange.objects.filter(occasion__startswith="R").count() == 2


def test_many_are_told_in_batches(
    renews: Renews, now: datetime, registers: Register, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(promising, "BATCH", 2)
    for number in range(5):
        registers(given=f"Name{chr(97 + number)}", phones=(f"+3740000010{number}",))

    first = renews(at=eve(now))
    second = renews(at=eve(now), after=first.last or 0)
    third = renews(at=eve(now), after=second.last or 0)

    assert [first.told, second.told, third.told] == [2, 2, 1]
    assert third.last is None


def test_where_a_word_is_promised_every_day_the_day_itself_is_the_last(
    operation: OperationView, machine: Actor, now: datetime, renews: Renews, the_helper: PersonView
) -> None:
    policy = operation.policy
    daily = PolicyChange(
        rest_days=policy.rest_days,
        weights=policy.weights,
        notice_hours=policy.notice_hours,
        answer_hours=policy.answer_hours,
        next_word_days=1,
        stale_hours=policy.stale_hours,
        over_call=policy.over_call,
    )
    change_policy(operation=operation, change=daily, by=machine, now=now)
    changed = operation_by_id(operation.id)
    later = now + timedelta(days=_DAYS)
    came = renew_promises(
        operation=changed,
        until=due_until(changed, later),
        occasion="R1",
        after=0,
        public_url=PUBLIC_URL,
        by=machine,
        now=later,
    )

    assert came.told == 1
    assert promises_due(operation=changed, now=later).in_all == 0


def test_whoever_is_called_hears_when_the_time_to_answer_ends(
    renews: Renews, calls: Callable[[PersonView], PersonView], again: Again, now: datetime, the_helper: PersonView
) -> None:
    called = calls(the_helper)
    came = renews(at=now + timedelta(hours=20))

    assert came.told == 0
    assert again(the_helper).next_word_on == called.next_word_on


def test_whoever_wants_changes_only_has_a_dated_page_and_no_letter_and_is_not_rung(
    renews: Renews, wishes: Wishes, again: Again, operation: OperationView, now: datetime, the_helper: PersonView
) -> None:
    wishes(the_helper, Wish(only_changes=True))
    came = renews(at=eve(now))

    assert (came.told, came.written) == (1, 0)
    assert again(the_helper).next_word_on == operation.next_word_on(eve(now))
    assert not Message.objects.exists()
    assert to_ring(operation_id=operation.id) == 0


def test_whoever_is_told_and_has_no_channel_is_rung(
    renews: Renews, operation: OperationView, now: datetime, the_doctor: PersonView
) -> None:
    renews(at=eve(now))

    assert to_ring(operation_id=operation.id) == 1


def test_whoever_wants_a_word_a_week_gets_one_a_week(
    renews: Renews, wishes: Wishes, again: Again, now: datetime, the_helper: PersonView
) -> None:
    wishes(the_helper, Wish(every_days=7))
    for day in range(60):
        renews(at=now + timedelta(days=day), occasion=f"R{day}")

    written = list(Message.objects.order_by("created_at").values_list("created_at", flat=True))
    assert len(written) == 1 + (60 - _DAYS) // 7
    assert {later - earlier for earlier, later in pairwise(written)} == {timedelta(days=7)}


def test_an_announcement_that_changes_nothing_for_them_spares_them_too(
    announces: Announces, wishes: Wishes, again: Again, the_helper: PersonView, the_driver: PersonView
) -> None:
    wishes(the_helper, Wish(only_changes=True))
    wishes(the_driver, Wish(only_changes=True))

    announces(the_driver)

    assert list(Message.objects.values_list("recipient", "kind")) == [(the_driver.ref, "called")]
    assert again(the_helper).occasion != "registered"


def test_an_announcement_promises_the_next_word_as_seldom_as_they_wish(
    announces: Announces, wishes: Wishes, again: Again, now: datetime, operation: OperationView, the_helper: PersonView
) -> None:
    wishes(the_helper, Wish(every_days=14))
    announces()

    assert again(the_helper).next_word_on == operation.today(now) + timedelta(days=15)


def test_a_wish_is_taken_back(wishes: Wishes, the_helper: PersonView) -> None:
    wishes(the_helper, Wish(every_days=14))
    kept = wish_of(person_id=the_helper.id)
    wishes(the_helper, NO_WISH)

    assert kept == Wish(every_days=14)
    assert wish_of(person_id=the_helper.id) == NO_WISH
    assert not WordWish.objects.exists()


def test_nobody_is_lost_by_wishing_for_silence_of_a_year(wishes: Wishes, the_helper: PersonView) -> None:
    with pytest.raises(Refused, match="30 days"):
        wishes(the_helper, Wish(every_days=365))


@pytest.fixture
def at() -> Callable[[datetime], None]:
    """The clock of the installation stands at another moment."""

    def stand(moment: datetime) -> None:
        install(replace(installation(), clock=lambda: moment, public_url=PUBLIC_URL))

    return stand


def test_switched_on_promises_are_renewed_on_the_morning_they_end(
    operation: OperationView,
    machine: Actor,
    now: datetime,
    again: Again,
    at: Callable[[datetime], None],
    the_helper: PersonView,
) -> None:
    set_renewing(operation=operation, renews=True, by=machine, now=now)
    day = now + timedelta(days=_DAYS)
    told = []
    for moment in (day - timedelta(days=1), day.replace(hour=1), day.replace(hour=6)):
        at(moment)
        tasks.keep_promises()
        told.append(again(the_helper).next_word_on != the_helper.next_word_on)

    assert renews_by_itself(operation_id=operation.id)
    assert told == [False, False, True]


def test_switched_off_a_warning_is_written_and_nobody_is_told(
    now: datetime,
    again: Again,
    at: Callable[[datetime], None],
    the_helper: PersonView,
    caplog: pytest.LogCaptureFixture,
) -> None:
    at(now + timedelta(days=_DAYS))
    with caplog.at_level(logging.WARNING):
        tasks.keep_promises()

    assert "1 promises end today" in caplog.text
    assert again(the_helper).next_word_on == the_helper.next_word_on


def test_the_worker_renews_everybody_and_stops(
    operation: OperationView, now: datetime, at: Callable[[datetime], None], the_helper: PersonView
) -> None:
    at(eve(now))
    for _ in range(2):
        tasks.renew(operation.id, due_until(operation, eve(now)).isoformat(), "R1", "system:tests")

    assert StatusChange.objects.filter(occasion="R1").count() == 1

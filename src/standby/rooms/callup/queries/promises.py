"""Promises about to be broken, and how seldom people want to hear that nothing has changed."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Exists, Min, OuterRef
from procrastinate.contrib.django.models import ProcrastinateJob

from standby.domain.words import NO_WISH, Wish
from standby.rooms.callup.models import Call, CallState, PromiseRule, WordWish
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.promises import Due, DueList, count_due

_MORNING = 9
_UNANSWERED = [CallState.CALLED, CallState.INTERESTED]


@dataclass(frozen=True, slots=True, kw_only=True)
class KeptWish:
    """`written_on`: when they were last written that nothing has changed."""

    wish: Wish
    written_on: date | None = None

    def spares(self, *, today: date) -> bool:
        return self.wish.spares(written_on=self.written_on, today=today)


def due_until(operation: OperationView, now: datetime) -> date:
    """The last day of promises that are about to be broken: tomorrow, or today where we promise a word every day."""
    ahead = min(1, operation.policy.next_word_days - 1)
    return operation.today(now) + timedelta(days=ahead)


def is_time_to_renew(operation: OperationView, now: datetime, *, overdue: int) -> bool:
    """Nobody is written to at night, unless a promise is broken already."""
    return bool(overdue) or now.astimezone(operation.zone).hour >= _MORNING


def promises_due(*, operation: OperationView, now: datetime) -> Due:
    return count_due(operation_id=operation.id, today=operation.today(now), until=due_until(operation, now))


def list_of_due(*, operation: OperationView, now: datetime) -> DueList:
    return DueList(operation_id=operation.id, until=due_until(operation, now))


def calls_ending(*, operation_id: int, person_ids: Collection[int] | None = None) -> Mapping[int, datetime]:
    """Whoever has an unanswered call hears when its time ends, without anybody doing anything: by person, that time."""
    rows = Call.objects.filter(operation_id=operation_id, state__in=_UNANSWERED)
    rows = rows if person_ids is None else rows.filter(person_id__in=list(person_ids))
    return dict(rows.values_list("person_id").annotate(until=Min("answer_by")))


def renewals_under_way(*, operation_id: int) -> bool:
    """Whether the worker has a renewal or thanks of this operation to do."""
    jobs = ProcrastinateJob.objects.filter(queue_name="promises", status__in=["todo", "doing"])
    return jobs.filter(args__operation_id=operation_id).exists()


def renews_by_itself(*, operation_id: int) -> bool:
    return PromiseRule.objects.filter(operation_id=operation_id, renews=True).exists()


def wishes_of(*, person_ids: Collection[int]) -> dict[int, KeptWish]:
    """By person; absent where they wished nothing."""
    rows = WordWish.objects.filter(person_id__in=list(person_ids))
    return {row.person_id: _kept(row) for row in rows}


def all_wishes(*, operation_id: int) -> dict[int, KeptWish]:
    return {row.person_id: _kept(row) for row in WordWish.objects.filter(operation_id=operation_id)}


def wish_of(*, person_id: int) -> Wish:
    found = wishes_of(person_ids=[person_id]).get(person_id)
    return found.wish if found else NO_WISH


def spared() -> Exists:
    """For a query about people: whether their newest word stands on their page only, because they wished so."""
    return Exists(WordWish.objects.filter(person_id=OuterRef("id"), spared_change_id=OuterRef("status_change_id")))


def _kept(row: WordWish) -> KeptWish:
    wish = Wish(every_days=row.every_days, only_changes=row.only_changes)
    return KeptWish(wish=wish, written_on=row.written_on)

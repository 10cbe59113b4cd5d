"""Queues as the desk sees them, and as a screen or a telephone shows them: numbers and counters, nobody's name."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from django.db.models import Count, Q, QuerySet

from standby.domain.pace import Wait, expected_wait
from standby.rooms.enquiry.models import Queue, Ticket, TicketEvent, TicketState
from standby.rooms.operations.queries import OperationView, operation_by_id

# The pace is that of the last so many who were served today.
_MEASURED = 20
# A counter that called nobody for so long is taken for closed.
_AT_WORK = timedelta(minutes=45)
_SHOWN = 6
_NEXT = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueView:
    id: int
    ref: str
    place: str
    is_open: bool
    screen_code: str
    waiting: int = 0
    served: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TicketView:
    """`called_at` is the moment of the newest call, so that the newest stands first on a screen."""

    ref: str
    number: int
    code: str
    language: str
    state: TicketState
    counter: int | None
    day: date
    given_at: datetime
    called_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Board:
    """A queue today: who is called where, who comes next, who missed their call."""

    queue: QueueView
    called: Sequence[TicketView]
    following: Sequence[TicketView]
    missed: Sequence[TicketView]

    def at(self, counter: int) -> TicketView | None:
        return next((ticket for ticket in self.called if ticket.counter == counter), None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where one number stands. `ahead` counts those who are called before it."""

    ticket: TicketView
    queue: QueueView
    ahead: int
    wait: Wait | None
    is_of_today: bool


def queues_of(*, operation: OperationView, now: datetime) -> list[QueueView]:
    today = Q(tickets__day=operation.today(now))
    rows = Queue.objects.filter(operation_id=operation.id).annotate(
        waiting=Count("tickets", filter=today & Q(tickets__state=TicketState.WAITING)),
        served=Count("tickets", filter=today & Q(tickets__state=TicketState.SERVED)),
    )
    return [_queue(row, waiting=row.waiting, served=row.served) for row in rows.order_by("-is_open", "place")]


def queue_by_ref(*, operation_id: int, ref: str) -> QueueView | None:
    row = Queue.objects.filter(operation_id=operation_id, ref=ref).first()
    return _queue(row) if row else None


def operation_of_screen(code: str) -> tuple[OperationView, QueueView] | None:
    """What a screen shows that was opened with this code."""
    row = Queue.objects.filter(screen_code=code).first()
    return (operation_by_id(row.operation_id), _queue(row)) if row else None


def board_of(*, queue: QueueView, day: date) -> Board:
    rows = Ticket.objects.filter(queue_id=queue.id, day=day)
    called = rows.filter(state=TicketState.CALLED)
    counts = rows.aggregate(
        waiting=Count("id", filter=Q(state=TicketState.WAITING)), served=Count("id", filter=Q(state=TicketState.SERVED))
    )
    calls = _newest_calls(called)
    shown = sorted((_ticket(row, calls.get(row.id)) for row in called), key=_newest_first)
    return Board(
        queue=QueueView(
            id=queue.id,
            ref=queue.ref,
            place=queue.place,
            is_open=queue.is_open,
            screen_code=queue.screen_code,
            **counts,
        ),
        called=shown,
        following=[_ticket(row) for row in rows.filter(state=TicketState.WAITING)[:_NEXT]],
        missed=[_ticket(row) for row in rows.filter(state=TicketState.MISSED).order_by("-called_at")[:_SHOWN]],
    )


def ticket_by_ref(*, operation: OperationView, ref: str, now: datetime) -> Standing | None:
    row = _tickets().filter(operation_id=operation.id, ref=ref).first()
    return _standing(row, today=operation.today(now), now=now) if row else None


def ticket_by_code(*, code: str, now: datetime) -> tuple[OperationView, Standing] | None:
    row = _tickets().filter(code=code).first()
    if row is None:
        return None
    operation = operation_by_id(row.operation_id)
    return operation, _standing(row, today=operation.today(now), now=now)


def _tickets() -> QuerySet[Ticket]:
    return Ticket.objects.select_related("queue").order_by("id")


def _standing(row: Ticket, *, today: date, now: datetime) -> Standing:
    same_day = Ticket.objects.filter(queue_id=row.queue_id, day=row.day)
    waiting = list(same_day.filter(state=TicketState.WAITING).values_list("id", flat=True))
    ahead = waiting.index(row.id) if row.id in waiting else 0
    took = same_day.filter(took__isnull=False).order_by("-called_at").values_list("took", flat=True)[:_MEASURED]
    counters = same_day.filter(called_at__gte=now - _AT_WORK).values("counter").distinct().count()
    measured = [one for one in took if one is not None]
    return Standing(
        ticket=_ticket(row),
        queue=_queue(row.queue),
        ahead=ahead,
        wait=expected_wait(ahead=ahead, counters=max(1, counters), took=measured),
        is_of_today=row.day == today,
    )


def _newest_calls(called: QuerySet[Ticket]) -> dict[int, datetime]:
    """A number that is called again moves to the top of the screen once more."""
    rows = TicketEvent.objects.filter(ticket__in=called, what__startswith="called").order_by("id")
    return dict(rows.values_list("ticket_id", "at"))


def _newest_first(ticket: TicketView) -> tuple[float, int]:
    return (-ticket.called_at.timestamp() if ticket.called_at else 0.0, ticket.number)


def _queue(row: Queue, *, waiting: int = 0, served: int = 0) -> QueueView:
    return QueueView(
        id=row.id,
        ref=row.ref,
        place=row.place,
        is_open=row.is_open,
        screen_code=row.screen_code,
        waiting=waiting,
        served=served,
    )


def _ticket(row: Ticket, called_at: datetime | None = None) -> TicketView:
    return TicketView(
        ref=row.ref,
        number=row.number,
        code=row.code,
        language=row.language,
        state=TicketState(row.state),
        counter=row.counter,
        day=row.day,
        given_at=row.given_at,
        called_at=called_at or row.called_at,
    )

"""Numbers: given, called, called again, served, missed, put back. The numbers of each day start at one."""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Max, QuerySet
from django.utils.translation import gettext

from standby.domain.errors import Conflict, Refused, WrongOrder
from standby.rooms.audit.actors import Actor
from standby.rooms.enquiry.actions.queues import lock_queue
from standby.rooms.enquiry.codes import new_ticket_code
from standby.rooms.enquiry.models import Queue, Ticket, TicketEvent, TicketState
from standby.rooms.operations.queries import OperationView

MOST_COUNTERS = 99
# Whoever missed their call and comes back stands behind so many: they lose a little and not the day.
_BEHIND = 3


@transaction.atomic
def give_ticket(*, operation: OperationView, queue_ref: str, language: str, by: Actor, now: datetime) -> Ticket:
    """The next number of today, for somebody who reads this language."""
    queue = lock_queue(operation, queue_ref)
    if not queue.is_open:
        raise WrongOrder(gettext("This queue is shut. Open it again before you give numbers."))
    day = operation.today(now)
    number = 1 + (_of_day(queue, day).aggregate(last=Max("number"))["last"] or 0)
    row = Ticket.objects.create(
        operation_id=operation.id,
        queue=queue,
        day=day,
        number=number,
        line=number,
        code=new_ticket_code(),
        language=language,
        given_at=now,
    )
    _note(row, "given", by=by, now=now)
    return row


@transaction.atomic
def call_next(*, operation: OperationView, queue_ref: str, counter: int, by: Actor, now: datetime) -> Ticket:
    """Whoever waited longest comes to this counter; whoever stood there was served."""
    if not 1 <= counter <= MOST_COUNTERS:
        raise Refused(gettext("Counters have numbers from 1 to %(most)s.") % {"most": MOST_COUNTERS})
    queue = lock_queue(operation, queue_ref)
    today = _of_day(queue, operation.today(now))
    row = today.filter(state=TicketState.WAITING).first()
    if row is None:
        raise Conflict(gettext("Nobody waits here now."))
    for before in today.filter(state=TicketState.CALLED, counter=counter):
        _serve(before, is_measured=before.called_at is not None and row.given_at <= before.called_at, by=by, now=now)
    row.state, row.counter, row.called_at = TicketState.CALLED, counter, now
    row.save(update_fields=["state", "counter", "called_at"])
    _note(row, "called", by=by, now=now)
    return row


@transaction.atomic
def call_again(*, operation: OperationView, ticket_ref: str, by: Actor, now: datetime) -> Ticket:
    """They did not hear it the first time."""
    row = _called(operation, ticket_ref)
    _note(row, "called_again", by=by, now=now)
    return row


@transaction.atomic
def finish(*, operation: OperationView, ticket_ref: str, by: Actor, now: datetime) -> Ticket:
    """Served, and nobody is called yet: the counter takes a breath."""
    row = _called(operation, ticket_ref)
    _serve(row, is_measured=True, by=by, now=now)
    return row


@transaction.atomic
def miss(*, operation: OperationView, ticket_ref: str, by: Actor, now: datetime) -> Ticket:
    """They did not come. Their number is kept: they may be put back in the queue."""
    row = _called(operation, ticket_ref)
    row.state = TicketState.MISSED
    row.save(update_fields=["state"])
    _note(row, "missed", by=by, now=now)
    return row


@transaction.atomic
def put_back(*, operation: OperationView, ticket_ref: str, by: Actor, now: datetime) -> Ticket:
    """Somebody who missed their call is here: they stand behind the next three."""
    row = _locked(operation, ticket_ref)
    if row.state != TicketState.MISSED or row.day != operation.today(now):
        raise WrongOrder(gettext("Only a number that was called today and did not come can be put back."))
    waiting = _of_day(row.queue, row.day).filter(state=TicketState.WAITING)
    lines = list(waiting.values_list("line", flat=True)[:_BEHIND])
    row.state, row.line, row.put_back_at, row.counter, row.called_at = (
        TicketState.WAITING,
        lines[-1] if lines else row.line,
        now,
        None,
        None,
    )
    row.save(update_fields=["state", "line", "put_back_at", "counter", "called_at"])
    _note(row, "put_back", by=by, now=now)
    return row


def _of_day(queue: Queue, day: date) -> QuerySet[Ticket]:
    return Ticket.objects.filter(queue=queue, day=day)


def _called(operation: OperationView, ticket_ref: str) -> Ticket:
    row = _locked(operation, ticket_ref)
    if row.state != TicketState.CALLED:
        raise WrongOrder(gettext("This number is not called now. Look again."))
    return row


def _locked(operation: OperationView, ticket_ref: str) -> Ticket:
    """The queue first, so that every deed takes its locks in one order."""
    found = Ticket.objects.filter(operation_id=operation.id, ref=ticket_ref).values_list("queue__ref", flat=True)
    queue_ref = found.first()
    if queue_ref is None:
        raise Refused(gettext("There is no such number."))
    lock_queue(operation, queue_ref)
    return Ticket.objects.select_related("queue").get(ref=ticket_ref)


def _serve(row: Ticket, *, is_measured: bool, by: Actor, now: datetime) -> None:
    """Measured where somebody waited all the while: an idle counter says nothing of how long serving takes."""
    row.state = TicketState.SERVED
    row.took = now - row.called_at if is_measured and row.called_at else None
    row.save(update_fields=["state", "took"])
    _note(row, "served", by=by, now=now)


def _note(row: Ticket, what: str, *, by: Actor, now: datetime) -> None:
    TicketEvent.objects.create(
        operation_id=row.operation_id, ticket=row, what=what, counter=row.counter, at=now, by=str(by)
    )

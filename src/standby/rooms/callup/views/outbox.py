"""The letters: what waits, what went out, what came back, and every text to read."""

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse

from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page
from standby.rooms.audit.actions import journal
from standby.rooms.messages.models import MessageState
from standby.rooms.messages.queries import count_in, counts, message_by_ref, page_of_messages
from standby.rooms.messages.queries.failing import count_failing
from standby.rooms.messages.queries.paper import pile_of
from standby.rooms.messages.queries.replies import count_waiting
from standby.rooms.people.queries.persons import person_by_ref

_PAGE = 50


@for_duty(Duty.COORDINATOR, Duty.AUDITOR)
def outbox(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`?state=` shows the letters in one state. No text is opened here."""
    asked = request.GET.get("state", "")
    state = MessageState(asked) if asked in MessageState.values else None
    numbers = range(count_in(operation_id=desk.operation.id, state=state))
    page = Paginator(numbers, _PAGE).get_page(request.GET.get("page"))
    rows = page_of_messages(
        operation_id=desk.operation.id, state=state, offset=max(0, page.start_index() - 1), limit=_PAGE
    )
    return desk_page(
        request,
        desk,
        "callup/outbox.html",
        counts=counts(operation_id=desk.operation.id),
        may_answer=desk.staff.holds(Duty.COORDINATOR),
        replies=count_waiting(operation_id=desk.operation.id),
        failing=count_failing(operation_id=desk.operation.id),
        paper=pile_of(operation_id=desk.operation.id).waiting,
        chosen=state,
        page=page,
        rows=rows,
    )


@for_duty(Duty.COORDINATOR)
def message(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """One letter, opened; that it was read is journalled under its person."""
    found = message_by_ref(operation_id=desk.operation.id, ref=ref)
    if found is None:
        raise Http404
    journal(
        operation=desk.operation.ref,
        actor=desk.actor,
        action="message.read",
        now=desk.now,
        subject=found.recipient,
        detail={"message": found.ref},
    )
    person = person_by_ref(operation_id=desk.operation.id, ref=found.recipient)
    return desk_page(request, desk, "callup/message.html", message=found, person=person)

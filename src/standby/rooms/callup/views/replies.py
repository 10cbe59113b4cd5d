"""What people wrote back and a human has to read."""

from dataclasses import dataclass

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.audit.actions import journal
from standby.rooms.messages.actions.replying import settle_reply
from standby.rooms.messages.queries.replies import ReplyView, count_waiting, is_reply, page_of_waiting
from standby.rooms.people.queries.persons import people_by_ref
from standby.rooms.people.values import PersonView

_PAGE = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """A reply, and whose it is if that is known."""

    reply: ReplyView
    person: PersonView | None


@for_duty(Duty.COORDINATOR, Duty.REGISTRAR)
def replies(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Who waited longest first; that each was read is journalled."""
    page = Paginator(range(count_waiting(operation_id=desk.operation.id)), _PAGE).get_page(request.GET.get("page"))
    found = page_of_waiting(operation_id=desk.operation.id, offset=max(0, page.start_index() - 1), limit=_PAGE)
    people = people_by_ref(operation_id=desk.operation.id, refs=[reply.recipient for reply in found])
    for reply in found:
        _note_that_it_was_read(desk, reply)
    lines = [_Line(reply=reply, person=people.get(reply.recipient)) for reply in found]
    may_call = desk.staff.holds(Duty.COORDINATOR)
    return desk_page(request, desk, "callup/replies.html", page=page, lines=lines, may_call=may_call)


@for_duty(Duty.COORDINATOR, Duty.REGISTRAR)
@require_POST
def settle(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """It was answered by telephone, or needs no answer."""
    if not is_reply(operation_id=desk.operation.id, ref=ref):
        raise Http404

    def answered() -> str:
        settle_reply(operation=desk.operation, ref=ref, by=desk.actor, now=desk.now)
        return ref

    try:
        do_once(request, desk, action="reply.settle", do=answered)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("messages:replies")


def _note_that_it_was_read(desk: Desk, reply: ReplyView) -> None:
    journal(
        operation=desk.operation.ref,
        actor=desk.actor,
        action="reply.read",
        now=desk.now,
        subject=reply.recipient or reply.ref,
        detail={"reply": reply.ref},
    )

"""Calls by state, who left, which places came free; and what became of one call."""

from django.http import Http404, HttpRequest, HttpResponse

from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page
from standby.rooms.callup.models import CallState
from standby.rooms.callup.queries.calls import (
    UNANSWERED,
    call_by_ref,
    calls_in,
    count_by_state,
    freed_places,
    history_of_call,
    left_since,
    needs_called_to,
    parties_without_a_member,
)
from standby.rooms.callup.queries.next_ones import count_next
from standby.rooms.callup.queries.reach import last_announcement, to_ring_lately
from standby.rooms.callup.queries.surplus import surpluses
from standby.rooms.callup.saying import say_call
from standby.rooms.look.timeline import Entry


@for_duty(Duty.COORDINATOR, Duty.AUDITOR)
def calls(request: HttpRequest, desk: Desk) -> HttpResponse:
    """`?state=` shows the calls in one state; without it, those that wait for an answer."""
    operation_id, announcement = desk.operation.id, last_announcement(operation_id=desk.operation.id)
    asked = request.GET.get("state", "")
    chosen = CallState(asked) if asked in CallState.values else None
    needs = needs_called_to(operation=desk.operation, now=desk.now)
    return desk_page(
        request,
        desk,
        "callup/calls.html",
        counts=_in_order(operation_id),
        chosen=chosen,
        rows=calls_in(operation_id=operation_id, states=[chosen] if chosen else UNANSWERED),
        announcement=announcement,
        surpluses=surpluses(operation=desk.operation, needs=needs, now=desk.now),
        second_wave=count_next(operation_id=operation_id),
        is_coordinator=desk.staff.holds(Duty.COORDINATOR),
        free=freed_places(operation=desk.operation, needs=needs),
        left=left_since(operation_id=operation_id, since=announcement.at) if announcement else [],
        parties=parties_without_a_member(operation_id=operation_id),
        to_ring=to_ring_lately(operation_id=operation_id, now=desk.now),
    )


@for_duty(Duty.COORDINATOR, Duty.AUDITOR)
def call(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    found = call_by_ref(operation_id=desk.operation.id, ref=ref)
    if found is None:
        raise Http404
    steps = history_of_call(operation_id=desk.operation.id, ref=ref)
    entries = [Entry(at=step.at, text=say_call(step.state)) for step in steps]
    return desk_page(request, desk, "callup/call.html", call=found, entries=entries)


def _in_order(operation_id: int) -> list[tuple[CallState, int]]:
    """As a call goes through them, without those in which there is none."""
    counts = count_by_state(operation_id=operation_id)
    return [(state, counts[state]) for state in CallState if state in counts]

"""Joins that wait: judged the same, and not yet confirmed by whoever was here first."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.audit.actions import journal
from standby.rooms.desk.deciding import vouch_for_pair
from standby.rooms.desk.pages.doing import KEEPS_PEOPLE, SEES_NAMES
from standby.rooms.desk.words import doers, vouch_reasons
from standby.rooms.operations.installation import installation
from standby.rooms.people.actions.held_joins import VouchReason
from standby.rooms.people.queries.held_joins import count_denied, count_held, held_joins, is_waiting


@for_duty(*SEES_NAMES)
def joins(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Who waited longest first."""
    rows = held_joins(operation_id=desk.operation.id)
    for row in rows:
        journal(operation=desk.operation.ref, actor=desk.actor, action="pair.view", now=desk.now, subject=row.pair_ref)
    handles = doers([by for row in rows for by in row.vouched_by])
    return desk_page(
        request,
        desk,
        "desk/joins.html",
        rows=[(row, [handles.get(by, by) for by in row.vouched_by], str(desk.actor) in row.vouched_by) for row in rows],
        waiting=count_held(operation_id=desk.operation.id),
        denied=count_denied(operation_id=desk.operation.id),
        reasons=vouch_reasons(),
        may_vouch=any(desk.staff.holds(duty) for duty in KEEPS_PEOPLE),
    )


@for_duty(*KEEPS_PEOPLE)
@require_POST
def vouch(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """The second of two makes them one."""
    reason = request.POST.get("reason", "")
    if not is_waiting(operation_id=desk.operation.id, ref=ref):
        raise Http404
    if reason not in {one.value for one in VouchReason}:
        return redirect("desk:joins")

    def do() -> str:
        vouch_for_pair(
            operation=desk.operation,
            ref=ref,
            reason=VouchReason(reason),
            public_url=installation().public_url,
            by=desk.actor,
            now=desk.now,
        )
        return ref

    try:
        do_once(request, desk, action="join.vouch", do=do)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("desk:joins")

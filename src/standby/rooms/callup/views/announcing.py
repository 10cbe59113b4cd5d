"""Announcing a plan: first what will happen, then the deed, then who was told and who is not reached yet."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.callup.actions.announcing import announce, refuse_without_address
from standby.rooms.callup.models import PlanState
from standby.rooms.callup.queries.change import outlook_of
from standby.rooms.callup.queries.composing import composition_of
from standby.rooms.callup.queries.foreseen import turnout_of_plan
from standby.rooms.callup.queries.plans import plan_by_ref
from standby.rooms.callup.queries.reach import last_announcement, reach_of, to_ring
from standby.rooms.callup.turnout.totals import totals_of
from standby.rooms.messages.queries import counts
from standby.rooms.operations.installation import installation


@for_duty(Duty.COORDINATOR)
def announce_plan(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Asked by GET it says exactly what will happen; by POST it happens."""
    plan = plan_by_ref(operation_id=desk.operation.id, ref=ref)
    if plan is None:
        raise Http404
    if request.method == "POST":
        return _announce(request, desk, ref)
    if plan.state != PlanState.APPROVED:
        return redirect("callup:plan")
    return desk_page(
        request,
        desk,
        "callup/announce.html",
        plan=plan,
        outlook=outlook_of(operation_id=desk.operation.id, plan=plan),
        composition=composition_of(operation=desk.operation, plan=plan, where=installation(), now=desk.now),
        totals=totals_of(turnout_of_plan(plan_id=plan.id).values()),
        next_word_on=desk.operation.next_word_on(desk.now),
        refusal=_refusal(desk),
    )


@for_duty(Duty.COORDINATOR, Duty.AUDITOR)
def announcement(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The last one: told is not reached, and each has a count."""
    row = last_announcement(operation_id=desk.operation.id)
    reach = reach_of(operation_id=desk.operation.id, occasion=row.ref) if row else None
    return desk_page(
        request,
        desk,
        "callup/announcement.html",
        announcement=row,
        reach=reach,
        newer=row.told - reach.told if row and reach else 0,
        to_ring=to_ring(operation_id=desk.operation.id),
        waiting=counts(operation_id=desk.operation.id).get("queued", 0),
    )


def _announce(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    def tell_everyone() -> str:
        row = announce(
            operation=desk.operation,
            plan_ref=ref,
            public_url=installation().public_url,
            by=desk.actor,
            now=desk.now,
        )
        return row.ref

    try:
        do_once(request, desk, action="announce", do=tell_everyone)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("callup:announcement")


def _refusal(desk: Desk) -> str:
    """Why nobody can be told now, before anybody presses the button; empty where nothing stands against it."""
    try:
        refuse_without_address(operation=desk.operation, public_url=installation().public_url)
    except StandbyError as refusal:
        return str(refusal)
    return ""

"""Two coordinators stand behind a plan, or send it back."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import refusal_page
from standby.rooms.callup.actions.approving import approve_plan, refuse_plan
from standby.rooms.callup.queries.plans import plan_by_ref


@for_duty(Duty.COORDINATOR)
@require_POST
def approve(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """The first press proposes, another coordinator's approves."""
    return _decide(
        request,
        desk,
        ref,
        action="plan.approve",
        do=lambda: approve_plan(operation=desk.operation, plan_ref=ref, by=desk.staff, now=desk.now).value,
    )


@for_duty(Duty.COORDINATOR)
@require_POST
def refuse(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    def send_back() -> str:
        refuse_plan(operation=desk.operation, plan_ref=ref, by=desk.staff, now=desk.now)
        return ref

    return _decide(request, desk, ref, action="plan.refuse", do=send_back)


def _decide(request: HttpRequest, desk: Desk, ref: str, *, action: str, do: Callable[[], str]) -> HttpResponse:
    if plan_by_ref(operation_id=desk.operation.id, ref=ref) is None:
        raise Http404
    try:
        do_once(request, desk, action=action, do=do)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("callup:plan")

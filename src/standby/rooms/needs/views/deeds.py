"""What is done with a need, one POST each; a refusal comes back on the need's own page."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.needs.actions.approving import approve_need, assess_risk, refuse_need
from standby.rooms.needs.actions.keeping import change_state, open_again, renew_need
from standby.rooms.needs.forms.assessing import AssessForm
from standby.rooms.needs.models import NeedState
from standby.rooms.needs.views.need import found_need, need_page

_KEEPERS = (Duty.COORDINATOR, Duty.SITE_CONTACT)


@for_duty(Duty.COORDINATOR)
@require_POST
def assess(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    found = found_need(desk, ref)
    form = AssessForm(request.POST, is_risk_zone=found.is_risk_zone)
    if not form.is_valid():
        return need_page(request, desk, found, form=form)

    def do() -> None:
        assess_risk(
            operation=desk.operation,
            request_ref=ref,
            risk=form.risk_said,
            priority=form.cleaned_data["priority"],
            by=desk.actor,
            now=desk.now,
        )

    return _answer(request, desk, ref, action="need.assess", do=do)


@for_duty(Duty.COORDINATOR)
@require_POST
def approve(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    def do() -> None:
        approve_need(operation=desk.operation, request_ref=ref, by=desk.staff, now=desk.now)

    return _answer(request, desk, ref, action="need.approve", do=do)


@for_duty(Duty.COORDINATOR)
@require_POST
def refuse(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    def do() -> None:
        refuse_need(operation=desk.operation, request_ref=ref, by=desk.staff, now=desk.now)

    return _answer(request, desk, ref, action="need.refuse", do=do)


@for_duty(*_KEEPERS)
@require_POST
def renew(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    def do() -> None:
        renew_need(operation=desk.operation, request_ref=ref, by=desk.actor, now=desk.now)

    return _answer(request, desk, ref, action="need.renew", do=do)


@for_duty(*_KEEPERS)
@require_POST
def pause(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """ "Enough, stop"."""
    return _move(request, desk, ref, NeedState.PAUSED)


@for_duty(*_KEEPERS)
@require_POST
def resume(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    def do() -> None:
        open_again(operation=desk.operation, request_ref=ref, by=desk.staff, now=desk.now)

    return _answer(request, desk, ref, action="need.open_again", do=do)


@for_duty(Duty.COORDINATOR)
@require_POST
def cancel(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    return _move(request, desk, ref, NeedState.CANCELLED)


@for_duty(Duty.COORDINATOR)
@require_POST
def close(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    return _move(request, desk, ref, NeedState.CLOSED)


def _move(request: HttpRequest, desk: Desk, ref: str, state: NeedState) -> HttpResponse:
    def do() -> None:
        change_state(operation=desk.operation, request_ref=ref, state=state, by=desk.actor, now=desk.now)

    return _answer(request, desk, ref, action=f"need.{state.value}", do=do)


def _answer(request: HttpRequest, desk: Desk, ref: str, *, action: str, do: Callable[[], None]) -> HttpResponse:
    """Only for who may see the need; then back to where the button stood."""
    found_need(desk, ref)

    def done() -> str:
        do()
        return ref

    try:
        do_once(request, desk, action=action, do=done)
    except StandbyError as refusal:
        return need_page(request, desk, found_need(desk, ref), refusal=str(refusal))
    back = request.POST.get("back", "")
    if back and url_has_allowed_host_and_scheme(back, allowed_hosts=None):
        return redirect(back)
    return redirect("needs:need", ref=ref)

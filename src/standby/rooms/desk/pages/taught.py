"""What the judgements so far would change: seen before anybody applies it, and taken back as a whole."""

from collections.abc import Callable
from datetime import datetime

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.audit.actors import Actor
from standby.rooms.desk import tasks
from standby.rooms.desk.deciding import apply_model, undo_model
from standby.rooms.desk.pages.doing import SEES_NAMES
from standby.rooms.operations.installation import installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.matching import MOST_REGISTRATIONS
from standby.rooms.people.queries.pairs import applied_run, newest_run, second_looks

# So many registrations are linked while the page is awaited.
AT_ONCE = 1000


@for_duty(*SEES_NAMES, Duty.AUDITOR)
def taught(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Counts and no names. `pressed` is the run that somebody let join, which the worker may still be doing."""
    run = newest_run(operation_id=desk.operation.id)
    pressed = request.GET.get("pressed", "")
    return desk_page(
        request,
        desk,
        "desk/taught.html",
        run=run,
        is_under_way=run is not None and run.applied_at is None and run.ref == pressed,
        applied=applied_run(operation_id=desk.operation.id),
        looks=second_looks(operation_id=desk.operation.id),
        most=MOST_REGISTRATIONS,
        may_apply=desk.staff.holds(Duty.COORDINATOR),
    )


@for_duty(Duty.COORDINATOR)
@require_POST
def apply(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Twenty thousand registrations take the model a minute: more than a handful go to the worker."""
    run = newest_run(operation_id=desk.operation.id)
    if run is None or run.registrations <= AT_ONCE:
        return _do(request, desk, ref, action="model.apply", deed=apply_model)
    return _do(request, desk, ref, action="model.apply", deed=_later)


@for_duty(Duty.COORDINATOR)
@require_POST
def undo(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    return _do(request, desk, ref, action="model.undo", deed=undo_model)


def _later(*, operation: OperationView, ref: str, public_url: str, by: Actor, now: datetime) -> None:
    del public_url, now
    tasks.apply_taught.defer(operation_id=operation.id, ref=ref, by=str(by))


def _do(request: HttpRequest, desk: Desk, ref: str, *, action: str, deed: Callable[..., None]) -> HttpResponse:
    known = (newest_run(operation_id=desk.operation.id), applied_run(operation_id=desk.operation.id))
    if ref not in {run.ref for run in known if run is not None}:
        raise Http404

    def do() -> str:
        deed(operation=desk.operation, ref=ref, public_url=installation().public_url, by=desk.actor, now=desk.now)
        return ref

    try:
        do_once(request, desk, action=action, do=do)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect(f"{reverse('desk:taught')}?pressed={ref}")

"""The end of waiting: of a role nobody asks for any more, or of the operation; all are thanked and told why."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language
from django.views.decorators.http import require_POST

from standby.domain.catalogue import title
from standby.domain.errors import StandbyError
from standby.domain.statuses import PersonStatus
from standby.rooms.accounts.actions import Settled, refuse_proposal
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.accounts.queries import open_proposal
from standby.rooms.callup import tasks
from standby.rooms.callup.actions.announcing import refuse_without_address
from standby.rooms.callup.actions.thanking import ENDING, end_operation
from standby.rooms.callup.queries.thanking import idle_roles, still_held, waiting_by_status
from standby.rooms.operations.installation import installation
from standby.sealing import new_ref


@for_duty(Duty.COORDINATOR)
def thanks(request: HttpRequest, desk: Desk) -> HttpResponse:
    """What would happen, before anybody presses."""
    by_status = waiting_by_status(operation_id=desk.operation.id)
    language = get_language() or "en"
    idle = idle_roles(operation=desk.operation, now=desk.now)
    return desk_page(
        request,
        desk,
        "desk/thanks.html",
        idle=[(one, title(one.role, language=language)) for one in idle],
        waiting=by_status.get(PersonStatus.STAND_BY, 0) + by_status.get(PersonStatus.DECLINED, 0),
        incomplete=by_status.get(PersonStatus.OFFERED, 0),
        relieved=by_status.get(PersonStatus.RELIEVED, 0),
        held=still_held(operation_id=desk.operation.id),
        proposal=open_proposal(operation_id=desk.operation.id, kind=ENDING, subject=desk.operation.ref),
    )


@for_duty(Duty.COORDINATOR)
@require_POST
def end(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The first coordinator proposes it, the second does it."""

    def end_it() -> str:
        settled = end_operation(operation=desk.operation, by=desk.staff, now=desk.now)
        if settled is Settled.APPROVED:
            _thank(desk, role="")
        return settled.value

    return _done(request, desk, "operation.end", end_it)


@for_duty(Duty.COORDINATOR)
@require_POST
def keep(request: HttpRequest, desk: Desk) -> HttpResponse:
    """The operation goes on: what was proposed is refused."""

    def refuse() -> str:
        refuse_proposal(operation=desk.operation, kind=ENDING, subject=desk.operation.ref, by=desk.staff, now=desk.now)
        return ""

    return _done(request, desk, "operation.keep", refuse)


@for_duty(Duty.COORDINATOR)
@require_POST
def thank_role(request: HttpRequest, desk: Desk) -> HttpResponse:
    role = request.POST.get("role", "")
    if role not in {one.role for one in idle_roles(operation=desk.operation, now=desk.now)}:
        raise Http404

    def thank() -> str:
        _thank(desk, role=role)
        return role

    return _done(request, desk, "people.thank", thank)


def _thank(desk: Desk, *, role: str) -> None:
    refuse_without_address(operation=desk.operation, public_url=installation().public_url)
    tasks.thank.defer(operation_id=desk.operation.id, role=role, occasion=new_ref(), by=str(desk.actor))


def _done(request: HttpRequest, desk: Desk, action: str, do: Callable[[], str]) -> HttpResponse:
    try:
        do_once(request, desk, action=action, do=do)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("desk:thanks")

"""More said yes than are enough: letting the last of them go before they set out."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import refusal_page
from standby.rooms.callup.actions.letting_go import let_go
from standby.rooms.needs.queries.planning import need_by_ref
from standby.rooms.operations.installation import installation


@for_duty(Duty.COORDINATOR)
@require_POST
def let_go_of_need(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    need = need_by_ref(operation=desk.operation, ref=ref, now=desk.now)
    if need is None:
        raise Http404

    def release() -> str:
        public_url = installation().public_url
        return str(let_go(operation=desk.operation, need=need, public_url=public_url, by=desk.actor, now=desk.now))

    try:
        do_once(request, desk, action="call.let_go", do=release)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("callup:calls")

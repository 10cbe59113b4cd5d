"""How sure it must be that enough come, and how many are called for that."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import get_language

from standby.domain.catalogue import title
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page
from standby.rooms.callup.actions.risking import choose_sureness
from standby.rooms.callup.forms import SurenessForm
from standby.rooms.callup.turnout.totals import totals_if_planned
from standby.rooms.needs.queries.planning import needs_to_plan


@for_duty(Duty.COORDINATOR)
def over_call(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Takes effect with the next plan."""
    needs = needs_to_plan(operation=desk.operation, now=desk.now)
    roles = {need.role: title(need.role, "", language=get_language() or "en") for need in needs}
    names = dict(sorted(roles.items(), key=lambda item: item[1]))
    posted = (request.POST,) if request.method == "POST" else ()
    form = SurenessForm(*posted, roles=names, policy=desk.operation.policy)
    if posted and form.is_valid():
        choose_sureness(operation=desk.operation, chosen=form.chosen(), by=desk.actor, now=desk.now)
        return redirect("callup:over_call")
    totals = totals_if_planned(operation=desk.operation, needs=needs, today=desk.operation.today(desk.now))
    return desk_page(request, desk, "callup/over_call.html", form=form, totals=totals)

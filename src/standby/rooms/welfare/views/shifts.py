"""Dividing the days of a need into shifts, and taking one out again."""

from collections.abc import Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, posted
from standby.rooms.look.days import page_language
from standby.rooms.needs.queries.shared import RequestToStaff, requests_to_staff
from standby.rooms.welfare.actions.shifts import MOST_DAYS, add_shifts, withdraw_shift
from standby.rooms.welfare.forms import ShiftsForm
from standby.rooms.welfare.views.rota import rota_page
from standby.rooms.welfare.views.sites import KEEPERS, found_site


@for_duty(*KEEPERS)
def add(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    site = found_site(desk, ref)
    requests = requests_to_staff(operation_id=desk.operation.id, site_id=site.id)
    form = ShiftsForm(posted(request), requests=requests, initial=_initial(requests, desk))
    if request.method == "POST" and form.is_valid():

        def do() -> str:
            new = form.new_shifts()
            add_shifts(operation=desk.operation, site_id=site.id, new=new, by=desk.actor, now=desk.now)
            return site.ref

        try:
            do_once(request, desk, action="shift.add", do=do)
        except StandbyError as refusal:
            form.add_error(None, str(refusal))
        else:
            return redirect("welfare:rota", ref=site.ref)
    name = site.details.name(page_language())
    return desk_page(request, desk, "welfare/shifts.html", site=site, name=name, form=form, requests=requests)


@for_duty(*KEEPERS)
@require_POST
def withdraw(request: HttpRequest, desk: Desk, ref: str, code: str) -> HttpResponse:
    site = found_site(desk, ref)

    def do() -> str:
        withdraw_shift(operation=desk.operation, site_id=site.id, shift_ref=code, by=desk.actor, now=desk.now)
        return code

    try:
        do_once(request, desk, action="shift.withdraw", do=do)
    except StandbyError as refusal:
        return rota_page(request, desk, site, refusal=str(refusal))
    return redirect("welfare:rota", ref=site.ref)


def _initial(requests: Sequence[RequestToStaff], desk: Desk) -> dict[str, object]:
    """The first need, from today or its first day on."""
    if not requests:
        return {}
    first = max(requests[0].days.first, desk.operation.today(desk.now))
    days = [day for day in requests[0].days if day >= first][:MOST_DAYS]
    return {"first_day": first, "last_day": days[-1] if days else first, "headcount": requests[0].posts}

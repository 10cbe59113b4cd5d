"""Regions: adding one, changing one, and what its reception takes day by day."""

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _

from standby.domain.days import Days
from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page
from standby.rooms.places.actions.adding import add_region
from standby.rooms.places.actions.changing import change_region
from standby.rooms.places.actions.limiting import set_arrivals
from standby.rooms.places.forms.region import NewRegionForm, RegionForm, region_initial
from standby.rooms.places.queries.by_day import arrivals_by_day
from standby.rooms.places.queries.regions import RegionView, region_by_code
from standby.rooms.places.views.ledger import Ledger, Numbers, answer_ledger


@for_duty(Duty.COORDINATOR)
def new_region(request: HttpRequest, desk: Desk) -> HttpResponse:
    form = NewRegionForm(request.POST or None)
    if form.is_valid():
        said = form.cleaned_data

        def add() -> str:
            return add_region(operation=desk.operation, **said, by=desk.actor, now=desk.now).code

        try:
            do_once(request, desk, action="region.add", do=add)
        except StandbyError as refusal:
            form.add_error("code", str(refusal))
        else:
            return redirect("places:places")
    return desk_page(request, desk, "places/new.html", form=form, title=_("A new region"))


@for_duty(Duty.COORDINATOR)
def region(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    found = _region(desk, code)
    form = RegionForm(request.POST or None, initial=region_initial(found))
    if form.is_valid():
        change_region(operation=desk.operation, code=code, **form.cleaned_data, by=desk.actor, now=desk.now)
        return redirect("places:places")
    return desk_page(request, desk, "places/region.html", form=form, region=found)


@for_duty(Duty.COORDINATOR)
def reception(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    found = _region(desk, code)

    def store(numbers: Numbers) -> None:
        arrivals = {(found.id, day): number for day, number in numbers.items()}
        set_arrivals(operation=desk.operation, arrivals=arrivals, by=desk.actor, now=desk.now)

    def known(days: Days) -> dict[date, int]:
        return arrivals_by_day(operation_id=desk.operation.id, region_id=found.id, days=days)

    ledger = Ledger(
        title=_("How many people can %(region)s receive each day?") % {"region": found.name},
        usual=found.arrivals,
        known=known,
        store=store,
        back=reverse("places:region", args=[code]),
    )
    return answer_ledger(request, desk, ledger)


def _region(desk: Desk, code: str) -> RegionView:
    found = region_by_code(operation_id=desk.operation.id, code=code)
    if found is None:
        raise Http404
    return found

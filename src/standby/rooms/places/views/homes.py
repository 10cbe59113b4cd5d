"""Towns people set out from: adding one, changing one, the days on the way, and bus seats day by day."""

from collections.abc import Sequence
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from standby.domain.days import Days
from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page
from standby.rooms.look.days import page_language
from standby.rooms.places.actions.adding import add_home, set_routes
from standby.rooms.places.actions.changing import change_home
from standby.rooms.places.actions.limiting import set_bus_seats
from standby.rooms.places.forms.home import HomeForm, NewHomeForm, RoutesForm, home_initial, routes_initial
from standby.rooms.places.queries.by_day import seats_by_day
from standby.rooms.places.queries.homes import HomeView, home_by_code, travel_days_from
from standby.rooms.places.queries.regions import RegionView, regions_of
from standby.rooms.places.views.ledger import Choice, Ledger, Numbers, answer_ledger


@for_duty(Duty.COORDINATOR)
def new_home(request: HttpRequest, desk: Desk) -> HttpResponse:
    form = NewHomeForm(request.POST or None, languages=desk.operation.languages)
    if form.is_valid():
        code, facts = form.cleaned_data["code"], form.facts()

        def add() -> str:
            return add_home(operation=desk.operation, code=code, facts=facts, by=desk.actor, now=desk.now).code

        try:
            do_once(request, desk, action="home.add", do=add)
        except StandbyError as refusal:
            form.add_error("code", str(refusal))
        else:
            return redirect("places:home", code=code)
    return desk_page(request, desk, "places/new_home.html", form=form)


@for_duty(Duty.COORDINATOR)
def home(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    found = _home(desk, code)
    form = HomeForm(request.POST or None, languages=desk.operation.languages, initial=home_initial(found))
    if form.is_valid():
        change_home(operation=desk.operation, code=code, facts=form.facts(), by=desk.actor, now=desk.now)
        return redirect("places:home", code=code)
    return _home_page(request, desk, found, form=form)


@for_duty(Duty.COORDINATOR)
@require_POST
def routes(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    found = _home(desk, code)
    form = RoutesForm(request.POST, regions=regions_of(operation_id=desk.operation.id))
    if form.is_valid():
        days = {(found.id, region_id): number for region_id, number in form.days_by_region().items()}
        set_routes(operation=desk.operation, days=days, by=desk.actor, now=desk.now)
        return redirect("places:home", code=code)
    return _home_page(request, desk, found, routes_form=form)


@for_duty(Duty.COORDINATOR)
def seats(request: HttpRequest, desk: Desk, code: str) -> HttpResponse:
    """Of the buses for the region in `?region=`, or of those that serve every region."""
    found = _home(desk, code)
    regions = regions_of(operation_id=desk.operation.id)
    chosen = request.GET.get("region", "")
    region_id = {region.code: region.id for region in regions}.get(chosen)
    if chosen and region_id is None:
        raise Http404

    def store(numbers: Numbers) -> None:
        by_day = {(found.id, region_id, day): number for day, number in numbers.items()}
        set_bus_seats(operation=desk.operation, seats=by_day, by=desk.actor, now=desk.now)

    def known(days: Days) -> dict[date, int]:
        return seats_by_day(operation_id=desk.operation.id, home_id=found.id, region_id=region_id, days=days)

    ledger = Ledger(
        title=_("How many bus seats leave %(town)s each day?") % {"town": found.name(page_language())},
        usual=0,
        known=known,
        store=store,
        back=reverse("places:home", args=[code]),
        choices=_buses(regions, chosen=chosen),
    )
    return answer_ledger(request, desk, ledger)


def _buses(regions: Sequence[RegionView], *, chosen: str) -> list[Choice]:
    every = Choice(address="?region=", label=_("Buses for every region"), is_here=not chosen)
    return [every] + [
        Choice(address=f"?region={region.code}", label=region.name, is_here=region.code == chosen) for region in regions
    ]


def _home_page(
    request: HttpRequest,
    desk: Desk,
    found: HomeView,
    *,
    form: HomeForm | None = None,
    routes_form: RoutesForm | None = None,
) -> HttpResponse:
    regions = regions_of(operation_id=desk.operation.id)
    days = travel_days_from(operation_id=desk.operation.id, home_id=found.id)
    return desk_page(
        request,
        desk,
        "places/home.html",
        home=found,
        name=found.name(page_language()),
        form=form or HomeForm(languages=desk.operation.languages, initial=home_initial(found)),
        routes=routes_form or RoutesForm(regions=regions, initial=routes_initial(days, regions=regions)),
    )


def _home(desk: Desk, code: str) -> HomeView:
    found = home_by_code(operation_id=desk.operation.id, code=code)
    if found is None:
        raise Http404
    return found

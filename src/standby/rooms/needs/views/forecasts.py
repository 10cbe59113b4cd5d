"""What may be needed: told to the next plan, which keeps people free for it and calls nobody."""

from dataclasses import dataclass

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.catalogue import title
from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page, refusal_page
from standby.rooms.look.days import page_language
from standby.rooms.needs.actions.forecasting import Expected, end_forecast, foresee
from standby.rooms.needs.forms.forecast import ForecastForm
from standby.rooms.needs.queries.forecasts import ForecastView, forecast_by_ref, forecasts_in_force
from standby.rooms.needs.views.asking import as_typed, choose_looked_for
from standby.rooms.needs.words import likelihood_words
from standby.rooms.places.queries.contacts import scope_of
from standby.rooms.places.queries.sites import SiteView, details_of_sites, sites_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ForecastRow:
    one: ForecastView
    role_title: str
    site_name: str
    likelihood: str


@for_duty(Duty.COORDINATOR, Duty.AUDITOR)
def forecasts(request: HttpRequest, desk: Desk) -> HttpResponse:
    return desk_page(request, desk, "needs/forecasts.html", rows=_rows(desk), is_coordinator=_decides(desk))


@for_duty(Duty.COORDINATOR)
def add(request: HttpRequest, desk: Desk) -> HttpResponse:
    """ "look" finds roles for somebody's own words; any other button stores."""
    sites = sites_of(operation_id=desk.operation.id, scope=scope_of(staff=desk.staff, operation_id=desk.operation.id))
    if not sites:
        return desk_page(request, desk, "needs/no_site.html", may_add=True)
    form = _form(request, desk, sites)
    if request.method != "POST" or request.POST.get("deed") == "look" or not form.is_valid():
        return desk_page(request, desk, "needs/forecast.html", form=form)
    try:
        do_once(request, desk, action="forecast.make", do=lambda: _store(desk, form.expected()))
    except StandbyError as refusal:
        form.add_error(None, str(refusal))
        return desk_page(request, desk, "needs/forecast.html", form=form)
    return redirect("needs:forecasts")


@for_duty(Duty.COORDINATOR)
@require_POST
def end(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    if forecast_by_ref(operation_id=desk.operation.id, ref=ref) is None:
        raise Http404

    def do() -> str:
        end_forecast(operation=desk.operation, ref=ref, by=desk.actor, now=desk.now)
        return ref

    try:
        do_once(request, desk, action="forecast.end", do=do)
    except StandbyError as refusal:
        return refusal_page(request, desk, refusal)
    return redirect("needs:forecasts")


def _store(desk: Desk, expected: Expected) -> str:
    return foresee(operation=desk.operation, expected=expected, by=desk.actor, now=desk.now).ref


def _decides(desk: Desk) -> bool:
    return desk.staff.holds(Duty.COORDINATOR)


def _form(request: HttpRequest, desk: Desk, sites: list[SiteView]) -> ForecastForm:
    named = [(site, site.details.name(page_language())) for site in sites]
    today = desk.operation.today(desk.now)
    if request.method != "POST":
        return ForecastForm(sites=named, today=today)
    said = request.POST.copy()
    choose_looked_for(said)
    is_looking = said.get("deed") == "look"
    return ForecastForm(
        None if is_looking else said,
        sites=named,
        today=today,
        words=said.get("words", ""),
        chosen_role=said.get("role", ""),
        initial=as_typed(said) if is_looking else None,
    )


def _rows(desk: Desk) -> list[ForecastRow]:
    found = forecasts_in_force(operation=desk.operation, now=desk.now)
    details = details_of_sites(operation_id=desk.operation.id, ids={one.site_id for one in found})
    language = page_language()
    return [
        ForecastRow(
            one=one,
            role_title=title(one.role, one.tags[0] if one.tags else "", language=language),
            site_name=details[one.site_id].name(language),
            likelihood=likelihood_words(one.percent),
        )
        for one in found
    ]

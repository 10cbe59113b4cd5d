"""Asking for people: write it down, see how many people that takes, store it."""

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page
from standby.rooms.look.days import page_language
from standby.rooms.needs.actions.requesting import Wish, request_people
from standby.rooms.needs.forms.choices import known_tag, role_key, roles_found
from standby.rooms.needs.forms.request import RequestForm
from standby.rooms.needs.queries.beds import bed_shortage
from standby.rooms.needs.queries.forecasts import forecast_by_ref
from standby.rooms.places.queries.contacts import scope_of
from standby.rooms.places.queries.sites import SiteView, sites_of


@for_duty(Duty.COORDINATOR, Duty.SITE_CONTACT)
def ask(request: HttpRequest, desk: Desk) -> HttpResponse:
    """Each button is a step: "look" finds roles, "change" goes back, "store" stores, any other works it out."""
    scope = scope_of(staff=desk.staff, operation_id=desk.operation.id)
    sites = sites_of(operation_id=desk.operation.id, scope=scope)
    if not sites:
        return desk_page(request, desk, "needs/no_site.html", may_add=desk.staff.holds(Duty.COORDINATOR))
    form = _form(request, desk, sites)
    deed = request.POST.get("deed", "")
    if request.method != "POST" or deed in {"look", "change"} or not form.is_valid():
        return desk_page(request, desk, "needs/ask.html", form=form)
    wish = form.wish()
    if deed != "store":
        return _show_work(request, desk, form, wish)
    try:
        ref = do_once(request, desk, action="need.request", do=lambda: _store(desk, wish))
    except StandbyError as refusal:
        form.add_error(None, str(refusal))
        return desk_page(request, desk, "needs/ask.html", form=form)
    return redirect("needs:need", ref=ref)


def _store(desk: Desk, wish: Wish) -> str:
    row = request_people(operation=desk.operation, wish=wish, requested_by=desk.staff.id, by=desk.actor, now=desk.now)
    return row.ref


def _show_work(request: HttpRequest, desk: Desk, form: RequestForm, wish: Wish) -> HttpResponse:
    """The number of people and the rotations, before anything is stored."""
    site = form.chosen_site
    shortage = bed_shortage(
        operation_id=desk.operation.id, site_id=site.id, usual=site.beds, days=wish.days, people=wish.people
    )
    return desk_page(
        request,
        desk,
        "needs/work.html",
        form=form,
        wish=wish,
        site_name=site.details.name(page_language()),
        duty_hours=float(wish.staffing.duty_hours),
        shortage=shortage,
    )


def _form(request: HttpRequest, desk: Desk, sites: list[SiteView]) -> RequestForm:
    named = [(site, site.details.name(page_language())) for site in sites]
    today = desk.operation.today(desk.now)
    if request.method != "POST":
        foreseen = _foreseen(desk, request.GET.get("forecast", ""))
        initial = foreseen or {"site": request.GET.get("site", "")}
        role = str(initial.get("role", ""))
        return RequestForm(
            sites=named, languages=desk.operation.languages, today=today, chosen_role=role, initial=initial
        )
    said = request.POST.copy()
    choose_looked_for(said)
    is_checked = said.get("deed") not in {"look", "change"}
    return RequestForm(
        said if is_checked else None,
        sites=named,
        languages=desk.operation.languages,
        today=today,
        words=said.get("words", ""),
        chosen_role=said.get("role", ""),
        initial=None if is_checked else as_typed(said),
    )


def _foreseen(desk: Desk, ref: str) -> dict[str, object]:
    """What was expected, once it has come: a coordinator need not say it twice. Empty where nothing was."""
    found = forecast_by_ref(operation_id=desk.operation.id, ref=ref) if ref else None
    if found is None or not desk.staff.holds(Duty.COORDINATOR):
        return {}
    either = next((one for one in found.languages if "|" in one), "")
    tag = known_tag(found.role, found.tags)
    return {
        "site": found.site_ref,
        "role": f"{found.role}/{tag}",
        "level": int(found.level),
        "is_verified": found.needs_verified,
        "tags": [one for one in found.tags if one != tag],
        "all_of": [one for one in found.languages if "|" not in one],
        "any_of": either.split("|") if either else [],
        "first_day": found.days.first,
        "last_day": found.days.last,
    }


def choose_looked_for(said: QueryDict) -> None:
    """Where "look" was pressed, the likeliest role for somebody's own words is chosen; none found, the choice stays."""
    found = roles_found(said.get("words", "")) if said.get("deed") == "look" else []
    if found:
        said["role"] = role_key(found[0])


def as_typed(said: QueryDict) -> dict[str, object]:
    """What was written so far, put back into the form without judging it."""
    many = {"tags", "all_of", "any_of", "provides", "hazard_codes"}
    return {name: said.getlist(name) if name in many else said[name] for name in said}

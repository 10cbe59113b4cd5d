"""Signing in and out at a site, hours by day, and the clock of everybody there."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page
from standby.rooms.look.days import page_language
from standby.rooms.places.queries.contacts import SEE_SITES
from standby.rooms.places.queries.sites import SiteView
from standby.rooms.welfare.actions.signing import NewSigning, sign, take_signing_back
from standby.rooms.welfare.forms import PaperForm
from standby.rooms.welfare.queries.hours import HoursPage, hours_at
from standby.rooms.welfare.queries.signings import signings_at
from standby.rooms.welfare.views.sites import CONFLICT, KEEPERS, found_site


@for_duty(*SEE_SITES)
def hours(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    return _page(request, desk, found_site(desk, ref))


@for_duty(*KEEPERS)
@require_POST
def sign_now(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    new = _signing(request.POST.get("person", ""), request.POST.get("deed", ""))
    return _sign(request, desk, found_site(desk, ref), new)


@for_duty(*KEEPERS)
@require_POST
def from_paper(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """A line of a sheet, with its own hour."""
    site = found_site(desk, ref)
    found = hours_at(operation=desk.operation, site_id=site.id, now=desk.now)
    form = _paper_form(request, desk, found, is_bound=True)
    if not form.is_valid():
        return _page(request, desk, site, paper=form)
    said = form.cleaned_data
    new = NewSigning(
        person_ref=said["person"], is_in=said["kind"] != "out", is_driving=said["kind"] == "drive", at=said["at"]
    )
    return _sign(request, desk, site, new, paper=form)


@for_duty(*KEEPERS)
@require_POST
def take_back(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    site, signing = found_site(desk, ref), request.POST.get("signing", "")

    def do() -> str:
        take_signing_back(operation=desk.operation, site_id=site.id, signing_ref=signing, by=desk.actor, now=desk.now)
        return signing

    return _answer(request, desk, site, action="duty.sign_back", do=do)


def _signing(person_ref: str, kind: str) -> NewSigning:
    return NewSigning(person_ref=person_ref, is_in=kind != "out", is_driving=kind == "drive")


def _sign(
    request: HttpRequest, desk: Desk, site: SiteView, new: NewSigning, *, paper: PaperForm | None = None
) -> HttpResponse:
    def do() -> str:
        return sign(operation=desk.operation, site_id=site.id, new=new, by=desk.actor, now=desk.now)

    action = "duty.sign_in" if new.is_in else "duty.sign_out"
    return _answer(request, desk, site, action=action, do=do, paper=paper)


def _answer(
    request: HttpRequest,
    desk: Desk,
    site: SiteView,
    *,
    action: str,
    do: Callable[[], str],
    paper: PaperForm | None = None,
) -> HttpResponse:
    try:
        do_once(request, desk, action=action, do=do)
    except StandbyError as refusal:
        return _page(request, desk, site, refusal=str(refusal), paper=paper)
    return redirect("welfare:hours", ref=site.ref)


def _page(
    request: HttpRequest, desk: Desk, site: SiteView, *, refusal: str = "", paper: PaperForm | None = None
) -> HttpResponse:
    found = hours_at(operation=desk.operation, site_id=site.id, now=desk.now)
    page = desk_page(
        request,
        desk,
        "welfare/hours.html",
        site=site,
        name=site.details.name(page_language()),
        found=found,
        signings=signings_at(operation=desk.operation, site_id=site.id, now=desk.now),
        paper=paper or _paper_form(request, desk, found, is_bound=False),
        may_keep=desk.staff.holds(*KEEPERS),
        refusal=refusal,
    )
    page.status_code = CONFLICT if refusal else page.status_code
    return page


def _paper_form(request: HttpRequest, desk: Desk, found: HoursPage, *, is_bound: bool) -> PaperForm:
    people = [(one.person.ref, f"{one.first_name} {one.person.code_word}".strip()) for one in found.workers]
    ordered = sorted(people, key=lambda one: one[1])
    return PaperForm(request.POST if is_bound else None, people=ordered, zone=desk.operation.zone)

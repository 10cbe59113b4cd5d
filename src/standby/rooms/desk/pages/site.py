"""A site's own page, for its contact on a phone: who comes when, "arrived", "did not arrive", and a list on paper."""

from collections.abc import Callable

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page
from standby.rooms.callup.actions.arriving import note_arrival, take_back_arrival
from standby.rooms.callup.actions.ending import report_missing
from standby.rooms.callup.queries.at_site import comers_to
from standby.rooms.desk.site import codes_of_site, site_page
from standby.rooms.look.days import page_language
from standby.rooms.places.queries.contacts import SEE_SITES, scope_of
from standby.rooms.places.queries.sites import SiteView, site_by_ref

_KEEPERS = (Duty.COORDINATOR, Duty.SITE_CONTACT)
_CONFLICT = 409


@for_duty(*SEE_SITES)
def site(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    return _page(request, desk, _site(desk, ref))


@for_duty(*SEE_SITES)
def printed(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    found = _site(desk, ref)
    return desk_page(
        request,
        desk,
        "desk/site_codes.html",
        site=found,
        name=found.details.name(page_language()),
        days=codes_of_site(operation=desk.operation, site=found, now=desk.now),
    )


@for_duty(*_KEEPERS)
@require_POST
def arrived(request: HttpRequest, desk: Desk, ref: str, call: str) -> HttpResponse:
    def do() -> None:
        note_arrival(operation=desk.operation, call_ref=call, by=desk.actor, now=desk.now)

    return _answer(request, desk, ref, call, action="call.arrive", do=do)


@for_duty(*_KEEPERS)
@require_POST
def not_arrived(request: HttpRequest, desk: Desk, ref: str, call: str) -> HttpResponse:
    """Undo of "arrived"."""

    def do() -> None:
        take_back_arrival(operation=desk.operation, call_ref=call, by=desk.actor, now=desk.now)

    return _answer(request, desk, ref, call, action="call.take_back_arrival", do=do)


@for_duty(*_KEEPERS)
@require_POST
def missing(request: HttpRequest, desk: Desk, ref: str, call: str) -> HttpResponse:
    def do() -> None:
        report_missing(operation=desk.operation, call_ref=call, by=desk.actor, now=desk.now)

    return _answer(request, desk, ref, call, action="call.did_not_arrive", do=do)


def _answer(
    request: HttpRequest, desk: Desk, ref: str, call: str, *, action: str, do: Callable[[], None]
) -> HttpResponse:
    """Only for a call to this very site; the same form sent again finds its work done."""
    found = _site(desk, ref)

    def done() -> str:
        if not _is_called_to(desk, found, call):
            raise Http404
        do()
        return call

    try:
        do_once(request, desk, action=action, do=done)
    except StandbyError as refusal:
        return _page(request, desk, found, refusal=str(refusal))
    return redirect("desk:site", ref=ref)


def _is_called_to(desk: Desk, site: SiteView, call: str) -> bool:
    today = desk.operation.today(desk.now)
    comers = comers_to(operation_id=desk.operation.id, site_id=site.id, today=today)
    return call in {comer.call_ref for comer in comers}


def _page(request: HttpRequest, desk: Desk, site: SiteView, *, refusal: str = "") -> HttpResponse:
    page = desk_page(
        request,
        desk,
        "desk/site.html",
        site=site,
        name=site.details.name(page_language()),
        found=site_page(operation=desk.operation, site=site, page=request.GET.get("page", "1"), now=desk.now),
        may_note=desk.staff.holds(*_KEEPERS),
        may_change=desk.staff.holds(Duty.COORDINATOR),
        refusal=refusal,
    )
    page.status_code = _CONFLICT if refusal else page.status_code
    return page


def _site(desk: Desk, ref: str) -> SiteView:
    """A site that is none of theirs is no site at all."""
    scope = scope_of(staff=desk.staff, operation_id=desk.operation.id)
    found = site_by_ref(operation_id=desk.operation.id, ref=ref, scope=scope)
    if found is None:
        raise Http404
    return found

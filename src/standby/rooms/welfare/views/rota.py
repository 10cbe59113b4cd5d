"""Who works when at a site: the shifts, the roster that is made for them, and the one that people were shown."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_POST

from standby.domain.errors import StandbyError
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.once import do_once
from standby.rooms.accounts.pages import desk_page
from standby.rooms.audit.actions import journal
from standby.rooms.look.days import page_language
from standby.rooms.places.queries.contacts import SEE_SITES
from standby.rooms.places.queries.sites import SiteView
from standby.rooms.welfare import tasks
from standby.rooms.welfare.actions.rostering import ask_for_roster, publish_roster
from standby.rooms.welfare.queries.rosters import RosterView, files_of, newest_roster
from standby.rooms.welfare.queries.shifts import shift_days
from standby.rooms.welfare.queries.there import people_at
from standby.rooms.welfare.views.sites import CONFLICT, KEEPERS, found_site


@for_duty(*SEE_SITES)
def rota(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    return rota_page(request, desk, found_site(desk, ref))


@for_duty(*KEEPERS)
@require_POST
def make(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Queued for the worker, which may be away: it waits there, and the page says so."""
    site = found_site(desk, ref)

    def ask() -> str:
        roster = ask_for_roster(operation=desk.operation, site_id=site.id, by=desk.actor, now=desk.now)
        tasks.compute.defer(operation_id=desk.operation.id, roster_ref=roster)
        return roster

    return _answer(request, desk, site, action="roster.ask", do=ask)


@for_duty(*KEEPERS)
@require_POST
def publish(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    site, roster = found_site(desk, ref), request.POST.get("roster", "")

    def do() -> str:
        publish_roster(operation=desk.operation, site_id=site.id, roster_ref=roster, by=desk.actor, now=desk.now)
        return roster

    return _answer(request, desk, site, action="roster.publish", do=do)


@for_duty(*SEE_SITES)
def progress(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """The piece that the page fetches again while the roster is being made."""
    site = found_site(desk, ref)
    newest = newest_roster(operation_id=desk.operation.id, site_id=site.id)
    return desk_page(request, desk, "welfare/progress.html", site=site, newest=newest)


@for_duty(*SEE_SITES)
def printed(request: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """Code words only: paper lies about."""
    site = found_site(desk, ref)
    days = shift_days(operation=desk.operation, site_id=site.id, now=desk.now, is_named=False)
    return desk_page(request, desk, "welfare/print.html", site=site, days=days)


@for_duty(*SEE_SITES)
def files(_: HttpRequest, desk: Desk, ref: str) -> HttpResponse:
    """What was rostered and the roster, for whoever would rather check than believe: `standby check-roster`."""
    site = found_site(desk, ref)
    newest = newest_roster(operation_id=desk.operation.id, site_id=site.id)
    content = files_of(operation_id=desk.operation.id, site_id=site.id, ref=newest.ref) if newest else b""
    if newest is None or not content:
        return redirect("welfare:rota", ref=site.ref)
    journal(operation=desk.operation.ref, actor=desk.actor, action="roster.files", now=desk.now, subject=newest.ref)
    headers = {"Content-Disposition": f'attachment; filename="roster-{newest.number}.zip"'}
    return HttpResponse(content, content_type="application/zip", headers=headers)


def rota_page(request: HttpRequest, desk: Desk, site: SiteView, *, refusal: str = "") -> HttpResponse:
    newest = newest_roster(operation_id=desk.operation.id, site_id=site.id)
    page = desk_page(
        request,
        desk,
        "welfare/rota.html",
        site=site,
        name=site.details.name(page_language()),
        days=shift_days(operation=desk.operation, site_id=site.id, now=desk.now),
        people=len(people_at(operation=desk.operation, site_id=site.id, now=desk.now)),
        newest=newest,
        gap=_gap(newest),
        may_keep=desk.staff.holds(*KEEPERS),
        refusal=refusal,
    )
    page.status_code = CONFLICT if refusal else page.status_code
    return page


def _gap(newest: RosterView | None) -> float | None:
    """How much more any roster could cover, in hundredths of the most that is possible."""
    if newest is None or newest.value is None or not newest.bound:
        return None
    return round(100 * (newest.bound - newest.value) / newest.bound, 2)


def _answer(request: HttpRequest, desk: Desk, site: SiteView, *, action: str, do: Callable[[], str]) -> HttpResponse:
    try:
        do_once(request, desk, action=action, do=do)
    except StandbyError as refusal:
        return rota_page(request, desk, site, refusal=str(refusal))
    return redirect("welfare:rota", ref=site.ref)

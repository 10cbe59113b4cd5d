"""What is needed, how full each need is, and what waits for somebody."""

from django.http import HttpRequest, HttpResponse

from standby.domain.catalogue import title
from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page
from standby.rooms.desk.needs import NeedsAsked, needs_page
from standby.rooms.look.days import page_language
from standby.rooms.needs.queries.lists import Show, roles_asked
from standby.rooms.places.queries.contacts import SEE_SITES, scope_of
from standby.rooms.places.queries.regions import regions_of
from standby.rooms.places.queries.sites import sites_of


@for_duty(*SEE_SITES)
def needs(request: HttpRequest, desk: Desk) -> HttpResponse:
    """A coordinator sees every site; a site contact only those they speak for, with a way to their own pages."""
    asked = _asked(request)
    sees_all = scope_of(staff=desk.staff, operation_id=desk.operation.id).is_every_site
    return desk_page(
        request,
        desk,
        "desk/needs.html",
        asked=asked,
        found=needs_page(operation=desk.operation, staff=desk.staff, asked=asked, now=desk.now),
        sees_all=sees_all,
        may_ask=desk.staff.holds(Duty.COORDINATOR, Duty.SITE_CONTACT),
        regions=regions_of(operation_id=desk.operation.id) if sees_all else (),
        roles=_roles(desk) if sees_all else (),
        own_sites=() if sees_all else _own_sites(desk),
    )


def _asked(request: HttpRequest) -> NeedsAsked:
    """An address is typed by anybody: what it does not say sensibly is as if it were not said."""
    show = request.GET.get("show", "")
    return NeedsAsked(
        show=Show(show) if show in set(Show) else Show.OPEN,
        region=request.GET.get("region", ""),
        role=request.GET.get("role", ""),
        only_missing=bool(request.GET.get("missing")),
        page=request.GET.get("page", "1"),
    )


def _roles(desk: Desk) -> list[tuple[str, str]]:
    language = page_language()
    named = [(code, title(code, language=language)) for code in roles_asked(operation_id=desk.operation.id)]
    return sorted(named, key=lambda pair: pair[1].casefold())


def _own_sites(desk: Desk) -> list[tuple[str, str]]:
    scope = scope_of(staff=desk.staff, operation_id=desk.operation.id)
    sites = sites_of(operation_id=desk.operation.id, scope=scope)
    return [(site.ref, site.details.name(page_language())) for site in sites]

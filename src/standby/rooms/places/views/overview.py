"""All places at a glance."""

from django.http import HttpRequest, HttpResponse

from standby.rooms.accounts.doors import Desk, for_duty
from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.pages import desk_page
from standby.rooms.look.days import page_language
from standby.rooms.places.queries.contacts import contacts_of_sites, scope_of
from standby.rooms.places.queries.homes import homes_of
from standby.rooms.places.queries.regions import regions_of
from standby.rooms.places.queries.sites import sites_of


@for_duty(Duty.COORDINATOR, Duty.AUDITOR)
def places(request: HttpRequest, desk: Desk) -> HttpResponse:
    operation_id, language = desk.operation.id, page_language()
    contacts = contacts_of_sites(operation_id=operation_id)
    sites = sites_of(operation_id=operation_id, scope=scope_of(staff=desk.staff, operation_id=operation_id))
    return desk_page(
        request,
        desk,
        "places/places.html",
        regions=regions_of(operation_id=operation_id),
        sites=[(site, site.details.name(language), contacts.get(site.id, ())) for site in sites],
        silent_sites=sum(site.id not in contacts for site in sites),
        homes=[(home, home.name(language)) for home in homes_of(operation_id=operation_id)],
        may_change=desk.staff.holds(Duty.COORDINATOR),
    )

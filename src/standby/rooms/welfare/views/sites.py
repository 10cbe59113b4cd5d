"""The site that a page of welfare is about, if whoever looks may see it."""

from django.http import Http404

from standby.rooms.accounts.doors import Desk
from standby.rooms.accounts.models import Duty
from standby.rooms.places.queries.contacts import scope_of
from standby.rooms.places.queries.sites import SiteView, site_by_ref

KEEPERS = (Duty.COORDINATOR, Duty.SITE_CONTACT)
CONFLICT = 409


def found_site(desk: Desk, ref: str) -> SiteView:
    """A site that is none of theirs is no site at all."""
    scope = scope_of(staff=desk.staff, operation_id=desk.operation.id)
    found = site_by_ref(operation_id=desk.operation.id, ref=ref, scope=scope)
    if found is None:
        raise Http404
    return found

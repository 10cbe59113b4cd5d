"""Who speaks for a site: they see it and its needs, and no other."""

from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Refused
from standby.rooms.accounts.models import Duty, User
from standby.rooms.accounts.queries import staff_in
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.actions.owning import refuse_foreign
from standby.rooms.places.models import Site, SiteContact


@transaction.atomic
def name_site_contact(*, operation: OperationView, site_id: int, user_id: int, by: Actor, now: datetime) -> None:
    """Only somebody who holds the duty of a site contact in this operation; naming them twice changes nothing."""
    refuse_foreign(Site, {site_id}, operation=operation)
    user = User.objects.filter(id=user_id).first()
    if user is None or not staff_in(user=user, operation=operation).holds(Duty.SITE_CONTACT):
        raise Refused(gettext("Give this person the duty of a site contact first."))
    _, is_new = SiteContact.objects.get_or_create(operation_id=operation.id, site_id=site_id, user_id=user_id)
    if is_new:
        _journal(operation, "site.contact", site_id=site_id, user=user.ref, by=by, now=now)


@transaction.atomic
def end_site_contact(*, operation: OperationView, site_id: int, user_id: int, by: Actor, now: datetime) -> None:
    """Takes effect on their next request."""
    rows = SiteContact.objects.filter(operation_id=operation.id, site_id=site_id, user_id=user_id)
    user = User.objects.filter(id=user_id).first()
    deleted, _ = rows.delete()
    if deleted and user is not None:
        _journal(operation, "site.contact_end", site_id=site_id, user=user.ref, by=by, now=now)


def _journal(operation: OperationView, action: str, *, site_id: int, user: str, by: Actor, now: datetime) -> None:
    ref = Site.objects.values_list("ref", flat=True).get(id=site_id)
    journal(operation=operation.ref, actor=by, action=action, now=now, subject=ref, detail={"user": user})

"""Who speaks for which site, and which sites a member of staff may therefore see."""

from dataclasses import dataclass

from django.db.models import QuerySet

from standby.rooms.accounts.models import Duty
from standby.rooms.accounts.queries import Staff
from standby.rooms.places.models import Site, SiteContact

# Whoever plans or audits sees every site; a site contact only the sites they speak for.
SEE_EVERY_SITE = (Duty.COORDINATOR, Duty.AUDITOR)
SEE_SITES = (*SEE_EVERY_SITE, Duty.SITE_CONTACT)


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteScope:
    """The sites that somebody may see: every one, or these."""

    site_ids: frozenset[int] = frozenset()
    is_every_site: bool = False

    def includes(self, site_id: int) -> bool:
        return self.is_every_site or site_id in self.site_ids

    def narrow(self, rows: QuerySet[Site]) -> QuerySet[Site]:
        return rows if self.is_every_site else rows.filter(id__in=self.site_ids)


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    user_id: int
    user_ref: str
    login: str


def scope_of(*, staff: Staff, operation_id: int) -> SiteScope:
    if staff.holds(*SEE_EVERY_SITE):
        return SiteScope(is_every_site=True)
    if not staff.holds(Duty.SITE_CONTACT):
        return SiteScope()
    rows = SiteContact.objects.filter(operation_id=operation_id, user_id=staff.id)
    return SiteScope(site_ids=frozenset(rows.values_list("site_id", flat=True)))


def contacts_of_sites(*, operation_id: int) -> dict[int, list[Contact]]:
    """By site id, in the order of their log-in names."""
    found: dict[int, list[Contact]] = {}
    rows = SiteContact.objects.filter(operation_id=operation_id).select_related("user").order_by("user__login")
    for row in rows:
        contact = Contact(user_id=row.user_id, user_ref=row.user.ref, login=row.user.login)
        found.setdefault(row.site_id, []).append(contact)
    return found

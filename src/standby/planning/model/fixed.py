"""Those who already travel or serve: what they use of every limit, and what they leave."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from standby.domain.days import Days
from standby.domain.offers import Travel
from standby.planning.operation import (
    Announcement,
    Need,
    NeedId,
    Operation,
    Person,
    PersonId,
    PlaceId,
    Region,
    Site,
    SiteId,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deployment:
    """One person at one need, on these site days; the absence is longer by the way there and back."""

    person: Person
    need: Need
    site: Site
    days: Days
    absence: Days


@dataclass(frozen=True, slots=True, kw_only=True)
class Fixed:
    """The fixed deployments, and what they use; seats may be negative where drivers bring some."""

    deployments: tuple[Deployment, ...]
    heads: Counter[NeedId]
    beds: Counter[tuple[SiteId, date]]
    arrivals: Counter[tuple[Region, date]]
    seats: Counter[tuple[PlaceId, Region, date]]

    def of_person(self) -> dict[PersonId, list[Deployment]]:
        owned: dict[PersonId, list[Deployment]] = {}
        for deployment in self.deployments:
            owned.setdefault(deployment.person.person_id, []).append(deployment)
        return owned


def fixed_of(operation: Operation) -> Fixed:
    """Counts as rule 7 says: all heads, but beds, arrivals and seats only from the day of planning on."""
    deployments = tuple(_deployments(operation))
    as_of = operation.as_of
    by_region = operation.transport is not None and operation.transport.by_region
    fixed = Fixed(deployments=deployments, heads=Counter(), beds=Counter(), arrivals=Counter(), seats=Counter())
    for deployment in deployments:
        site, offer = deployment.site, deployment.person.offer
        fixed.heads[deployment.need.need_id] += 1
        if offer.lodging == "need":
            fixed.beds.update((site.site_id, day) for day in deployment.days if day >= as_of)
        if deployment.days.first >= as_of:
            fixed.arrivals[site.region, deployment.days.first] += 1
        # Whoever sets out from nowhere known takes no seat that is counted anywhere.
        if deployment.absence.first >= as_of and offer.travel is Travel.SEAT and offer.home:
            region = site.region if by_region else Region("")
            used = 1 if offer.seats is None else -offer.seats
            fixed.seats[PlaceId(offer.home), region, deployment.absence.first] += used
    return fixed


def _deployments(operation: Operation) -> Iterator[Deployment]:
    people = {person.person_id: person for person in operation.people} if operation.announced else {}
    needs = {need.need_id: need for need in operation.needs}
    sites = {site.site_id: site for site in operation.sites}
    for row in sorted(operation.announced, key=_order):
        if row.is_fixed:
            person, need = people[row.person_id], needs[row.need_id]
            site = sites[need.site_id]
            way = operation.routes.get((PlaceId(person.offer.home), site.region), 0)
            yield Deployment(person=person, need=need, site=site, days=row.days, absence=row.days.widened(way))


def _order(row: Announcement) -> tuple[str, str, date, date]:
    return row.person_id, row.need_id, row.days.first, row.days.last

"""Who could take a free place: eligible, there on the days, rested, with a bed and a seat."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from itertools import islice

from standby.domain.days import Days
from standby.domain.eligibility import Profile, Requirement, meets
from standby.domain.offers import Lodging, Offer, Travel
from standby.domain.statuses import PersonStatus
from standby.rooms.callup.models import Call
from standby.rooms.callup.models.call import HOLDING_STATES
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.planning import Plannable, people_in_status
from standby.rooms.places.queries.limits import Limits, limits_of

_SHOWN = 20


def places_free(*, operation: OperationView, need: NeedView) -> int:
    to_call = operation.policy.people_to_call(role=need.role, needed=need.headcount)
    return max(0, to_call - Call.objects.filter(need_id=need.id, state__in=HOLDING_STATES).count())


def next_in_line(*, operation: OperationView, need: NeedView, now: datetime, limit: int = _SHOWN) -> list[Plannable]:
    """People who stand by and could take this need as it is, who waited longest first.

    Members of a party are left to the plan: they come together or not at all.
    """
    limits = limits_of(operation_id=operation.id)
    if not _has_room(operation, need, limits):
        return []
    found = _fitting(operation=operation, need=need, limits=limits, today=operation.today(now))
    return list(islice(found, limit))


def _fitting(*, operation: OperationView, need: NeedView, limits: Limits, today: date) -> Iterator[Plannable]:
    requirement = Requirement(
        role=need.role,
        level=need.level,
        requires=need.tags,
        must_be_verified=need.needs_verified,
        languages=tuple(tuple(condition.split("|")) for condition in need.languages),
    )
    last_away = _last_absences(operation)
    for person in people_in_status(operation_id=operation.id, status=PersonStatus.STAND_BY):
        offer = person.offer
        absence = need.days.widened(limits.routes.get((offer.home, need.region_code), 0))
        rested = last_away.get(person.id, date.min) + timedelta(days=operation.policy.rest_days)
        if person.party or absence.first < today or absence.first <= rested:
            continue
        if _is_free(offer, absence) and _can_travel(offer, limits) and meets(Profile.of(offer), requirement):
            yield person


def _is_free(offer: Offer, absence: Days) -> bool:
    if offer.rested_from is not None and absence.first < offer.rested_from:
        return False
    if offer.max_stay_days is not None and len(absence) > offer.max_stay_days:
        return False
    return any(window.contains(absence) for window in offer.windows)


def _can_travel(offer: Offer, limits: Limits) -> bool:
    """On their own, or with a car of their own: who is on which bus is the plan's business."""
    return not limits.seats or offer.travel is Travel.OWN or offer.seats is not None


def _last_absences(operation: OperationView) -> dict[int, date]:
    rows = Call.objects.filter(operation_id=operation.id, state__in=[*HOLDING_STATES, "relieved"])
    last: dict[int, date] = {}
    for person_id, absence in rows.values_list("person_id", "absence"):
        last[person_id] = max(last.get(person_id, date.min), absence.upper - timedelta(days=1))
    return last


def _has_room(operation: OperationView, need: NeedView, limits: Limits) -> bool:
    """Whether a bed is left on every day of the need and the reception takes one more on its first."""
    beds = {site.code: site.beds for site in limits.sites}
    calls = Call.objects.filter(operation_id=operation.id, state__in=HOLDING_STATES)
    at_site = calls.filter(need__request__site__code=need.site_code).values_list(
        "first_day", "last_day", "person__offer__lodging"
    )
    stays = [Days(first=first, last=last) for first, last, lodging in at_site if lodging != Lodging.OWN]
    for day in need.days:
        beds_there = limits.beds.get((need.site_code, day), beds.get(need.site_code))
        if beds_there is not None and sum(day in stay for stay in stays) >= beds_there:
            return False
    first = need.days.first
    takes = limits.reception.get((need.region_code, first), limits.arrivals.get(need.region_code))
    arriving = calls.filter(need__request__site__region__code=need.region_code, first_day=first).count()
    return takes is None or arriving < takes

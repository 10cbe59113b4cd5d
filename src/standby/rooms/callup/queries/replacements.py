"""Who could take a free place: eligible, there on the days, rested, with a bed and a seat."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import islice

from standby.domain.days import Days
from standby.domain.eligibility import Profile, Requirement, meets
from standby.domain.offers import Lodging, Offer, Travel
from standby.domain.statuses import PersonStatus
from standby.planning.turnout import Turnout, most_to_call
from standby.rooms.callup.models import Call, CallState
from standby.rooms.callup.models.call import HOLDING_STATES
from standby.rooms.callup.queries.foreseen import answering_of, to_call_now
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.planning import Plannable, people_in_status
from standby.rooms.places.queries.limits import Limits, limits_of

_SHOWN = 20
_UNANSWERED = {CallState.CALLED, CallState.INTERESTED}
_WITHOUT_LIMIT = 100_000


def places_free(*, operation: OperationView, need: NeedView, today: date) -> int:
    to_call = to_call_now(operation=operation, need=need, today=today)
    return max(0, to_call - Call.objects.filter(need_id=need.id, state__in=HOLDING_STATES).count())


def next_in_line(*, operation: OperationView, need: NeedView, now: datetime, limit: int = _SHOWN) -> list[Plannable]:
    """People who stand by and could take this need as it is, who waited longest first.

    Members of a party are left to the plan: they come together or not at all.
    """
    limits = limits_of(operation_id=operation.id)
    if not room_at(operation=operation, need=need, limits=limits):
        return []
    fit = Fit.now(operation=operation, limits=limits, today=operation.today(now))
    standing = people_in_status(operation_id=operation.id, status=PersonStatus.STAND_BY)
    return list(islice((person for person in standing if fit.is_for(person, need)), limit))


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """Who could take which need as they stand; read once for all of them."""

    limits: Limits
    today: date
    rest_days: int
    last_away: Mapping[int, date]

    @classmethod
    def now(cls, *, operation: OperationView, limits: Limits, today: date) -> "Fit":
        return cls(
            limits=limits,
            today=today,
            rest_days=operation.policy.rest_days,
            last_away=_last_absences(operation),
        )

    def is_for(self, person: Plannable, need: NeedView) -> bool:
        offer = person.offer
        absence = need.days.widened(self.limits.routes.get((offer.home, need.region_code), 0))
        rested = self.last_away.get(person.id, date.min) + timedelta(days=self.rest_days)
        if person.party or absence.first < self.today or absence.first <= rested:
            return False
        return (
            _is_free(offer, absence)
            and _can_travel(offer, self.limits)
            and meets(Profile.of(offer), _requirement(need))
        )


def _requirement(need: NeedView) -> Requirement:
    return Requirement(
        role=need.role,
        level=need.level,
        requires=need.tags,
        must_be_verified=need.needs_verified,
        languages=tuple(tuple(condition.split("|")) for condition in need.languages),
    )


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


def room_at(*, operation: OperationView, need: NeedView, limits: Limits) -> int:
    """How many more may be called, by the beds of every day of the need and the arrivals of its first.

    Who accepted, is on the way or there takes a whole place; of the others so many may be called that those who come
    find room (turnout/limits.py).
    """
    beds = {site.code: site.beds for site in limits.sites}
    calls = Call.objects.filter(operation_id=operation.id, state__in=HOLDING_STATES)
    at_site = calls.filter(need__request__site__code=need.site_code).exclude(person__offer__lodging=Lodging.OWN)
    stays = [
        (Days(first=first, last=last), state not in _UNANSWERED)
        for first, last, state in at_site.values_list("first_day", "last_day", "state")
    ]
    law = _law(operation, need)
    rooms = [
        _room(places, [is_certain for stay, is_certain in stays if day in stay], law)
        for day in need.days
        if (places := limits.beds.get((need.site_code, day), beds.get(need.site_code))) is not None
    ]
    first = need.days.first
    takes = limits.reception.get((need.region_code, first), limits.arrivals.get(need.region_code))
    if takes is not None:
        arriving = calls.filter(need__request__site__region__code=need.region_code, first_day=first)
        states = arriving.values_list("state", flat=True)
        rooms.append(_room(takes, [state not in _UNANSWERED for state in states], law))
    return max(0, min(rooms, default=_WITHOUT_LIMIT))


Law = tuple[Turnout, float] | None


def _law(operation: OperationView, need: NeedView) -> Law:
    """None where the plain factor decides: then everybody who is called takes a whole place."""
    if not operation.policy.shortfall_risk:
        return None
    return answering_of(operation=operation, need=need).at_once, operation.policy.shortfall_risk / 100


def _room(places: int, taken: Sequence[bool], law: Law) -> int:
    certain = sum(taken)
    left = max(0, places - certain)
    may_be_called = most_to_call(places=left, turnout=law[0], risk=law[1]) if law else left
    return may_be_called - (len(taken) - certain)

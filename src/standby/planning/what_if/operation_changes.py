"""What an operation could be given, or could lose: beds, arrivals, seats, roads, sites, needs, people."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from standby.domain.days import Days
from standby.domain.errors import Refused
from standby.domain.offers import Offer, PartyRule, Travel
from standby.domain.roles import Level, OfferedRole
from standby.planning.operation import (
    Need,
    NeedId,
    Operation,
    Person,
    PersonId,
    PlaceId,
    Region,
    Site,
    SiteId,
    Transport,
)

_NEWCOMER = "what-if."


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreBeds:
    """`more` beds at a site on each of these days, fewer where it is negative; no limit stays none."""

    site_id: SiteId
    days: Days
    more: int

    def __str__(self) -> str:
        return f"beds:{self.site_id}:{_said(self.days)}:{self.more:+d}"

    def applied(self, operation: Operation) -> Operation:
        everyday = _site(operation, self.site_id).beds
        limits = {day: operation.beds.get((self.site_id, day), everyday) for day in self.days}
        changed = {(self.site_id, day): max(0, beds + self.more) for day, beds in limits.items() if beds is not None}
        return replace(operation, beds={**operation.beds, **changed})


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreArrivals:
    """A reception takes `more` people on each of these days; no limit stays none."""

    region: Region
    days: Days
    more: int

    def __str__(self) -> str:
        return f"reception:{self.region}:{_said(self.days)}:{self.more:+d}"

    def applied(self, operation: Operation) -> Operation:
        _require_region(operation, self.region)
        limits = {(self.region, day): operation.arrivals.get((self.region, day)) for day in self.days}
        changed = {key: max(0, arrivals + self.more) for key, arrivals in limits.items() if arrivals is not None}
        return replace(operation, arrivals={**operation.arrivals, **changed})


@dataclass(frozen=True, slots=True, kw_only=True)
class MoreSeats:
    """`more` bus seats from a home on each of these days; `region` is empty where the balance is kept by home alone."""

    home: PlaceId
    region: Region
    days: Days
    more: int

    def __str__(self) -> str:
        return f"seats:{self.home}{';' if self.region else ''}{self.region}:{_said(self.days)}:{self.more:+d}"

    def applied(self, operation: Operation) -> Operation:
        if operation.transport is None:
            raise Refused("Seats are not counted in this operation: everybody finds a way to travel.")
        seats = dict(operation.transport.seats)
        region = self.region if operation.transport.by_region else Region("")
        for day in self.days:
            key = self.home, region, day
            seats[key] = max(0, seats.get(key, 0) + self.more)
        return replace(operation, transport=Transport(by_region=operation.transport.by_region, seats=seats))


@dataclass(frozen=True, slots=True, kw_only=True)
class MorePlaces:
    """A need asks for `more` people, or for fewer."""

    need_id: NeedId
    more: int

    def __str__(self) -> str:
        return f"need:{self.need_id}:{self.more:+d}"

    def applied(self, operation: Operation) -> Operation:
        _require_need(operation, self.need_id)
        return _with_headcount(operation, {self.need_id}, lambda need: max(0, need.headcount + self.more))


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedCancelled:
    """A need takes nobody new; whoever is on the way or at work there stays."""

    need_id: NeedId

    def __str__(self) -> str:
        return f"need:{self.need_id}:cancelled"

    def applied(self, operation: Operation) -> Operation:
        _require_need(operation, self.need_id)
        return _with_headcount(operation, {self.need_id}, lambda _: 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedAdded:
    need: Need

    def __str__(self) -> str:
        need, checked = self.need, ":v" if self.need.must_be_verified else ""
        asked = f"{need.role}:{int(need.level)}{checked}:{_said(need.days)}:{need.headcount}:{need.priority}"
        return f"new_need:{need.need_id}:{need.site_id}:{asked}"

    def applied(self, operation: Operation) -> Operation:
        _site(operation, self.need.site_id)
        if any(need.need_id == self.need.need_id for need in operation.needs):
            raise Refused(f"There is a need {self.need.need_id} already; give the new one another id.")
        last = len(operation.policy.weights)
        if self.need.priority > last:
            raise Refused(f"{self.need.priority} is no priority from 1, the highest, to {last}.")
        return replace(operation, needs=(*operation.needs, self.need))


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteCloses:
    """None of its needs takes anybody new."""

    site_id: SiteId

    def __str__(self) -> str:
        return f"site:{self.site_id}:closed"

    def applied(self, operation: Operation) -> Operation:
        site = _site(operation, self.site_id)
        needs = {need.need_id for need in operation.needs if need.site_id == site.site_id}
        return _with_headcount(operation, needs, lambda _: 0)


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleArrive:
    """`number` more people with one role, who speak what the needs for it ask for and hold the tags.

    From `home` they travel by seat; without one they come on their own.
    """

    number: int
    role: str
    level: Level
    is_verified: bool
    home: PlaceId
    days: Days

    def __str__(self) -> str:
        checked = ":v" if self.is_verified else ""
        return f"people:{self.number}:{self.role}:{int(self.level)}{checked}:{self.home or '-'}:{_said(self.days)}"

    def applied(self, operation: Operation) -> Operation:
        before = sum(person.person_id.startswith(_NEWCOMER) for person in operation.people)
        offer = self._offer(operation)
        newcomers = tuple(
            Person(person_id=PersonId(f"{_NEWCOMER}{before + position}"), offer=offer)
            for position in range(1, self.number + 1)
        )
        return replace(operation, people=(*operation.people, *newcomers))

    def _offer(self, operation: Operation) -> Offer:
        asked = [need for need in operation.needs if need.role == self.role]
        mark = ":v" if self.is_verified else ""
        return Offer(
            roles=(OfferedRole(code=self.role, level=self.level, is_verified=self.is_verified),),
            tags=tuple(sorted({f"{tag}{mark}" for need in asked for tag in need.requires})),
            languages=tuple(sorted({spoken for need in asked for either in need.languages for spoken in either})),
            windows=(self.days,),
            home=self.home,
            travel=Travel.SEAT if self.home else Travel.OWN,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class RoadTakes:
    """Whole days of travel each way between a home and a region, from now on."""

    home: PlaceId
    region: Region
    days: int

    def __str__(self) -> str:
        return f"route:{self.home}:{self.region}:{self.days}"

    def applied(self, operation: Operation) -> Operation:
        _require_region(operation, self.region)
        return replace(operation, routes={**operation.routes, (self.home, self.region): self.days})


@dataclass(frozen=True, slots=True, kw_only=True)
class LicencesChecked:
    """Every claim of a role, and of the tags beside it, was checked and found true."""

    role: str

    def __str__(self) -> str:
        return f"licences:{self.role}:checked"

    def applied(self, operation: Operation) -> Operation:
        people = tuple(
            replace(person, offer=self._checked(person.offer)) if self.is_claimed_by(person) else person
            for person in operation.people
        )
        return replace(operation, people=people)

    def is_claimed_by(self, person: Person) -> bool:
        return any(role.code == self.role and not role.is_verified for role in person.offer.roles)

    def _checked(self, offer: Offer) -> Offer:
        roles = tuple(replace(role, is_verified=True) if role.code == self.role else role for role in offer.roles)
        tags = tuple(f"{tag.removesuffix(':v')}:v" for tag in offer.tags)
        return replace(offer, roles=roles, tags=tags)


@dataclass(frozen=True, slots=True, kw_only=True)
class PartiesDivided:
    """Every party of which nobody is on the way or at work says that it may be divided."""

    def __str__(self) -> str:
        return "parties:may_split"

    def applied(self, operation: Operation) -> Operation:
        fixed = {row.person_id for row in operation.announced if row.is_fixed}
        bound = {person.offer.party for person in operation.people if person.person_id in fixed}
        people = tuple(
            replace(person, offer=replace(person.offer, party_rule=PartyRule.MAY_SPLIT))
            if person.offer.party and person.offer.party not in bound
            else person
            for person in operation.people
        )
        return replace(operation, people=people)


OperationChange = (
    MoreBeds
    | MoreArrivals
    | MoreSeats
    | MorePlaces
    | NeedCancelled
    | NeedAdded
    | SiteCloses
    | PeopleArrive
    | RoadTakes
    | LicencesChecked
    | PartiesDivided
)


def _said(days: Days) -> str:
    return f"{days.first}..{days.last}"


def _site(operation: Operation, site_id: SiteId) -> Site:
    found = next((site for site in operation.sites if site.site_id == site_id), None)
    if found is None:
        raise Refused(f"There is no site {site_id}.")
    return found


def _require_need(operation: Operation, need_id: NeedId) -> None:
    if all(need.need_id != need_id for need in operation.needs):
        raise Refused(f"There is no need {need_id}.")


def _require_region(operation: Operation, region: Region) -> None:
    if all(site.region != region for site in operation.sites):
        raise Refused(f"No site is in a region {region}.")


def _with_headcount(operation: Operation, ids: set[NeedId], headcount: Callable[[Need], int]) -> Operation:
    needs = tuple(replace(need, headcount=headcount(need)) if need.need_id in ids else need for need in operation.needs)
    return replace(operation, needs=needs)

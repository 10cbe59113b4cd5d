"""An operation as the planner sees it: who offers what, what is needed where, and what limits it (FORMATS.md)."""

from collections.abc import Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import NewType

from standby.domain.days import Days
from standby.domain.offers import Offer
from standby.domain.roles import Level, is_combat
from standby.domain.statuses import FIXED_STATUSES, PersonStatus

PersonId = NewType("PersonId", str)
NeedId = NewType("NeedId", str)
SiteId = NewType("SiteId", str)
Region = NewType("Region", str)
PlaceId = NewType("PlaceId", str)

Errand = tuple[Hashable, ...]

PLANNED_STATUSES = frozenset({PersonStatus.CALLED, PersonStatus.ACCEPTED}) | FIXED_STATUSES

NO_OFFER = Offer()
LEAST_PRIORITIES = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody who offers. A refused offer never comes this far."""

    person_id: PersonId
    offer: Offer = NO_OFFER
    registered_at: str = ""

    def __post_init__(self) -> None:
        if any(is_combat(role.code) for role in self.offer.roles):
            raise ValueError("An offer with a refused role never enters a plan.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """Degrees north and east."""

    lat: float
    lon: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Where people are needed; `beds` holds for every day, None is no limit."""

    site_id: SiteId
    region: Region
    beds: int | None = None
    point: Point | None = None

    def __post_init__(self) -> None:
        if self.beds is not None and self.beds < 0:
            raise ValueError("A site has no negative number of beds.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A number of people of one kind, at one site, for one run of days.

    `languages` is a set of conditions, all of which must hold; each is met by any one of its alternatives.
    """

    need_id: NeedId
    site_id: SiteId
    role: str
    level: Level
    days: Days
    headcount: int
    priority: int
    requires: tuple[str, ...] = ()
    must_be_verified: bool = False
    languages: tuple[tuple[str, ...], ...] = ()
    need_group: str = ""

    @property
    def errand(self) -> Errand:
        """What people are told of it: two rows of one request with the same errand are one call to whoever is called.

        Without a request to belong to, a row is an errand of its own.
        """
        asked = (self.role, self.level, self.must_be_verified, frozenset(self.requires))
        languages = tuple(sorted(tuple(sorted(set(either))) for either in self.languages))
        return (self.need_group or f" {self.need_id}", self.site_id, self.days, *asked, languages)

    def __post_init__(self) -> None:
        if self.headcount < 0:
            raise ValueError("A headcount is not negative.")
        if self.priority < 1:
            raise ValueError("A priority runs from 1, the highest.")
        if is_combat(self.role):
            raise ValueError("A refused role is never asked for.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Announcement:
    """What somebody was already told: soft until they set out, fixed from then on."""

    person_id: PersonId
    need_id: NeedId
    state: PersonStatus
    days: Days

    def __post_init__(self) -> None:
        if self.state not in PLANNED_STATUSES:
            raise ValueError(f"Nobody is planned while {self.state.value}.")

    @property
    def is_fixed(self) -> bool:
        return self.state in FIXED_STATUSES


@dataclass(frozen=True, slots=True, kw_only=True)
class Forecast:
    """A need that may come: planned for at its probability, called for never."""

    need: Need
    percent: int

    def __post_init__(self) -> None:
        if not 0 <= self.percent <= 100:
            raise ValueError("A probability lies between 0 and 1.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Transport:
    """Bus seats by home, region and day; without `by_region` the region of every key is empty.

    Where an operation has a Transport at all, a day that is not in it has no seat.
    """

    by_region: bool = False
    seats: Mapping[tuple[PlaceId, Region, date], int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """The coordinator's settings; `weights` are by priority, the highest first: as many as there are priorities."""

    as_of: date | None = None
    rest_days: int = 2
    weights: tuple[int, ...] = (100, 30, 10, 3, 1)
    notice_hours: int = 48
    seed: int = 0
    change_within_notice: bool = False

    def __post_init__(self) -> None:
        if len(self.weights) < LEAST_PRIORITIES or min(self.weights) < 0:
            raise ValueError("There are five weights or more, one a priority, and none is negative.")
        if self.rest_days < 0 or self.notice_hours < 0:
            raise ValueError("Rest and notice are not negative.")


USUAL_POLICY = Policy()


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """All that a plan is made from. Limits that are absent from `beds` and `arrivals` do not exist.

    `as_of` is the day of planning; by default the earliest day anybody is needed.
    """

    people: tuple[Person, ...] = ()
    sites: tuple[Site, ...] = ()
    needs: tuple[Need, ...] = ()
    beds: Mapping[tuple[SiteId, date], int] = field(default_factory=dict)
    arrivals: Mapping[tuple[Region, date], int] = field(default_factory=dict)
    transport: Transport | None = None
    routes: Mapping[tuple[PlaceId, Region], int] = field(default_factory=dict)
    places: Mapping[PlaceId, Point] = field(default_factory=dict)
    announced: tuple[Announcement, ...] = ()
    forecast: tuple[Forecast, ...] = ()
    policy: Policy = USUAL_POLICY
    input_sha256: str = ""
    as_of: date = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        # Asked for every need, so that it is not looked for among all the needs each time.
        earliest = min((need.days.first for need in self.needs), default=date.min)
        object.__setattr__(self, "as_of", self.policy.as_of or earliest)
        people = _distinct([person.person_id for person in self.people], what="person")
        sites = _distinct([site.site_id for site in self.sites], what="site")
        needs = _distinct([need.need_id for need in self.needs], what="need")
        _distinct([*needs, *(forecast.need.need_id for forecast in self.forecast)], what="need")
        if any(need.site_id not in sites for need in (*self.needs, *(row.need for row in self.forecast))):
            raise ValueError("Every need is at a site of the operation.")
        last = len(self.policy.weights)
        if any(need.priority > last for need in (*self.needs, *(row.need for row in self.forecast))):
            raise ValueError("Every priority has a weight.")
        if any(row.person_id not in people or row.need_id not in needs for row in self.announced):
            raise ValueError("Every announcement names a person and a need of the operation.")

    def weight_of(self, need: Need) -> int:
        return self.policy.weights[need.priority - 1]


def _distinct(ids: Sequence[str], *, what: str) -> set[str]:
    known: set[str] = set(ids)
    if len(known) < len(ids):
        raise ValueError(f"Every {what} has an id of its own.")
    return known

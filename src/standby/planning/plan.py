"""A plan and its proof: what the planner answers with."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from standby.domain.days import Days
from standby.domain.statuses import Reason
from standby.planning.operation import NeedId, PersonId, PlaceId, Region, SiteId


class CallReason(StrEnum):
    NEEDED = "needed"
    FIXED = "fixed"


class Binding(StrEnum):
    """What keeps a need from being filled."""

    FILLED = "filled"
    BEDS = "beds"
    RECEPTION = "reception"
    SEATS = "seats"
    NO_SUCH_SKILL = "no_such_skill"
    WINDOW = "window"
    PARTY = "party"
    SEARCH_LIMIT = "search_limit"


class StoppedBy(StrEnum):
    """Why the planner stopped improving: nothing helped any more, the gap was small enough, or a limit came first."""

    DONE = "done"
    GAP = "gap"
    WORK = "work"
    SECONDS = "seconds"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One person is called to one need, on these site days."""

    person_id: PersonId
    need_id: NeedId
    days: Days
    reason: CallReason


@dataclass(frozen=True, slots=True, kw_only=True)
class StandBy:
    """One person is not called, and why; `would_be_called_if` is empty where nothing true is known."""

    person_id: PersonId
    reason: Reason
    would_be_called_if: str = ""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class KeptFree:
    """One person is kept free, on the days of a need that is only forecast, in case it comes."""

    need_id: NeedId
    person_id: PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedFill:
    """How far one need is filled, what binds it if it is short, and the relief worth most where one is known."""

    need_id: NeedId
    headcount: int
    filled: int
    reason: Binding
    relief: str = ""

    @property
    def short(self) -> int:
        return max(0, self.headcount - self.filled)


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Excess:
    """A limit that those who are fixed already exceed; `day` is None for a headcount."""

    rule: str
    place: str
    day: date | None
    over: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Prices:
    """Whole thousandths of a weight; what is absent costs nothing. Seats have an empty region where none is counted."""

    scale: int
    need: dict[NeedId, int]
    bed: dict[tuple[SiteId, date], int]
    reception: dict[tuple[Region, date], int]
    seat: dict[tuple[PlaceId, Region, date], int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Certificate:
    """What proves the bound of a lower tier: how much one unit of it and of each tier above counts for, and prices in
    the same coin (docs/reference/tiers.md).
    """

    rates: tuple[int, ...]
    prices: Prices


@dataclass(frozen=True, slots=True, kw_only=True)
class Tier:
    """One part of the objective. Without a bound there is no proof, and it says so.

    The bound holds for every plan that is at least as good in all the tiers above. Of the first tier and the last there
    should be as much as possible, of the others as little.
    """

    name: str
    value: int
    bound: int | None = None
    is_most: bool = False
    certificate: Certificate | None = None

    @property
    def is_certified(self) -> bool:
        return self.bound is not None

    @property
    def gap(self) -> float | None:
        """The share by which the plan may miss the best, of the larger of the two numbers.

        >>> Tier(name="travel", value=200, bound=150).gap
        0.25
        """
        if self.bound is None:
            return None
        more, less = (self.bound, self.value) if self.is_most else (self.value, self.bound)
        return gap_of(value=less, bound=more)


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """That no plan is worth more than `bound`: anybody can compute it again from the files and the prices."""

    version: str
    seed: int
    input_sha256: str
    value: int
    bound: int
    first_come: int
    tiers: tuple[Tier, ...]
    prices: Prices
    stopped_by: StoppedBy

    @property
    def gap(self) -> float:
        """The share of the bound that the plan may lack, to six decimals.

        >>> gap_of(value=98, bound=100)
        0.02
        """
        return gap_of(value=self.value, bound=self.bound)


def gap_of(*, value: int, bound: int) -> float:
    return round((bound - value) / bound, 6) if bound else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """An answer for everybody: each person is called or stands by. All lists are in the order of their ids.

    `kept_free` is None where nothing was forecast.
    """

    calls: tuple[Call, ...]
    stand_by: tuple[StandBy, ...]
    needs: tuple[NeedFill, ...]
    conflicts: tuple[Excess, ...]
    proof: Proof
    kept_free: tuple[KeptFree, ...] | None = None

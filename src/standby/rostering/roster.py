"""A roster and its proof: what the engine answers with."""

from dataclasses import dataclass
from enum import StrEnum

from standby.rostering.problem import PersonId, ShiftId


class Binding(StrEnum):
    """What keeps a shift from being filled."""

    FILLED = "filled"
    NO_SUCH_SKILL = "no_such_skill"
    NOBODY_THERE = "nobody_there"
    REST = "rest"


class StoppedBy(StrEnum):
    DONE = "done"
    GAP = "gap"
    SECONDS = "seconds"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Assignment:
    """One person does one shift."""

    person_id: PersonId
    shift_id: ShiftId


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftFill:
    shift_id: ShiftId
    headcount: int
    filled: int
    reason: Binding

    @property
    def short(self) -> int:
        return self.headcount - self.filled


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What the roster asks of one person."""

    person_id: PersonId
    duties: int
    minutes: int
    nights: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Proof:
    """That no roster covers more than `bound`: anybody can compute it again from the files and the prices.

    `hours` and `nights` are the lower tiers, without a proof: the sum over people of the square of their minutes (what
    they worked before in the period included), and of their nights. `by_hand` is the value of the plain rule.
    """

    version: str
    seed: int
    input_sha256: str
    value: int
    bound: int
    by_hand: int
    hours: int
    nights: int
    scale: int
    prices: dict[ShiftId, int]
    stopped_by: StoppedBy

    @property
    def gap(self) -> float:
        return round((self.bound - self.value) / self.bound, 6) if self.bound else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Roster:
    """All lists are in the order of their ids; everybody stands in `shares`, also with no duty."""

    assignments: tuple[Assignment, ...]
    shifts: tuple[ShiftFill, ...]
    shares: tuple[Share, ...]
    proof: Proof

"""When the planner stops, and how it says how far it is."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum


class Stage(StrEnum):
    """What the planner is at; the kernels are compiled on the first run of an installation, and that takes longest."""

    COMPARING = "first come, first served"
    PRICING = "prices and bound"
    CALLING = "calling people"
    IMPROVING = "improving"
    SETTLING = "skills, ways and promises"
    ANSWERING = "reasons for everybody"


OnProgress = Callable[[Stage, float], None]
"""Told the stage and how much of the whole is done, from 0 to 1."""


def say_nothing(_stage: Stage, _share: float) -> None:
    """For callers that do not want to know."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """`rounds` is the limit by work, and gives the same plan everywhere. `gap` stops earlier, once the proof is
    good enough.

    `seconds` stops earlier too, by `clock`, which has to be given with it: the engine has no clock of its own.
    """

    rounds: int = 40
    gap: float = 0.0
    seconds: float | None = None
    clock: Callable[[], float] | None = None

    def __post_init__(self) -> None:
        if (self.seconds is None) != (self.clock is None):
            raise ValueError("A limit in seconds needs a clock, and a clock is for nothing else.")
        if self.rounds < 0 or not 0 <= self.gap <= 1:
            raise ValueError("Rounds are not negative, and a gap is a share from 0 to 1.")

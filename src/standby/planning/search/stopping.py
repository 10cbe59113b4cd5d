"""Decides when to stop improving."""

from dataclasses import dataclass, field

from standby.planning.first_come import value_called
from standby.planning.kernels.state import State
from standby.planning.limits import Limits
from standby.planning.model.instance import Instance
from standby.planning.plan import StoppedBy, gap_of


@dataclass(slots=True, kw_only=True)
class Stopping:
    """Counts rounds, and looks at the gap and, where one was given, at the clock."""

    instance: Instance
    limits: Limits
    fixed_value: int
    bound: int
    rounds: int = 0
    began: float = field(init=False)

    def __post_init__(self) -> None:
        self.began = self.limits.clock() if self.limits.clock else 0.0

    def may_go_on(self, state: State) -> bool:
        """Whether one more round is allowed; counts it."""
        if self.reason(state) is not StoppedBy.DONE:
            return False
        self.rounds += 1
        return True

    def reason(self, state: State) -> StoppedBy:
        """What stops the search now; DONE when only the lack of moves does."""
        value = self.fixed_value + value_called(self.instance, state)
        if gap_of(value=value, bound=self.bound) <= self.limits.gap:
            return StoppedBy.GAP
        if self.limits.clock and self.limits.clock() - self.began >= (self.limits.seconds or 0.0):
            return StoppedBy.SECONDS
        return StoppedBy.WORK if self.rounds >= self.limits.rounds else StoppedBy.DONE

"""What an operation believes of its people: two chances for every channel and distance, learned from its past."""

from collections.abc import Mapping
from dataclasses import dataclass

from standby.planning.turnout import ASSUMED, Answering, Learned, learn
from standby.rooms.callup.turnout.history import History, history_of
from standby.rooms.operations.queries import OperationView


@dataclass(frozen=True, slots=True, kw_only=True)
class Belief:
    """`yes`: who of those called says yes in time; `comes`: who of those comes."""

    yes: Learned
    comes: Learned

    def of_mix(self, cells: Mapping[str, int]) -> Answering:
        """Of so many people of each cell together."""
        return Answering(yes=self.yes.of_mix(cells), comes=self.comes.of_mix(cells))


def belief_of(*, operation: OperationView) -> Belief:
    return belief_from(history_of(operation=operation))


def belief_from(history: History) -> Belief:
    return Belief(
        yes=learn(history.all_answers, assumed=ASSUMED.yes),
        comes=learn(history.all_arrivals, assumed=ASSUMED.comes),
    )

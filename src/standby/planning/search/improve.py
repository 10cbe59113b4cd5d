"""Improves a plan by moves until none helps, or the work allowed is done."""

from dataclasses import dataclass

import numpy as np

from standby.planning.kernels.improve import fill_short_needs
from standby.planning.kernels.insert import bring_in_parties
from standby.planning.kernels.replace import Trail, new_trail
from standby.planning.kernels.seats import loosen_seats
from standby.planning.kernels.state import State
from standby.planning.model.instance import Instance, Ints
from standby.planning.search.construct import Turns, held_back
from standby.planning.search.stopping import Stopping

_MOST_LOOKS = 3_000
_SPARE_SEATS = 1
# A round that gained no more than this share of the bound is the last: of two million, the next gains one or none.
_LITTLE = 1e-6


@dataclass(slots=True, kw_only=True)
class Improver:
    """Keeps what the moves need from round to round."""

    instance: Instance
    turns: Turns
    trail: Trail
    tried: Ints
    # What was left of every limit when parties were last brought in, and seats last loosened.
    left_for_parties: Ints
    left_for_seats: Ints
    search: int = 0

    @classmethod
    def of(cls, instance: Instance) -> "Improver":
        return cls(
            instance=instance,
            turns=Turns.of(instance),
            trail=new_trail(len(instance.needs)),
            tried=np.full(len(instance.left), -1, np.int64),
            left_for_parties=np.full(len(instance.left), -1, np.int64),
            left_for_seats=np.full(len(instance.left), -1, np.int64),
        )

    def improve(self, state: State, *, target: Ints, stopping: Stopping) -> int:
        """Rounds of moves while they help, no need taking more than its target; what was gained.

        The first round looks everywhere, the others where something has changed since.
        """
        self._forget()
        gain = 0
        while stopping.may_go_on(state):
            with held_back(self.instance, state, target):
                step = self._round(state)
            gain += step
            if step <= _LITTLE * stopping.bound:
                break
        return gain

    def _forget(self) -> None:
        self.left_for_parties = np.full(len(self.instance.left), -1, np.int64)
        self.left_for_seats = self.left_for_parties.copy()

    def _round(self, state: State) -> int:
        worth, instance = self.instance.needs["weight"].copy(), self.instance
        idle = self.turns.parties[state.away["first_call"][self._first_members(self.turns.parties)] < 0]
        gain = bring_in_parties(instance, state, idle, worth, state.left != self.left_for_parties)
        self.left_for_parties = state.left.copy()
        order = np.argsort(-worth, kind="stable")
        order = order[state.left[order] > 0]
        loosen_seats(instance, state, _SPARE_SEATS, state.left != self.left_for_seats)
        self.left_for_seats = state.left.copy()
        step, self.search = fill_short_needs(
            instance, state, self.trail, self.tried, order, worth, self.search, _MOST_LOOKS
        )
        return gain + step

    def _first_members(self, units: Ints) -> Ints:
        return np.asarray(self.instance.lists[self.instance.units["low"][units]])

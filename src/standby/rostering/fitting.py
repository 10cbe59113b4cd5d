"""Whether one person may do these shifts: the rules of the domain, and the hours of the period."""

from collections.abc import Iterable

from standby.domain.rest import breaches
from standby.rostering.model import Model


class Fitting:
    """Asked a hundred thousand times a roster, so it keeps plain lists: numpy is slow one number at a time."""

    def __init__(self, model: Model) -> None:
        self._problem = model.problem
        self._may, self._room = model.may.tolist(), model.room.tolist()
        self._slot = model.slot.tolist()
        self._start, self._end = model.start[model.slot].tolist(), model.end[model.slot].tolist()

    def may_take(self, person: int, shift: int, *, beside: Iterable[int]) -> bool:
        """Whether this shift fits beside the others that this person does, all of which fit together already."""
        if not self._may[person][shift]:
            return False
        rest = self._problem.policy.rules.rest
        start, end = self._start[shift] - rest, self._end[shift] + rest
        others = list(beside)
        if any(self._start[other] < end and start < self._end[other] for other in others):
            return False
        return self.fits(person, [*others, shift])

    def fits(self, person: int, shifts: Iterable[int]) -> bool:
        chosen = sorted(shifts, key=self._end.__getitem__)
        done, room = 0, self._room[person]
        for shift in chosen:
            done += self._end[shift] - self._start[shift]
            if done > room[self._slot[shift]]:
                return False
        duties = [self._problem.shifts[shift].duty for shift in chosen]
        return not breaches(duties, worked=self._problem.histories[person], rules=self._problem.policy.rules)

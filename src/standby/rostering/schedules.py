"""The best duties of each person at given worths: exact, under every rule of rest, for many people at once.

A dynamic programme over the slots in the order of their ends. What matters of the past is where the run of days began
and how many minutes were done; both are counted exactly. People are an axis of every array, so that numpy does for
all of them what is done for one.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import numpy as np

from standby.rostering.model import Flags, Ints, Model

IMPOSSIBLE = -(10**15)
_HALF_IMPOSSIBLE = IMPOSSIBLE // 2
_CHUNK_CELLS = 4_000_000
_USUAL_RUNS = 20


@dataclass(frozen=True, slots=True, kw_only=True)
class Best:
    """For each person asked about: what the best duties are worth, and their slots in order of time."""

    worth: Ints
    slots: tuple[tuple[int, ...], ...]


def best_schedules(model: Model, worth: Ints, people: Ints) -> Best:
    """`worth[k, t]`: what slot t is worth to the person `people[k]`; IMPOSSIBLE where they may not take it."""
    tables = [_Table(model=model, worth=worth[part], people=people[part]) for part in _parts(model, len(people))]
    return Best(
        worth=np.concatenate([table.best for table in tables]) if tables else np.zeros(0, np.int64),
        slots=tuple(schedule for table in tables for schedule in table.schedules()),
    )


def _parts(model: Model, people: int) -> Iterator[slice]:
    """People in as many turns as the memory asks for."""
    grains = model.problem.policy.rules.hours // model.grain + 1
    size = max(1, _CHUNK_CELLS // max(1, model.slots * _USUAL_RUNS * grains))
    for first in range(0, people, size):
        yield slice(first, min(people, first + size))


@dataclass(slots=True, kw_only=True)
class _Table:
    """`done[t][p, r, m]`: the best worth of duties that end with slot t, in a run begun at `starts[t][r]`, in m grains.

    Only the slots that anybody here may take are looked at; `starts[t]` are such slots too. The last place of every
    axis r is the run that somebody brought along.
    """

    model: Model
    worth: Ints
    people: Ints
    looked_at: Ints = field(init=False)
    start: Ints = field(init=False)
    end: Ints = field(init=False)
    starts: list[list[int]] = field(default_factory=list)
    done: list[Ints] = field(default_factory=list)
    # The best by the time the first t slots were over, whatever the run: [p, m].
    ended: list[Ints] = field(default_factory=list)
    # The best that ends with each slot: [p].
    peaks: list[Ints] = field(default_factory=list)
    best: Ints = field(init=False)

    def __post_init__(self) -> None:
        model = self.model
        self.looked_at = np.flatnonzero((self.worth > _HALF_IMPOSSIBLE).any(axis=0))
        self.worth = self.worth[:, self.looked_at]
        self.start, self.end = model.start[self.looked_at], model.end[self.looked_at]
        grains = model.problem.policy.rules.hours // model.grain + 1
        self.ended.append(np.full((len(self.people), grains), IMPOSSIBLE, np.int64))
        for slot in range(len(self.looked_at)):
            self._add(slot)
            latest = self.done[-1].max(axis=1)
            self.peaks.append(latest.max(axis=1))
            self.ended.append(np.maximum(self.ended[-1], latest))
        self.best = np.maximum(0, self.ended[-1].max(axis=1))

    def _add(self, slot: int) -> None:
        rules, before = self.model.problem.policy.rules, self._before(slot)
        kept = {run for one in before for run in self.starts[one] if self.end[slot] - self.start[run] <= rules.run}
        starts = [*sorted(kept), slot]
        done = np.full((len(self.people), len(starts) + 1, self.ended[0].shape[1]), IMPOSSIBLE, np.int64)
        for one in before:
            self._go_on(done, starts, one, end=int(self.end[slot]))
        fresh = done[:, len(starts) - 1]
        np.maximum(fresh, self.ended[self._over(slot)], out=fresh)
        self._begin(done, fresh, slot)
        self.starts.append(starts)
        self.done.append(self._worked(done, slot))

    def _go_on(self, done: Ints, starts: list[int], before: int, *, end: int) -> None:
        """The run goes on with this duty, if it may last until `end`."""
        place = {run: index for index, run in enumerate(starts)}
        pairs = [(place[run], at) for at, run in enumerate(self.starts[before]) if run in place]
        if pairs:
            into, out = [one for one, _ in pairs], [one for _, one in pairs]
            done[:, into] = np.maximum(done[:, into], self.done[before][:, out])
        may = self._brought_may(end)
        done[may, -1] = np.maximum(done[may, -1], self.done[before][may, -1])

    def _begin(self, done: Ints, fresh: Ints, slot: int) -> None:
        """The first duty of this roster: after a day off, or in the run that was brought along."""
        rules, free = self.model.problem.policy.rules, self.model.free_from[self.people]
        is_off = free + rules.day_off <= self.start[slot]
        fresh[is_off, 0] = np.maximum(fresh[is_off, 0], 0)
        goes_on = ~is_off & (free + rules.rest <= self.start[slot]) & self._brought_may(int(self.end[slot]))
        done[goes_on, -1, 0] = np.maximum(done[goes_on, -1, 0], 0)

    def _worked(self, done: Ints, slot: int) -> Ints:
        """The duty itself: its minutes, its worth, and nobody beyond their hours."""
        grain, grains = self.model.grain, self._grains(slot)
        moved = np.full_like(done, IMPOSSIBLE)
        moved[:, :, grains:] = done[:, :, : done.shape[2] - grains]
        moved += self.worth[:, slot][:, None, None]
        most = self.model.room[self.people, self.looked_at[slot]] // grain
        too_much = np.arange(done.shape[2])[None, :] > most[:, None]
        moved[np.broadcast_to(too_much[:, None, :], moved.shape) | (moved < _HALF_IMPOSSIBLE)] = IMPOSSIBLE
        return moved

    def _grains(self, slot: int) -> int:
        return int(self.end[slot] - self.start[slot]) // self.model.grain

    def _before(self, slot: int) -> list[int]:
        """The slots after which this one follows with a rest but without a day off."""
        rules, gap = self.model.problem.policy.rules, self.start[slot] - self.end[:slot]
        return [int(one) for one in np.flatnonzero((gap >= rules.rest) & (gap < rules.day_off))]

    def _over(self, slot: int) -> int:
        """How many slots were over a day off before this one."""
        off = self.start[slot] - self.model.problem.policy.rules.day_off
        return int(np.searchsorted(self.end, off, side="right"))

    def _brought_may(self, end: int) -> Flags:
        """Whose run of days, brought along, may last until `end`."""
        return np.asarray(end - self.model.run_from[self.people] <= self.model.problem.policy.rules.run, bool)

    def schedules(self) -> list[tuple[int, ...]]:
        return [tuple(int(self.looked_at[slot]) for slot in self._trace(row)) for row in range(len(self.people))]

    def _trace(self, row: int) -> tuple[int, ...]:
        """Back from the best end to the first duty: at each step the earliest state that explains the worth."""
        if self.best[row] <= 0:
            return ()
        at: tuple[int, int, int] | None = self._last(row)
        slots = []
        while at is not None:
            slots.append(at[0])
            at = self._step(row, *at)
        return tuple(reversed(slots))

    def _last(self, row: int) -> tuple[int, int, int]:
        slot = next(slot for slot, peak in enumerate(self.peaks) if peak[row] == self.best[row])
        run, grains = np.unravel_index(int(np.argmax(self.done[slot][row])), self.done[slot][row].shape)
        return slot, int(run), int(grains)

    def _step(self, row: int, slot: int, run: int, grains: int) -> tuple[int, int, int] | None:
        """The duty before, or None where this one was the first."""
        wanted = int(self.done[slot][row, run, grains]) - int(self.worth[row, slot])
        grains -= self._grains(slot)
        if grains == 0 and wanted == 0:
            return None
        if run == len(self.starts[slot]) - 1:
            return self._before_day_off(row, slot, grains, wanted)
        for other, place in self._ways(slot, run):
            if self.done[other][row, place, grains] == wanted:
                return other, place, grains
        raise AssertionError("Every duty but the first follows another.")

    def _before_day_off(self, row: int, slot: int, grains: int, wanted: int) -> tuple[int, int, int]:
        """The run of days before this one, whichever it was: the earliest that was as good by then."""
        for other in range(self._over(slot)):
            if self.ended[other + 1][row, grains] == wanted:
                return other, int(np.argmax(self.done[other][row, :, grains])), grains
        raise AssertionError("A run that is not the first follows another.")

    def _ways(self, slot: int, run: int) -> Iterator[tuple[int, int]]:
        """Which slots, and where in them this run stands, may have come before this slot in the same run."""
        starts = self.starts[slot]
        for other in self._before(slot):
            known = self.starts[other]
            if run == len(starts):
                yield other, len(known)
            elif starts[run] in known:
                yield other, known.index(starts[run])

"""Learning how many come from what came before: by cell (a channel and a distance), each lent strength by the others.

Few answers say little, so every cell is drawn towards the operation's mean, and that towards what was assumed
(empirical Bayes, by the method of moments). People of one batch share their weather: they count for less than as many
apart.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from standby.planning.turnout.spread import Turnout

# The assumption weighs as much as so many people apart, and as so many batches for how much they hang together.
_ASSUMED_PEOPLE = 20
_ASSUMED_BATCHES = 10
# A cell is drawn to the mean as by so many people apart; learned between these from how much the cells differ.
_DRAWN_LEAST, _DRAWN_USUAL, _DRAWN_MOST = 10.0, 40.0, 400.0
# Nobody is sure to come, and no chance is nothing: a plan that believed either would break.
_LEAST, _MOST, _MOST_TOGETHER = 0.05, 0.98, 0.5


@dataclass(frozen=True, slots=True, kw_only=True)
class Batch:
    """People of one cell who were asked at once for one thing, and how many of them did it."""

    cell: str
    asked: int
    did: int

    def __post_init__(self) -> None:
        if not 0 <= self.did <= self.asked:
            raise ValueError("Nobody does it who was not asked.")


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """`mean` for whoever is in a cell without history; `people` is how many the history holds."""

    mean: Turnout
    cells: Mapping[str, Turnout]
    people: int

    def of(self, cell: str) -> Turnout:
        return self.cells.get(cell, self.mean)

    def of_mix(self, cells: Mapping[str, int]) -> Turnout:
        """For people of several cells together: their mean chance."""
        people = sum(cells.values())
        if not people:
            return self.mean
        chance = sum(self.of(cell).chance * number for cell, number in cells.items()) / people
        return Turnout(chance=chance, together=self.mean.together)


def learn(batches: Iterable[Batch], *, assumed: Turnout) -> Learned:
    known = [batch for batch in batches if batch.asked]
    together = _together(known, assumed=assumed)
    weighed = [_Weighed.of(batch, together=together) for batch in known]
    mean = _mean(weighed, assumed=assumed)
    cells = _by_cell(weighed)
    drawn = _drawn(cells, mean=mean)
    return Learned(
        mean=_turnout(mean, together),
        cells={cell: _turnout((drawn * mean + one.did) / (drawn + one.asked), together) for cell, one in cells.items()},
        people=sum(batch.asked for batch in known),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Weighed:
    """A batch as so many people who share no weather (the design effect, Kish 1965)."""

    cell: str
    asked: float
    did: float

    @classmethod
    def of(cls, batch: Batch, *, together: float) -> "_Weighed":
        apart = 1 + (batch.asked - 1) * together
        return cls(cell=batch.cell, asked=batch.asked / apart, did=batch.did / apart)

    @property
    def share(self) -> float:
        return self.did / self.asked


def _together(batches: Sequence[Batch], *, assumed: Turnout) -> float:
    """The correlation within a batch: how much more the batches differ than people by themselves would make them.

    Pearson's moment estimator over the batches of two and more, each cell about its own mean.
    """
    by_cell: dict[str, list[Batch]] = defaultdict(list)
    for batch in batches:
        by_cell[batch.cell].append(batch)
    excess, pairs, number = 0.0, 0.0, 0
    for found in by_cell.values():
        asked, did = sum(one.asked for one in found), sum(one.did for one in found)
        if len(found) < 2 or not 0 < did < asked:
            continue
        chance, spread = did / asked, did / asked * (1 - did / asked)
        # One chance is taken from the batches themselves, which then lie closer to it than to the true one.
        closer = len(found) / (len(found) - 1)
        excess += sum(closer * (one.did - one.asked * chance) ** 2 / spread - one.asked for one in found)
        pairs += sum(one.asked * (one.asked - 1) for one in found)
        number += sum(one.asked > 1 for one in found)
    seen = min(_MOST_TOGETHER, max(0.0, excess / pairs)) if pairs else 0.0
    weight = number if pairs else 0
    return (_ASSUMED_BATCHES * assumed.together + weight * seen) / (_ASSUMED_BATCHES + weight)


def _mean(batches: Sequence[_Weighed], *, assumed: Turnout) -> float:
    did = _ASSUMED_PEOPLE * assumed.chance + sum(batch.did for batch in batches)
    return did / (_ASSUMED_PEOPLE + sum(batch.asked for batch in batches))


def _by_cell(batches: Sequence[_Weighed]) -> dict[str, _Weighed]:
    asked: dict[str, float] = defaultdict(float)
    did: dict[str, float] = defaultdict(float)
    for batch in batches:
        asked[batch.cell] += batch.asked
        did[batch.cell] += batch.did
    return {cell: _Weighed(cell=cell, asked=asked[cell], did=did[cell]) for cell in sorted(asked)}


def _drawn(cells: Mapping[str, _Weighed], *, mean: float) -> float:
    """As by how many people a cell is drawn to the mean: the less, the more the cells truly differ."""
    whole = sum(one.asked for one in cells.values())
    if len(cells) < 2 or not whole:
        return _DRAWN_USUAL
    noise = (len(cells) - 1) * mean * (1 - mean)
    seen = sum(one.asked * (one.share - mean) ** 2 for one in cells.values())
    size = whole - sum(one.asked**2 for one in cells.values()) / whole
    apart = (seen - noise) / size if size else 0.0
    if apart <= 0:
        return _DRAWN_MOST
    return min(_DRAWN_MOST, max(_DRAWN_LEAST, mean * (1 - mean) / apart))


def _turnout(chance: float, together: float) -> Turnout:
    """Rounded as coarsely as it is known, so that a plan does not change with every single answer."""
    return Turnout(chance=round(min(_MOST, max(_LEAST, chance)), 2), together=round(together, 3))

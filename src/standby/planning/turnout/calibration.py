"""Was it true? What was foretold of each batch from what was known before it, against what happened."""

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from standby.planning.turnout.learning import Batch, learn
from standby.planning.turnout.spread import Turnout


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """Of the people under one heading: the mean chance foretold, and the share that did it."""

    key: str
    people: int
    foretold: float
    happened: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Calibration:
    """`brier` is the mean squared distance of chance and fact, `constant` that of the best single number for everybody,
    known only afterwards; `assumed` that of never learning."""

    by_chance: Sequence[Row]
    by_cell: Sequence[Row]
    people: int
    brier: float
    constant: float
    assumed: float

    @property
    def error(self) -> float:
        """The mean distance of foretold and happened over the rows by chance, each person weighing the same."""
        off = sum(row.people * abs(row.foretold - row.happened) for row in self.by_chance)
        return off / self.people if self.people else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Foretold:
    batch: Batch
    chance: float


def calibrate(rounds: Sequence[Sequence[Batch]], *, assumed: Turnout) -> Calibration | None:
    """`rounds` in the order of time: each is foretold from the rounds before it alone. None without a single batch."""
    known: list[Batch] = []
    told: list[_Foretold] = []
    for batches in rounds:
        learned = learn(known, assumed=assumed)
        told += [_Foretold(batch=batch, chance=learned.of(batch.cell).chance) for batch in batches if batch.asked]
        known += batches
    if not told:
        return None
    people = sum(one.batch.asked for one in told)
    overall = sum(one.batch.did for one in told) / people
    return Calibration(
        by_chance=_rows(told, lambda one: f"{int(one.chance * 10 + 1e-9) / 10:.1f}"),
        by_cell=_rows(told, lambda one: one.batch.cell),
        people=people,
        brier=sum(_squares(one.batch, one.chance) for one in told) / people,
        constant=sum(_squares(one.batch, overall) for one in told) / people,
        assumed=sum(_squares(one.batch, assumed.chance) for one in told) / people,
    )


def _squares(batch: Batch, chance: float) -> float:
    return batch.did * (1 - chance) ** 2 + (batch.asked - batch.did) * chance**2


def _rows(told: Sequence[_Foretold], key: Callable[[_Foretold], str]) -> list[Row]:
    groups: dict[str, list[_Foretold]] = defaultdict(list)
    for one in told:
        groups[key(one)].append(one)
    return [_row(name, groups[name]) for name in sorted(groups)]


def _row(key: str, told: Sequence[_Foretold]) -> Row:
    people = sum(one.batch.asked for one in told)
    return Row(
        key=key,
        people=people,
        foretold=sum(one.batch.asked * one.chance for one in told) / people,
        happened=sum(one.batch.did for one in told) / people,
    )

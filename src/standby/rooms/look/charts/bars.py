"""One bar a row against a thin line: what happened beside what was foretold, who is expected beside who is needed."""

from collections.abc import Sequence
from dataclasses import dataclass

from standby.rooms.look.charts.fill import DrawnBar, Part, set_lines, unbroken
from standby.rooms.look.charts.scale import Scale

_NAME_WIDTH = 30
_FIGURES_WIDTH = 36
_LINE = 21
_BAR = 16
_ROW_GAP = 22
_LINE_OVER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """`value` is drawn as a bar, `goal` as the line; `figures` says both in words, and `cells` stand in the table."""

    name: str
    value: float
    goal: float
    figures: str
    cells: Sequence[str]

    def __post_init__(self) -> None:
        if min(self.value, self.goal) < 0:
            raise ValueError("A bar starts at zero.")


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """`title` is the message; `columns` heads the table, the first for the names."""

    key: str
    title: str
    columns: Sequence[str]
    rows: Sequence[Bar]

    @property
    def bars(self) -> tuple[DrawnBar, ...]:
        across = Scale(highest=max((max(row.value, row.goal) for row in self.rows), default=0), length=100)
        drawn: list[DrawnBar] = []
        top = 0
        for row in self.rows:
            bar = _drawn(row, across=across, top=top)
            drawn.append(bar)
            top = bar.bottom + _ROW_GAP
        return tuple(drawn)

    @property
    def height(self) -> int:
        return self.bars[-1].bottom if self.rows else 0

    @property
    def bar_height(self) -> int:
        return _BAR


def _drawn(row: Bar, *, across: Scale, top: int) -> DrawnBar:
    name = set_lines(row.name, top=top, width=_NAME_WIDTH)
    bar_y = top + _LINE * len(name) + _LINE_OVER + 2
    return DrawnBar(
        name=name,
        parts=(Part(kind="filled", x=0, width=across(row.value)),),
        goal_x=across(row.goal),
        bar_y=bar_y,
        figures=set_lines(unbroken(row.figures), top=bar_y + _BAR + _LINE_OVER, width=_FIGURES_WIDTH),
    )

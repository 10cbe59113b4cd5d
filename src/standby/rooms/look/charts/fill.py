"""How full each need, site or role is: filled, expected and missing against the goal."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from standby.rooms.look.charts.scale import Scale, lines_of
from standby.rooms.look.numbers import say_number

# Letters in a line on a phone of 360 pixels; names are set bolder than figures.
_NAME_WIDTH = 30
_FIGURES_WIDTH = 36
_LINE = 21
_DESCENT = 5
_NO_BREAK = "\u00a0"
_BAR = 16
_ROW_GAP = 22
_GOAL_OVER = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Fill:
    """One bar. `filled` people are sure (accepted or there), `expected` are called and have not answered yet.

    Over-calling may make filled and expected more than the goal; then nobody is missing.
    """

    name: str
    filled: int
    expected: int
    goal: int

    def __post_init__(self) -> None:
        if min(self.filled, self.expected, self.goal) < 0:
            raise ValueError("People are counted from zero.")

    @property
    def missing(self) -> int:
        return max(0, self.goal - self.filled - self.expected)

    @property
    def reach(self) -> int:
        """How far the bar goes: to the goal, or beyond it where more were called."""
        return max(self.goal, self.filled + self.expected)


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A piece of a bar; `x` and `width` in per cent of the paper."""

    kind: str
    x: float
    width: float


@dataclass(frozen=True, slots=True, kw_only=True)
class DrawnBar:
    """A bar with its words, as the template sets them down; heights in pixels."""

    name: tuple[tuple[int, str], ...]
    parts: tuple[Part, ...]
    goal_x: float
    bar_y: int
    figures: tuple[tuple[int, str], ...]

    @property
    def bottom(self) -> int:
        return self.figures[-1][0] + _DESCENT

    @property
    def goal_top(self) -> int:
        return self.bar_y - _GOAL_OVER

    @property
    def goal_bottom(self) -> int:
        return self.bar_y + _BAR + _GOAL_OVER


@dataclass(frozen=True, slots=True, kw_only=True)
class FillChart:
    """`title` is the message ("Doctors are missing in two places"), not the name of the axis.

    `what` heads the first column of the table ("Need", "Site", "Role").
    """

    key: str
    title: str
    what: str
    fills: Sequence[Fill]

    @property
    def bars(self) -> tuple[DrawnBar, ...]:
        across = Scale(highest=max((fill.reach for fill in self.fills), default=0), length=100)
        drawn: list[DrawnBar] = []
        top = 0
        for fill in self.fills:
            bar = _drawn(fill, across=across, top=top)
            drawn.append(bar)
            top = bar.bottom + _ROW_GAP
        return tuple(drawn)

    @property
    def height(self) -> int:
        return self.bars[-1].bottom if self.fills else 0

    @property
    def bar_height(self) -> int:
        return _BAR


def _drawn(fill: Fill, *, across: Scale, top: int) -> DrawnBar:
    name = set_lines(fill.name, top=top, width=_NAME_WIDTH)
    bar_y = top + _LINE * len(name) + _GOAL_OVER + 2
    return DrawnBar(
        name=name,
        parts=_parts(fill, across=across),
        goal_x=across(fill.goal),
        bar_y=bar_y,
        figures=set_lines(_figures(fill), top=bar_y + _BAR + _GOAL_OVER, width=_FIGURES_WIDTH),
    )


def set_lines(text: str, *, top: int, width: int) -> tuple[tuple[int, str], ...]:
    """Each line of the text with its height."""
    lines = lines_of(text, width=width)
    return tuple((top + _LINE * (number + 1) - _DESCENT, line) for number, line in enumerate(lines))


def _parts(fill: Fill, *, across: Scale) -> tuple[Part, ...]:
    parts: list[Part] = []
    start = 0
    for kind, people in (("filled", fill.filled), ("expected", fill.expected), ("missing", fill.missing)):
        if people:
            parts.append(Part(kind=kind, x=across(start), width=across(people)))
        start += people
    return tuple(parts)


def _figures(fill: Fill) -> str:
    """The figures in words; a line may end after a dot, never between a word and its number."""
    figures = _("filled %(filled)s · expected %(expected)s · missing %(missing)s · goal %(goal)s") % {
        "filled": say_number(fill.filled),
        "expected": say_number(fill.expected),
        "missing": say_number(fill.missing),
        "goal": say_number(fill.goal),
    }
    return unbroken(figures)


def unbroken(figures: str) -> str:
    """Words and their numbers kept together: a line ends after a dot only."""
    return f"{_NO_BREAK}· ".join(part.replace(" ", _NO_BREAK) for part in figures.split(" · "))

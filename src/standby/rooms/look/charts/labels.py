"""Words beside a line's end, kept from standing on each other."""

from collections.abc import Sequence
from dataclasses import dataclass

from standby.rooms.look.charts.scale import lines_of

LINE = 18
_GAP = 8
# What stands beside a drawing on a phone: a good third of 330 pixels.
_WIDTH = 13


@dataclass(frozen=True, slots=True, kw_only=True)
class Label:
    """What to say at which height; `kind` is the class the stylesheet knows."""

    text: str
    at: float
    kind: str = ""

    @property
    def lines(self) -> tuple[str, ...]:
        return lines_of(self.text, width=_WIDTH)

    @property
    def height(self) -> int:
        return LINE * len(self.lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class TextLine:
    text: str
    y: float
    kind: str


def set_down(labels: Sequence[Label], *, top: float) -> tuple[TextLine, ...]:
    """Each label centred on its height where it can be, and below the one before it where it cannot.

    `labels` come from the highest on the paper to the lowest; none starts above `top`.
    """
    lines: list[TextLine] = []
    free_from = top
    for label in labels:
        start = max(free_from, label.at - label.height / 2)
        lines += [
            TextLine(text=text, y=round(start + LINE * (number + 0.75), 1), kind=label.kind)
            for number, text in enumerate(label.lines)
        ]
        free_from = start + label.height + _GAP
    return tuple(lines)

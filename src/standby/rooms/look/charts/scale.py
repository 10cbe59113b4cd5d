"""From numbers to places on the paper."""

from dataclasses import dataclass
from textwrap import wrap


@dataclass(frozen=True, slots=True, kw_only=True)
class Scale:
    """Maps 0 … highest to 0 … length. It always starts at zero, so that a bar twice as long means twice as many."""

    highest: float
    length: float

    def __post_init__(self) -> None:
        if self.highest < 0 or self.length <= 0:
            raise ValueError("A scale has a length, and nothing on it is below zero.")

    def __call__(self, value: float) -> float:
        """Where the value lies, rounded to what an eye or a printer can tell apart.

        >>> Scale(highest=80, length=100)(20)
        25.0
        """
        return round(value / self.highest * self.length, 2) if self.highest else 0.0


def lines_of(text: str, *, width: int) -> tuple[str, ...]:
    """A label cut into lines between words, since SVG does not wrap: an Armenian name must fit a phone."""
    return tuple(wrap(text, width=width, break_long_words=False)) or ("",)

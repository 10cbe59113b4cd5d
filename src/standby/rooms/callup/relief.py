"""What would let more people in, as the planner writes it (FORMATS.md, `relief`)."""

import re
from dataclasses import dataclass
from datetime import date

_RELIEF = re.compile(r"(beds|reception|seats):([^:]+):([\d-]{10})\.\.([\d-]{10}):\+(\d+)=\+(\d+)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Relief:
    """`more` beds, arrivals or seats at `place` on these days are worth `worth` points of the plan's value."""

    kind: str
    place: str
    first: date
    last: date
    more: int
    worth: int

    def people(self, weight: int) -> int:
        """How many people it lets in, each worth `weight`."""
        return self.worth // weight if weight else self.more


def read_relief(text: str) -> Relief | None:
    """
    >>> read_relief("beds:S1:2020-10-12..2020-10-16:+2=+60").more
    2
    """
    found = _RELIEF.fullmatch(text)
    if found is None:
        return None
    kind, place, first, last, more, worth = found.groups()
    return Relief(
        kind=kind,
        place=place,
        first=date.fromisoformat(first),
        last=date.fromisoformat(last),
        more=int(more),
        worth=int(worth),
    )

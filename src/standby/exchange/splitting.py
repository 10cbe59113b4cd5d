"""Cells that hold several values at once."""

import re
from functools import lru_cache

# Not inside brackets: "teacher (maths, physics)" is one occupation.
_BETWEEN = re.compile(r"[;|,/\n]+(?![^()]*\))")


@lru_cache(maxsize=65_536)
def parts_of(cell: str) -> tuple[str, ...]:
    """The values of a cell in which people list several.

    >>> parts_of("врач; водитель / повар"), parts_of("teacher (maths, physics)")
    (('врач', 'водитель', 'повар'), ('teacher (maths, physics)',))
    """
    return tuple(part.strip() for part in _BETWEEN.split(cell) if part.strip())

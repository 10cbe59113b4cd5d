"""The level that somebody's words hint at: junior, senior, or years of practice."""

import re
from collections.abc import Sequence

from standby.domain.catalogue.context import level_words
from standby.domain.catalogue.folding import Word
from standby.domain.roles import Level

# "10 years", "10y", "5 лет", "7 տարի", "12 il"; folded as the rest of the text is.
_YEARS = re.compile(r"(\d{1,2})\s*(?:y|yr|yrs|years?|лет|года|год|г|տարի|տարվա|տ|il|illik|ildir)\b")
_YEARS_ALONE = 2


def hinted_level(words: Sequence[Word]) -> Level | None:
    """A word for beginners wins over one for leaders, and any word over years: nobody is put above themselves."""
    found = {level for level, list_ in level_words().items() if list_.places(words)}
    if Level.SUPERVISED in found:
        return Level.SUPERVISED
    if found:
        return max(found)
    return Level.INDEPENDENT if _years(words) >= _YEARS_ALONE else None


def _years(words: Sequence[Word]) -> int:
    said = " ".join(word.text for word in words)
    return max((int(found[1]) for found in _YEARS.finditer(said)), default=0)

"""What a name looks like, without knowing any name: how many words, how they end."""

import re

from standby.exchange.fields import Field

_WORD = r"[^\W\d_]+(?:[-'’][^\W\d_]+)?\.?"
_ONE = re.compile(_WORD)
_TWO_TO_FOUR = re.compile(rf"{_WORD}(?: {_WORD}){{1,3}}")
_PATRONYMIC = re.compile(
    r".+(?:ович|евич|ьич|овна|евна|ична|инична|ovich|evich|ovna|evna|oğlu|oglu|qızı|qizi|оглы|кызы|ს ძე|ს ასული)",
    re.IGNORECASE,
)
_SURNAME = re.compile(
    r".+(?:յան|յանց|ян|янц|yan|ian|jan|yants|ов|ова|ев|ева|ин|ина|ский|ская|ko|ко|ov|ova|ev|eva|yev|yeva|"
    r"zadə|zade|заде|lı|li|lu|შვილი|ძე|швили|дзе|shvili|dze|ია|უა|ანი)",
    re.IGNORECASE,
)
_SEVERAL = 0.6
_MOST = 0.7
# Below this share of different values a column of single words holds something else: a town, a profession.
_DIFFERENT = 0.15


def name_field(cells: list[str]) -> tuple[Field, float] | None:
    """Whether a column without a telling header holds names, which part of them, and the share that looks so."""
    if not cells or len(set(cells)) < _DIFFERENT * len(cells) or not _begin_large(cells):
        return None
    for field, pattern, least in (
        (Field.PATRONYMIC, _PATRONYMIC, _MOST),
        (Field.FULL_NAME, _TWO_TO_FOUR, _MOST),
        (Field.SURNAME, _SURNAME, _SEVERAL),
        (Field.GIVEN, _ONE, _MOST),
    ):
        share = sum(1 for cell in cells if pattern.fullmatch(cell)) / len(cells)
        if share >= least and (field is not Field.FULL_NAME or _has_surnames(cells)):
            return field, share
    return None


def ends_as_surname(word: str) -> bool:
    """Whether a word ends as surnames or patronymics of the region do."""
    return bool(_SURNAME.fullmatch(word) or _PATRONYMIC.fullmatch(word))


def _has_surnames(cells: list[str]) -> bool:
    """Several words are a name if one of them ends as surnames do; else they may be a profession or a town."""
    found = sum(1 for cell in cells if any(_SURNAME.fullmatch(word) for word in cell.split(" ")))
    return found >= _SEVERAL * len(cells)


def _begin_large(cells: list[str]) -> bool:
    """Most begin with a capital, as far as their script has capitals (the Georgian has not)."""
    large = sum(1 for cell in cells if cell[0].isupper() or cell[0].lower() == cell[0].upper() or cell[0] >= "ა")
    return large >= _MOST * len(cells)

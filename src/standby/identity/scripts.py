"""Which script a word of a name is written in, letter by letter, so that a stray look-alike does not hide a person."""

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache


class Script(StrEnum):
    ARMENIAN = "hy"
    CYRILLIC = "ru"
    GEORGIAN = "ka"
    LATIN = "la"
    OTHER = "other"


_RANGES = (
    (0x0041, 0x024F, Script.LATIN),
    (0x0259, 0x0259, Script.LATIN),  # ə, the schwa of Azerbaijani
    (0x0400, 0x052F, Script.CYRILLIC),
    (0x0531, 0x058A, Script.ARMENIAN),
    (0x10A0, 0x10FF, Script.GEORGIAN),
    (0x1C90, 0x1CBF, Script.GEORGIAN),
    (0x1E00, 0x1EFF, Script.LATIN),
    (0xFB13, 0xFB17, Script.ARMENIAN),
)

# Most words are of one script alone: the first letter says which, and one look whether the others are of it.
_OF_LETTER = {
    letter: script for first, last, script in _RANGES for letter in map(chr, range(first, last + 1)) if letter.isalpha()
}
_ONLY = {
    script: re.compile(f"[{''.join(letter for letter, of in _OF_LETTER.items() if of is script)}]+")
    for script in {script for _, _, script in _RANGES}
}

# Letters that look the same on screen; people type a whole word on one keyboard and one letter on another.
_LATIN_TO_CYRILLIC = str.maketrans("aceopxykmthb", "асеорхукмтнв")
_CYRILLIC_TO_LATIN = str.maketrans("асеорхуі", "aceopxyi")


@lru_cache(maxsize=4096)
def letter_script(letter: str) -> Script:
    if not letter.isalpha():
        return Script.OTHER
    point = ord(letter)
    return next((script for first, last, script in _RANGES if first <= point <= last), Script.OTHER)


def only_script_of(word: str) -> Script | None:
    """The script of all of its signs; None where they are of several, or not all letters.

    >>> only_script_of("հակոբ"), only_script_of("o'neill")
    (<Script.ARMENIAN: 'hy'>, None)
    """
    script = _OF_LETTER.get(word[:1])
    return script if script and _ONLY[script].fullmatch(word) else None


@lru_cache(maxsize=100_000)
def script_of(word: str) -> Script:
    """The script of most of its letters; at a tie the one that stands first.

    >>> script_of("Հակոբ"), script_of("O'Neill"), script_of("42")
    (<Script.ARMENIAN: 'hy'>, <Script.LATIN: 'la'>, <Script.OTHER: 'other'>)
    """
    if only := only_script_of(word):
        return only
    found = [script for letter in word if (script := letter_script(letter)) is not Script.OTHER]
    if not found:
        return Script.OTHER
    first = found[0]
    return first if found.count(first) * 2 >= len(found) else max(found, key=found.count)


def tidied(text: str) -> str:
    """Lower case, composed letters, without marks that are there for the eye or the writing direction only."""
    if text.isprintable() and is_tidy(text):
        return text.lower()
    composed = unicodedata.normalize("NFKC", text.replace("\u0130", "i"))
    return unicodedata.normalize("NFC", "".join(filter(_is_visible, composed)).lower())


def is_tidy(text: str) -> bool:
    """Whether letters are composed already, and lower case makes of each of them one letter."""
    return "\u0130" not in text and (text.isascii() or unicodedata.is_normalized("NFKC", text))


@lru_cache(maxsize=4096)
def _is_visible(letter: str) -> bool:
    return letter.isspace() or unicodedata.category(letter) not in ("Cf", "Cc")


def in_one_script(word: str) -> str:
    """The word with look-alike letters moved into the script of the rest of it."""
    match script_of(word):
        case Script.CYRILLIC:
            return word.translate(_LATIN_TO_CYRILLIC)
        case Script.LATIN:
            return word.translate(_CYRILLIC_TO_LATIN)
        case _:
            return word

"""How a word of a name sounds, whatever script it was written in."""

import re
from functools import lru_cache

from standby.identity.letters import armenian, cyrillic, georgian, latin
from standby.identity.scripts import Script, in_one_script, letter_script, script_of, tidied

# A name has a few words and a word a few letters; what is longer is not a name, and must not cost time.
LONGEST_WORD = 40
MOST_WORDS = 12

_BETWEEN_WORDS = re.compile(r"[\s,;./|_\u2010-\u2015\-\u058a+&()\[\]«»\"“”]+")
_FAMILY_ENDING = re.compile("(?<=..)(?:ij|ji|i|e|j|ʝ|ɨ|ja|ijʝ)an$")
_DOUBLED = re.compile(r"(.)\1+")


def words(text: str) -> tuple[str, ...]:
    """The words of a name in lower case; those without a single letter (numbers, emoji) are left out.

    >>> words("Тер-Петросян, Л. 🙂")
    ('тер', 'петросян', 'л')
    """
    found = (word[:LONGEST_WORD] for word in _BETWEEN_WORDS.split(tidied(text[: LONGEST_WORD * MOST_WORDS])))
    return tuple(word for word in found if any(letter.isalpha() for letter in word))[:MOST_WORDS]


@lru_cache(maxsize=200_000)
def sounds(word: str) -> str:
    """One sign a sound (see `standby.identity.letters`); a script that is not read here keeps its letters."""
    word = in_one_script(tidied(word))
    match script_of(word):
        case Script.ARMENIAN:
            read = armenian.sounds(_only(word, Script.ARMENIAN))
        case Script.CYRILLIC:
            read = cyrillic.sounds(_only(word, Script.CYRILLIC))
        case Script.GEORGIAN:
            read = georgian.sounds(_only(word, Script.GEORGIAN))
        case Script.LATIN:
            read = latin.sounds(_only(word, Script.LATIN))
        case Script.OTHER:
            read = "".join(letter for letter in word if letter.isalpha())
    return _DOUBLED.sub(r"\1", _FAMILY_ENDING.sub("jan", read))


def _only(word: str, script: Script) -> str:
    """Without apostrophes, digits and letters of other scripts that look like nothing in this one."""
    return "".join(letter for letter in word if letter_script(letter) is script)


_PLAIN = str.maketrans(
    {
        "P": "p", "T": "t", "K": "k", "ƶ": "ʦ", "ɟ": "ʤ", "ə": "", "ɨ": "i", "ʝ": "ʤ", "c": "k", "χ": "ks", "w": "v",
        "q": "k", "æ": "e",
    }
)  # fmt: skip
_SOFT_START = re.compile("^j(?=e)")
_LONG_END = re.compile("ij$")


@lru_cache(maxsize=100_000)
def skeleton(sound: str) -> str:
    """The sounds without what only one script tells apart: one key for Թոմ, Том and Tom, and another for Ատոմ.

    >>> skeleton(sounds("թոմ")), skeleton(sounds("tom")), skeleton(sounds("ատոմ"))
    ('tom', 'tom', 'atom')
    """
    plain = _LONG_END.sub("i", _SOFT_START.sub("", sound.translate(_PLAIN)))
    return _DOUBLED.sub(r"\1", plain)

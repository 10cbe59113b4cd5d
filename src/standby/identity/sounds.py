"""How a word of a name sounds, whatever script it was written in."""

import re
from functools import lru_cache
from itertools import groupby

from standby.identity.letters import armenian, cyrillic, georgian, latin
from standby.identity.scripts import Script, in_one_script, is_tidy, letter_script, only_script_of, tidied

# A name has a few words and a word a few letters; what is longer is not a name, and must not cost time.
LONGEST_WORD = 40
MOST_WORDS = 12

_BETWEEN_WORDS = re.compile(r"[\s,;./|_\u2010-\u2015\-\u058a+&()\[\]«»\"“”]+")
_FAMILY_ENDING = re.compile("(?<=..)(?:ij|ji|i|e|j|ʝ|ɨ|ja|ijʝ)an$")
_DOUBLED = re.compile(r"(.)(?=\1)")

# The longest family ending with the two sounds that must stand before it.
_ENDING_ROOM = 7


def words(text: str) -> tuple[str, ...]:
    """The words of a name in lower case; those without a single letter (numbers, emoji) are left out.

    >>> words("Тер-Петросян, Л. 🙂")
    ('тер', 'петросян', 'л')
    """
    if len(text) <= LONGEST_WORD and text.replace(" ", "").isalpha() and is_tidy(text):
        return tuple(text.lower().split()[:MOST_WORDS])
    found = (word[:LONGEST_WORD] for word in _BETWEEN_WORDS.split(tidied(text[: LONGEST_WORD * MOST_WORDS])))
    return tuple(word for word in found if word.isalpha() or any(letter.isalpha() for letter in word))[:MOST_WORDS]


@lru_cache(maxsize=200_000)
def sounds(word: str) -> str:
    """One sign a sound (see `standby.identity.letters`); a script that is not read here keeps its letters.

    Look-alikes are read as the rest of the word is; other letters that strayed in are read in their own script.
    Apostrophes and digits are silent.
    """
    tidy_word = tidied(word)
    if script := only_script_of(tidy_word):
        return sounds_in(tidy_word, script)
    tidy_word = in_one_script(tidy_word)
    letters = tidy_word if tidy_word.isalpha() else "".join(letter for letter in tidy_word if letter.isalpha())
    runs = {letter_script(letter) for letter in letters}
    if len(runs) == 1:
        read = _read(letters, runs.pop())
    else:
        read = "".join(_read("".join(run), script) for script, run in groupby(letters, key=letter_script))
    return _without_doubles(read)


def sounds_in(tidy_word: str, script: Script) -> str:
    """The same of a word that is of one script alone."""
    return _without_doubles(_read(tidy_word, script))


def _without_doubles(read: str) -> str:
    """And with the ending of family names in one spelling."""
    if read.endswith("an"):
        read = read[:-_ENDING_ROOM] + _FAMILY_ENDING.sub("jan", read[-_ENDING_ROOM:])
    return _DOUBLED.sub("", read)


def _read(letters: str, script: Script) -> str:
    match script:
        case Script.ARMENIAN:
            return armenian.sounds(letters)
        case Script.CYRILLIC:
            return cyrillic.sounds(letters)
        case Script.GEORGIAN:
            return georgian.sounds(letters)
        case Script.LATIN:
            return latin.sounds(letters)
        case Script.OTHER:
            return letters


_PLAIN = str.maketrans(
    {
        "P": "p", "T": "t", "K": "k", "ƶ": "ʦ", "ɟ": "ʤ", "ə": "", "ɨ": "i", "ʝ": "ʤ", "c": "k", "χ": "ks", "w": "v",
        "q": "k", "æ": "e",
    }
)  # fmt: skip


def skeleton(sound: str) -> str:
    """The sounds without what only one script tells apart: one key for Թոմ, Том and Tom, and another for Ատոմ.

    >>> skeleton(sounds("թոմ")), skeleton(sounds("tom")), skeleton(sounds("ատոմ"))
    ('tom', 'tom', 'atom')
    """
    plain = sound.translate(_PLAIN)
    if plain.startswith("je"):
        plain = plain[1:]
    if plain.endswith("ij"):
        plain = plain[:-1]
    return _DOUBLED.sub("", plain)

"""Armenian and Russian words typed in Latin letters ("vrach", "bjishk"): one sound for all the ways to type them."""

from functools import cache, lru_cache

from standby.domain.catalogue.shelf import rows_of

# Longest first: what people type, and the one sound kept for it.
_TYPED = (
    ("shch", "š"),
    *(("sch", "š"), ("tch", "č"), ("dzh", "ž")),
    *(("zh", "ž"), ("kh", "x"), ("gh", "g"), ("ch", "č"), ("sh", "š"), ("ts", "c"), ("tz", "c"), ("dz", "c")),
    *(("ph", "f"), ("ck", "k"), ("ya", "a"), ("yu", "u"), ("yo", "o"), ("ye", "e"), ("ja", "a"), ("ju", "u")),
    *(("jo", "o"), ("ia", "a"), ("iu", "u"), ("ou", "u")),
    *(("h", "x"), ("j", "ž"), ("q", "k"), ("w", "v"), ("y", "i")),
)


@lru_cache(maxsize=65_536)
def romanised(word: str) -> str:
    """How a folded word sounds in Latin letters, a doubled letter said once.

    >>> romanised("врач") == romanised("vrach"), romanised("բժիշկ") == romanised("bjishk")
    (True, True)
    """
    latin = "".join(_sounds().get(letter, letter) for letter in word.replace("ու", "у"))
    for typed, sound in _TYPED:
        latin = latin.replace(typed, sound)
    return "".join(letter for at, letter in enumerate(latin) if at == 0 or letter != latin[at - 1])


@cache
def _sounds() -> dict[str, str]:
    return {letter: row["sound"] for row in rows_of("letters.csv") for letter in row["letters"].split()}


def is_latin(word: str) -> bool:
    return word.isascii() and word.isalpha()

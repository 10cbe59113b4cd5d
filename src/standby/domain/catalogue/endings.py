"""What is left of a word without its ending, so that a plural or a case is still the same occupation."""

from functools import lru_cache

_CYRILLIC = (
    "иями ями ами ого его ому ему ыми ими иях ах ях ам ям ом ем ов ев еи ои ая яя ую юю ые ие ыи ии ое ее ым им ых их "
    "ия ию а я о е у ю ы и ь"
)
_ARMENIAN = "ուհիներ ներով ներին ներից ների ները ներ ուհի երին երի երը եր ով ից ին ում եմ ու ի ը ն"
_GEORGIAN = "ებისთვის ებთან ების ებს ებმა ები ისთვის ის მა ად ით ს ი"
# English plurals and Azerbaijani plurals, cases and "I am a ...", as they look once folded.
_LATIN = "larin lerin lara lere lari leri lar ler yam yem nin am em im um in si su s i u"
_ALPHABETS = {"cyrillic": ("а", "я"), "armenian": ("ա", "և"), "georgian": ("ა", "ჰ")}
_SHORTEST_STEM = 4


def _longest_first(endings: str) -> tuple[str, ...]:
    return tuple(sorted(endings.split(), key=len, reverse=True))


_ENDINGS = {
    "cyrillic": _longest_first(_CYRILLIC),
    "armenian": _longest_first(_ARMENIAN),
    "georgian": _longest_first(_GEORGIAN),
    "latin": _longest_first(_LATIN),
}


@lru_cache(maxsize=65_536)
def stem(word: str) -> str:
    """Without its known endings, never shorter than four letters.

    >>> stem("водителем"), stem("վարորդներ"), stem("nurses"), stem("muellimlerim")
    ('водител', 'վարորդ', 'nurse', 'muell')
    """
    alphabet = _alphabet(word)
    shorter = _without_ending(word, _ENDINGS[alphabet])
    # Azerbaijani endings come in rows: plural, whose, case.
    while alphabet == "latin" and shorter != word:
        word, shorter = shorter, _without_ending(shorter, _ENDINGS[alphabet])
    return shorter


def _without_ending(word: str, endings: tuple[str, ...]) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            return word[: -len(ending)]
    return word


def _alphabet(word: str) -> str:
    first = word[:1]
    return next((name for name, (start, end) in _ALPHABETS.items() if start <= first <= end), "latin")

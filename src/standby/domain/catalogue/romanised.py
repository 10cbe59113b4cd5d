"""Armenian and Russian words typed in Latin letters ("vrach", "bujqujr"): one sound for every common way to type them."""

_CYRILLIC = dict(
    zip(
        "абвгдежзийклмнопрстуфхцчшщъыьэюя",
        "a b v g d e zh z i i k l m n o p r s t u f kh ts ch sh sh _ i _ e u a".split(),
        strict=True,
    )
)
_ARMENIAN = dict(
    zip(
        "աբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆ",
        "a b g d e z e e t zh i l kh ts k h dz gh ch m i n sh o ch p j r s v t r ts v p k o f".split(),
        strict=True,
    )
)
_LETTERS = {letter: sound.replace("_", "") for letter, sound in (_CYRILLIC | _ARMENIAN).items()}
# Longest first: what people type, and the one sound kept for it.
_TYPED = (
    ("shch", "š"), ("sch", "š"), ("tch", "č"), ("dzh", "ž"), ("zh", "ž"), ("kh", "x"), ("gh", "g"), ("ch", "č"),
    ("sh", "š"), ("ts", "c"), ("tz", "c"), ("dz", "c"), ("ph", "f"), ("ck", "k"), ("ya", "a"), ("yu", "u"), ("yo", "o"),
    ("ye", "e"), ("ja", "a"), ("ju", "u"), ("jo", "o"), ("ia", "a"), ("iu", "u"), ("ou", "u"), ("h", "x"), ("j", "ž"),
    ("q", "k"), ("w", "v"), ("y", "i"),
)  # fmt: skip


def romanised(word: str) -> str:
    """How a folded word sounds in Latin letters.

    >>> romanised("врач") == romanised("vrach"), romanised("բժիշկ") == romanised("bjishk")
    (True, True)
    """
    latin = "".join(_LETTERS.get(letter, letter) for letter in word.replace("ու", "u"))
    for typed, sound in _TYPED:
        latin = latin.replace(typed, sound)
    return "".join(letter for at, letter in enumerate(latin) if at == 0 or letter != latin[at - 1])


def is_latin(word: str) -> bool:
    return word.isascii() and word.isalpha()

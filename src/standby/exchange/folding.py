"""One form for words that people write in many ways, so that headers, answers and occupations can be compared."""

import re
import unicodedata
from functools import lru_cache

_NOT_A_WORD = re.compile(r"[\W_]+")
_SPACES = re.compile(r"\s+")
# Lower-casing İ leaves a dot behind, ё is mostly written е, և is written in two letters as often as in one.
_SAME = str.maketrans({"ё": "е", "ı": "i", "և": "եւ", "ə": "e", "Ә": "e", "ә": "e"})


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """Lower case, without accents and punctuation, one space between words; letters of any script stay.

    >>> fold("  Фамилия,  ИМЯ: "), fold("E-Mail"), fold("Әlaqə nömrəsi")
    ('фамилия имя', 'e mail', 'elaqe nomresi')
    """
    composed = unicodedata.normalize("NFC", text)
    decomposed = unicodedata.normalize("NFKD", composed.replace("й", "\0").replace("Й", "\0"))
    plain = "".join(letter for letter in decomposed if not unicodedata.combining(letter)).replace("\0", "й")
    return _NOT_A_WORD.sub(" ", plain.lower().translate(_SAME)).strip()


def tidy(text: str) -> str:
    """The same text without control characters and doubled spaces, composed as every system expects it (NFC).

    >>> tidy(" Անի\\u00a0 \\u200bՍարգսյան\\x00 ")
    'Անի Սարգսյան'
    """
    if text.isprintable() and "  " not in text and unicodedata.is_normalized("NFC", text):
        return text.strip(" ")  # nearly every cell of a list of thousands
    composed = unicodedata.normalize("NFC", text)
    visible = "".join(" " if letter.isspace() else letter for letter in composed if _may_stay(letter))
    return _SPACES.sub(" ", visible).strip(" ")


def _may_stay(letter: str) -> bool:
    # Cc: control characters; Cf: joiners, direction marks, a BOM in the middle; Cs, Co, Cn: no characters at all.
    return letter.isspace() or unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Co", "Cn"}

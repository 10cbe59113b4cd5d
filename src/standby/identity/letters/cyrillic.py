"""Cyrillic: Russian, with the letters of Ukrainian and of Azerbaijani as it was written before 1991."""

import re

_SOUNDS = str.maketrans(
    {
        "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "jo", "ж": "ʒ", "з": "z", "и": "i",
        "й": "j", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r", "с": "s", "т": "t",
        "у": "u", "ф": "f", "х": "x", "ц": "ʦ", "ч": "ʧ", "ш": "ʃ", "щ": "ʃ", "ъ": "", "ы": "ɨ", "ь": "",
        "э": "e", "ю": "ju", "я": "ja",
        "і": "i", "ї": "ji", "є": "je", "ґ": "g", "ў": "v",
        "ә": "æ", "ө": "ø", "ү": "ʉ", "ғ": "ɣ", "ҝ": "g", "һ": "h", "ҹ": "ʤ", "ј": "j",
    }
)  # fmt: skip

_GROUPS = (("дж", "ʤ"), ("дз", "ʣ"), ("кх", "x"))
_SOFT = re.compile("(?<![бвгджзйклмнпрстфхцчшщʤʣx])е")


def sounds(word: str) -> str:
    """
    >>> sounds("арутюнян"), sounds("джафаров"), sounds("ерванд")
    ('arutjunjan', 'ʤafarov', 'jervand')
    """
    for group, sound in _GROUPS:
        word = word.replace(group, sound)
    return (_SOFT.sub("je", word) if "е" in word else word).translate(_SOUNDS)

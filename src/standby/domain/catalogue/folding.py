"""Words as people type them, made comparable: one case, no accents, one spelling where several are common."""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

# Separators end what belongs together: "doctor, driver" is two things, "врач-хирург" is one.
_WORD_OR_SEPARATOR = re.compile(r"(?P<word>[^\W_]+)(?P<cut>\.)?|(?P<separator>[,;/|&+•·\n\r՝։])")
_INITIALS = re.compile(r"\b([^\W\d_])[./]\s?(?=[^\W\d_]\b(?![^\W_]))")
_POSSESSIVE = re.compile(r"['’ʼ]s\b")
_UNSEEN = frozenset({"Mn", "Cf"})
# Marks inside an Armenian word, and apostrophes, belong to no letter. The dotless i and the schwa are typed as i and e.
_LETTERS = str.maketrans(
    {"՛": None, "՜": None, "՞": None, "'": None, "’": None, "ʼ": None, "ı": "i", "ə": "e", "ә": "e"}
)
# և is written in two ways, classical spelling lives on abroad, and о/օ, е/է are mixed up when typed in haste.
_SPELLINGS = (("եվ", "եւ"), ("ոյ", "ույ"), ("օ", "ո"), ("է", "ե"))


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """One folded word, the part of the text it stands in, and whether a full stop cut it short ("хир.")."""

    text: str
    part: int = 0
    is_cut: bool = False


@lru_cache(maxsize=65_536)
def fold(text: str) -> str:
    """One line of comparable letters; punctuation stays, because it tells words apart.

    >>> fold("ШОФЁР"), fold("Sürücü"), fold("թերապևտ") == fold("թերապեւտ") == fold("ԹԵՐԱՊԵՎՏ")
    ('шофер', 'surucu', True)
    """
    # Twice, since a sign of several letters (㎊) hides capitals, and a small letter may still be a composed one.
    lower = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    plain = _POSSESSIVE.sub("", lower)
    seen = "".join(letter for letter in plain if unicodedata.category(letter) not in _UNSEEN)
    for written, kept in _SPELLINGS:
        seen = seen.replace(written, kept)
    return _INITIALS.sub(r"\1", seen.translate(_LETTERS))


def words_of(text: str) -> tuple[Word, ...]:
    """The folded words in order, each with the number of its part.

    >>> [(word.text, word.part) for word in words_of("Врач-хирург, м/с")]
    [('врач', 0), ('хирург', 0), ('мс', 1)]
    """
    words: list[Word] = []
    part = 0
    for found in _WORD_OR_SEPARATOR.finditer(fold(text)):
        if found["separator"]:
            part += 1
        else:
            words.append(Word(text=found["word"], part=part, is_cut=bool(found["cut"])))
    return tuple(words)


def texts_of(text: str) -> tuple[str, ...]:
    return tuple(word.text for word in words_of(text))

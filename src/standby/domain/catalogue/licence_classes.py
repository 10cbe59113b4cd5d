"""Classes of a driving licence in somebody's words: "кат. B, C", "D կարգի", "BC kateqoriya"."""

import re

from standby.domain.catalogue.folding import fold

# Cyrillic and Armenian letters that stand for the Latin ones; folding has made all of them small.
_CLASSES = dict(zip("abcdeавбсдеբգդ", "ABCDEABBCDEBCD", strict=True))
_CATEGORY = r"(?:categor(?:y|ies)|cat|class(?:es)?|категори[а-я]*|кат|կարգ[ա-և]*|kateqoriya[a-z]*|kat|dereceli)"
# After these a single letter may be a word of its own ("права с 2010 года"), so it must be a Latin one, or several.
_DRIVING = r"(?:licen[cs]e|driver|права?|водител[ья]|վարորդ[ա-և]*|surucu[a-z]*)\b"
_LETTER = f"[{''.join(_CLASSES)}]"
_BETWEEN = r"[\s,;/+&.]*(?:(?:and|и|եւ|ու|ve)\s+)?"
_END = r"(?![^\W_])"
# One class, or several; "C1" is a class C; nothing that goes on as a word.
_RUN = rf"(?P<run>(?:{_LETTER}1?{_BETWEEN})*{_LETTER}1?){_END}"
_RUN_OF_MANY = rf"(?P<run>(?:{_LETTER}1?[,;/+.]?\s?)+{_LETTER}1?|[bcde]){_END}"
_OPENING = r"[\s.:\"«(/-]*"
_PATTERNS = (
    re.compile(rf"\b{_CATEGORY}{_OPENING}{_RUN}"),
    re.compile(rf"(?<![^\W_]){_RUN}[\s.\"»)-]*{_CATEGORY}\b"),
    re.compile(rf"\b{_DRIVING}{_OPENING}{_RUN_OF_MANY}"),
)
_CONNECTOR = re.compile(r"\b(?:and|եւ|ու|ve)\b")


def licence_classes(text: str) -> tuple[str, ...]:
    """The classes in alphabetical order, without their subclasses.

    >>> licence_classes("водитель кат. В, С"), licence_classes("D կարգի վարորդ"), licence_classes("права с 2010 года")
    (('B', 'C'), ('D',), ())
    """
    folded = fold(text)
    runs = [found["run"] for pattern in _PATTERNS for found in pattern.finditer(folded)]
    letters = {letter for run in runs for letter in re.findall(_LETTER, _CONNECTOR.sub(" ", run))}
    return tuple(sorted({_CLASSES[letter] for letter in letters}))

"""Classes of a driving licence in somebody's words: "кат. B, C", "D կարգի", "BC kateqoriya"."""

import re

from standby.domain.catalogue.folding import fold

# Cyrillic and Armenian letters that stand for the Latin ones; folding has made all of them small.
_CLASSES = dict(zip("abcdeавбсдеբգդ", "ABCDEABBCDEBCD", strict=True))
_WORD = (
    r"(?:categor(?:y|ies)|cat|class(?:es)?|licen[cs]e|категори[а-я]*|кат|прав[аоы]*"
    r"|կարգ[ա-և]*|kateqoriya[a-z]*|kat|dereceli)"
)
_LETTER = f"[{''.join(_CLASSES)}]"
_BETWEEN = r"[\s,;/+&.]*(?:(?:and|и|եւ|ու|ve)\s+)?"
# One class, or several; "C1" is a class C; nothing that goes on as a word.
_RUN = rf"(?P<run>(?:{_LETTER}1?{_BETWEEN})*{_LETTER}1?)(?![^\W_])"
_AFTER_WORD = re.compile(rf"\b{_WORD}[\s.:\"«(-]*{_RUN}")
_BEFORE_WORD = re.compile(rf"(?<![^\W_]){_RUN}[\s.\"»)-]*{_WORD}\b")
_CONNECTOR = re.compile(r"\b(?:and|եւ|ու|ve)\b")


def licence_classes(text: str) -> tuple[str, ...]:
    """The classes in alphabetical order, without their subclasses.

    >>> licence_classes("водитель кат. В, С"), licence_classes("D կարգի վարորդ"), licence_classes("высшая кат.")
    (('B', 'C'), ('D',), ())
    """
    folded = fold(text)
    runs = [found["run"] for pattern in (_AFTER_WORD, _BEFORE_WORD) for found in pattern.finditer(folded)]
    letters = {letter for run in runs for letter in re.findall(_LETTER, _CONNECTOR.sub(" ", run))}
    return tuple(sorted({_CLASSES[letter] for letter in letters}))

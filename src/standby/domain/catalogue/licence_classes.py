"""Classes of a driving licence in somebody's words: "кат. B, C", "D կարգի", "BC kateqoriya"."""

import re

from standby.domain.catalogue.folding import fold

_CLASS_WORD = r"(?:кат|категори[а-я]*|category|categories|cat|class|classes|կարգ[ա-և]*|kateqoriya[a-z]*|kat|прав[аоы]*|licen[cs]e|sinif)"
_LETTERS = r"[abcdeавсдеբգդ]"
_RUN = rf"(?:{_LETTERS}1?(?:[\s,;/+&.]*(?:and|и|եւ|ու|ve)?[\s,;/+&.]*(?={_LETTERS}1?(?:\b|{_LETTERS}))(?:{_LETTERS}1?))*)"
_AFTER = re.compile(rf"\b{_CLASS_WORD}[\s.:\"«(-]*(?P<run>{_RUN})(?![^\W\d_])")
_BEFORE = re.compile(rf"(?<![^\W_])(?P<run>{_RUN})[\s.\"»)-]*{_CLASS_WORD}\b")
# Cyrillic and Armenian letters that stand for the Latin ones; folding has made all of them small.
_LATIN = {"а": "A", "в": "B", "б": "B", "с": "C", "д": "D", "е": "E", "բ": "B", "գ": "C", "դ": "D"}


def licence_classes(text: str) -> tuple[str, ...]:
    """The classes in alphabetical order, without their subclasses.

    >>> licence_classes("водитель кат. В, С"), licence_classes("D կարգի վարորդ"), licence_classes("высшая кат.")
    (('B', 'C'), ('D',), ())
    """
    folded = fold(text)
    runs = [found["run"] for pattern in (_AFTER, _BEFORE) for found in pattern.finditer(folded)]
    return tuple(sorted({_LATIN.get(letter, letter.upper()) for run in runs for letter in _classes_in(run)}))


def _classes_in(run: str) -> list[str]:
    without_connectors = re.sub(r"\b(?:and|եւ|ու|ve)\b", " ", run)
    return re.findall(_LETTERS, without_connectors)

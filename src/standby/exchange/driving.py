"""The classes of a driving licence as people write them."""

import re

# Cyrillic letters that look like the Latin classes; А and В are on every Russian licence.
_LATIN = str.maketrans("АВСДЕ", "ABCDE")
_CLASS = re.compile(r"(?<![^\W\d_])([ABCDE])(?:1?E|1)?(?![^\W\d_])")
_RUN = re.compile(r"[ABCDE]+")


def driving_classes(text: str) -> tuple[str, ...]:
    """The classes A to E, trailers and small variants counted to their class, Cyrillic letters read as Latin.

    >>> driving_classes("В, С1"), driving_classes("BCE"), driving_classes("нет")
    (('B', 'C'), ('B', 'C', 'E'), ())
    """
    latin = text.upper().translate(_LATIN)
    found = set(latin) if _RUN.fullmatch(latin) else set(_CLASS.findall(latin))
    return tuple(sorted(found))

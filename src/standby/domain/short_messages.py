"""What a short message may never hold: whoever can send one in our name could send people anywhere with it.

People are told that our SMS holds no link and no place, and that theirs is known by their code word. The rule stands
here once; it is asked when templates are checked, and again of each text before it is queued.
"""

import re
from collections.abc import Collection
from enum import StrEnum

_LINK = re.compile(r"\w+://|\bwww\.|\bxn--", re.IGNORECASE)
# A name, a dot and at least two letters with no space between: a host, in any script, with or without what follows.
_HOST = re.compile(r"[^\W_][\w-]*\.[^\W\d_]{2,}")
_ADDRESS_OF_MACHINE = re.compile(r"\b\d{1,3}(?:\.\d{1,3}){3}\b|\[[0-9a-f]*:[0-9a-f:]+\]", re.IGNORECASE)
_ACCOUNT = re.compile(r"@\w")
_COORDINATES = re.compile(r"\d{1,3}[.,]\d{3,}\s*[°,;]?\s+-?\d{1,3}[.,]\d{3,}")


class Forbidden(StrEnum):
    LINK = "link"
    HOST = "host"
    ACCOUNT = "account"
    COORDINATES = "coordinates"
    PLACE = "place"


def forbidden_in(text: str, *, places: Collection[str] = ()) -> frozenset[Forbidden]:
    """What of the forbidden stands in a text; `places` are names that must not occur in it, in any case of letters.

    >>> sorted(forbidden_in("rose 11: open relief.example"))
    [<Forbidden.HOST: 'host'>]
    >>> forbidden_in("rose 11: you are called. Answer by 12.10. Ring +374 00 000 100.")
    frozenset()
    """
    found = {kind for kind, pattern in _PATTERNS if pattern.search(text)}
    lowered = text.casefold()
    if any(place.casefold() in lowered for place in places if place.strip()):
        found.add(Forbidden.PLACE)
    return frozenset(found)


_PATTERNS = (
    (Forbidden.LINK, _LINK),
    (Forbidden.HOST, _HOST),
    (Forbidden.HOST, _ADDRESS_OF_MACHINE),
    (Forbidden.ACCOUNT, _ACCOUNT),
    (Forbidden.COORDINATES, _COORDINATES),
)

"""How many parts a short message takes, and so what it costs.

The alphabets are those of 3GPP TS 23.038, the lengths those of TS 23.040: 160 septets or 70 UCS-2 units in a message of
one part; 153 or 67 in each part of a longer one, since each then carries the header that joins them. Armenian, Cyrillic
and Azerbaijani letters are in no GSM alphabet, so a single one of them makes the whole message UCS-2.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import IntEnum


class Coding(IntEnum):
    """The alphabet, by the number that gateways in the manner of Kannel know it under."""

    GSM_7 = 0
    UCS_2 = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Room:
    alone: int
    joined: int


_BASIC = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
    "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
# Each of these is written as an escape and a second septet.
_EXTENDED = frozenset("\f^{}\\[~]|€")
_GSM = _BASIC | _EXTENDED
_ROOM = {Coding.GSM_7: _Room(alone=160, joined=153), Coding.UCS_2: _Room(alone=70, joined=67)}
_LAST_SINGLE_UNIT = "\uffff"


def coding_of(text: str) -> Coding:
    return Coding.GSM_7 if _GSM.issuperset(text) else Coding.UCS_2


def parts_of(text: str) -> tuple[str, ...]:
    """The text as it travels; no escape pair and no surrogate pair is ever divided. An empty text takes one part.

    >>> [len(part) for part in parts_of("ա" * 71)]
    [67, 4]
    """
    coding = coding_of(text)
    room = _ROOM[coding]
    if sum(_units(text, coding)) <= room.alone:
        return (text,)
    return tuple(_cut(text, coding=coding, room=room.joined))


def count_parts(text: str) -> int:
    """What a gateway bills.

    >>> count_parts("a" * 160), count_parts("a" * 161), count_parts("€" * 81)
    (1, 2, 2)
    """
    return len(parts_of(text))


def _cut(text: str, *, coding: Coding, room: int) -> Iterator[str]:
    start = taken = 0
    for at, units in enumerate(_units(text, coding)):
        if taken + units > room:
            yield text[start:at]
            start, taken = at, 0
        taken += units
    yield text[start:]


def _units(text: str, coding: Coding) -> Iterator[int]:
    """What each character takes: septets, or units of 16 bits."""
    if coding is Coding.GSM_7:
        return (2 if character in _EXTENDED else 1 for character in text)
    return (2 if character > _LAST_SINGLE_UNIT else 1 for character in text)

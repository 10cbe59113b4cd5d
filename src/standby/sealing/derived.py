"""Codes that follow from a secret instead of being drawn.

Whoever sends the same form again gets the same code, and nothing readable has to be kept for it.
"""

from collections.abc import Iterable

from standby.sealing.codes import check_character
from standby.sealing.refs import ALPHABET

_LENGTH = 13
_BITS = 5
_MASK = (1 << _BITS) - 1
_PLACES = range(0, _LENGTH * _BITS, _BITS)


def derived_receipt_code(draws: Iterable[bytes]) -> str:
    """A receipt code from the first of these keyed hashes that makes one fit to be read aloud.

    `draws` never end, and hold nine bytes at least each; a code in eight does not fit.
    """
    fitting = (code for code in map(_code, draws) if code[-1] in ALPHABET)
    code = next(iter(fitting))
    return f"{code[:4]}-{code[4:9]}-{code[9:]}"


def _code(draw: bytes) -> str:
    number = int.from_bytes(draw, "big")
    letters = "".join([ALPHABET[number >> place & _MASK] for place in _PLACES])
    return letters + check_character(letters)

"""The code by which companions find their party: short, to be read aloud or sent on by the one who has it."""

from collections.abc import Iterator

# Crockford's base 32: no letter that is taken for a digit.
_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_IGNORED = str.maketrans("", "", " -–—._\t\n\r\u00a0\u200b\u200e\u200f")
_LENGTH = 9
_BITS = 5


def party_code(number: int) -> str:
    """For a random number of 45 bits, shown in two halves; the last character finds a slip of the finger.

    >>> party_code(0), parse_party_code("00000 ooooo")
    ('00000-00000', '0000000000')
    """
    letters = "".join(_letters(number))
    code = letters + _check(letters)
    return f"{code[:5]}-{code[5:]}"


def parse_party_code(text: str) -> str | None:
    """As it is stored, without its dash; None for what was mistyped."""
    code = text.upper().translate(_IGNORED).translate(_READ_AS)
    if len(code) != _LENGTH + 1 or any(letter not in _ALPHABET for letter in code):
        return None
    return code if _check(code[:-1]) == code[-1] else None


def _letters(number: int) -> Iterator[str]:
    for place in reversed(range(_LENGTH)):
        yield _ALPHABET[number >> (_BITS * place) & (len(_ALPHABET) - 1)]


def _check(letters: str) -> str:
    """Weighted by odd numbers, so that any one wrong character shows, and nearly every swap."""
    return _ALPHABET[sum(_ALPHABET.index(letter) * (2 * at + 1) for at, letter in enumerate(letters)) % len(_ALPHABET)]

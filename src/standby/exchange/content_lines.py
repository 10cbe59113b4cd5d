"""Content lines, of which calendars (RFC 5545, 3.1) and contact cards (RFC 6350, 3.2) are made alike."""

from collections.abc import Iterable
from unicodedata import category

_LONGEST = 75
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


def escaped(text: str) -> str:
    """As the value of one text: what divides values is no part of it, and it stays one line."""
    plain = "\n".join(text.splitlines())
    return "".join(sign for sign in plain if sign == "\n" or _is_written(sign)).translate(_ESCAPED)


def _is_written(sign: str) -> bool:
    """Every letter, mark and sign, and every kind of space; Python calls only the plain one printable."""
    return sign.isprintable() or category(sign) == "Zs"


def written(lines: Iterable[str]) -> str:
    """Ended by CRLF, and folded where a line is longer than 75 octets of UTF-8."""
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def _folded(line: str) -> str:
    parts, octets = [""], 0
    for sign in line:
        size = len(sign.encode())
        if octets + size > _LONGEST:
            parts.append(" ")
            octets = 1
        parts[-1] += sign
        octets += size
    return "\r\n".join(parts)

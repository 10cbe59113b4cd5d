"""E-mail addresses as they stand in cells, often several."""

import re

from standby.exchange.problems import Problem

_ADDRESS = re.compile(r"[^\s@;,<>()\"]+@(?:[\w-]+\.)+\w{2,24}")
_BETWEEN = re.compile(r"[\s;,|<>()]+")
_LONGEST = 254  # RFC 5321, 4.5.3.1.3 less the brackets


def emails_in(cell: str) -> tuple[str, ...]:
    """Whatever in the cell is meant to be an address."""
    if "@" not in cell:
        return ()
    return tuple(part.strip(".") for part in _BETWEEN.split(cell) if "@" in part)


def read_email(written: str) -> str | Problem:
    """In small letters, as mail is compared.

    >>> read_email("Ani@Example.org"), read_email("ani@@example")
    ('ani@example.org', <Problem.EMAIL_NOT_UNDERSTOOD: 'email_not_understood'>)
    """
    address = written.removeprefix("mailto:").lower()
    return address if _ADDRESS.fullmatch(address) and len(address) <= _LONGEST else Problem.EMAIL_NOT_UNDERSTOOD

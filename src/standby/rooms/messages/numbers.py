"""Telephone numbers that a short message can go to."""

import re
from collections.abc import Iterable

_NUMBER = re.compile(r"\+[1-9]\d{6,14}")


def is_number(address: str) -> bool:
    """E.164: numbers that nobody could read as one stay as they were given, and are for a human to look at."""
    return _NUMBER.fullmatch(address) is not None


def first_number(addresses: Iterable[str]) -> str:
    """The first that can be written to; empty without any."""
    return next(filter(is_number, addresses), "")

"""The codes on paper: a ticket's, which opens where the queue stands, and a form's number with its check character."""

import secrets

from django.utils.translation import gettext

from standby.domain.errors import Refused
from standby.sealing import check_character
from standby.sealing.refs import ALPHABET

# 35 random bits: a guess leads to a number on a screen that everybody in the room can see.
_TICKET_LENGTH = 7
_FORM_DIGITS = 6
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_IGNORED = str.maketrans("", "", " -–—._\u00a0")
HIGHEST_FORM = 10**_FORM_DIGITS - 1


def new_ticket_code() -> str:
    """Eight letters and digits, of which the last finds a mistyped one."""
    code = "*"
    while code[-1] not in ALPHABET:
        data = "".join(secrets.choice(ALPHABET) for _ in range(_TICKET_LENGTH))
        code = data + check_character(data)
    return code


def shown_ticket_code(code: str) -> str:
    return f"{code[:4]}-{code[4:]}"


def read_ticket_code(text: str) -> str:
    """The code as it is kept; empty where it was mistyped."""
    code = text.upper().translate(_IGNORED).translate(_READ_AS)
    return code if _is_whole(code, length=_TICKET_LENGTH) else ""


def is_form_number(number: int) -> bool:
    """Whether it may be printed: the check character of some would be hard to read."""
    return check_character(f"{number:0{_FORM_DIGITS}}") in ALPHABET


def shown_form_number(number: int) -> str:
    """
    >>> shown_form_number(123)
    '000 123 J'
    """
    digits = f"{number:0{_FORM_DIGITS}}"
    return f"{digits[:3]} {digits[3:]} {check_character(digits)}"


def read_form_number(text: str) -> int:
    """The number on a form; raises Refused where it was mistyped."""
    code = text.upper().translate(_IGNORED).translate(_READ_AS)
    if not _is_whole(code, length=_FORM_DIGITS) or not code[:-1].isdecimal():
        raise Refused(
            gettext("This is no number of a form: six digits and a letter or digit, like 000 123 J. Look at it again.")
        )
    return int(code[:-1])


def _is_whole(code: str, *, length: int) -> bool:
    data, check = code[:-1], code[-1:]
    is_plain = len(data) == length and all(character in ALPHABET for character in data)
    return is_plain and check == check_character(data)

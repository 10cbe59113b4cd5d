"""Receipt codes, printed and read aloud, and the tokens of personal links.

A receipt code has 13 characters of Crockford's base 32 and a check character, shown as XXXX-XXXXX-XXXXX. The check
character is the value modulo 37, which finds every single wrong character and every swap of two neighbours. Codes whose
check character would be hard to read aloud are not handed out, which leaves 64.8 random bits of the 65.
"""

import secrets
import string

from standby.domain.errors import StandbyError
from standby.sealing.refs import ALPHABET

_CHECK_ALPHABET = ALPHABET + "*~$=U"
_DATA_LENGTH = 13
# What people write for what they read.
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
# Python reads numbers of base 32 with its own letters, in a thirtieth of the time.
_AS_PYTHON_COUNTS = str.maketrans(ALPHABET, (string.digits + string.ascii_lowercase)[: len(ALPHABET)])
_IGNORED = str.maketrans("", "", " -–—._\t\n\r\u00a0\u200b\u200e\u200f")


class InvalidCode(StandbyError):
    """The code was mistyped: its length, a character or its check character is wrong."""

    code = "invalid_code"


def new_receipt_code() -> str:
    code = "*"
    while code[-1] not in ALPHABET:
        data = "".join(secrets.choice(ALPHABET) for _ in range(_DATA_LENGTH))
        code = data + check_character(data)
    return f"{code[:4]}-{code[4:9]}-{code[9:]}"


def parse_receipt_code(text: str) -> str:
    """The code as stored, without dashes; raises InvalidCode if it was mistyped."""
    code = text.upper().translate(_IGNORED).translate(_READ_AS)
    data, check = code[:-1], code[-1:]
    if len(data) != _DATA_LENGTH or any(character not in ALPHABET for character in data):
        raise InvalidCode("A receipt code has 14 letters and digits. Look at the slip again.")
    if check != check_character(data):
        raise InvalidCode("One character of this receipt code is wrong. Look at the slip again.")
    return data + check


def new_link_token() -> str:
    """192 random bits, fit for an address."""
    return secrets.token_urlsafe(24)


def check_character(data: str) -> str:
    """Finds every single wrong character of `data` and every swap of two neighbours; printed after it."""
    return _CHECK_ALPHABET[int(data.translate(_AS_PYTHON_COUNTS), len(ALPHABET)) % len(_CHECK_ALPHABET)]

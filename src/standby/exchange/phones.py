"""Phone numbers as people and spreadsheets write them, in E.164 where they can be read."""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from standby.exchange.problems import Problem

# National lengths of the countries that these lists come from; their numbers need no further look.
_LENGTHS = {"374": 8, "7": 10, "994": 9, "995": 9, "1": 10, "33": 9, "961": 8, "98": 10, "90": 10}
# What the rest of this file makes of itself.
_PLAIN = re.compile(rf"\+(?:{'|'.join(f'{code}[0-9]{{{length}}}' for code, length in _LENGTHS.items())})")
_EXTENSION = re.compile(r"\s*(?:доб|ext|x|ներք|əlavə)\.?\s*\d{1,5}$", re.IGNORECASE)
_SHORTENED = re.compile(r"\+?(\d)[.,](\d+)E\+?(\d{1,2})", re.IGNORECASE)
_WHOLE_FLOAT = re.compile(r"(\+?\d{7,15})[.,]0")
# One number, with nothing that could part two of them.
_ONE = re.compile(r"[+ ().\-]*[0-9][+ ().\-0-9]*")
_BETWEEN = re.compile(r"[;,/|\n]|\s(?:и|or|and|և|və|da)\s", re.IGNORECASE)
_PUNCTUATION = re.compile(r"[\s().\-–—‑_'’]+")
_DIGITS = range(6, 16)


def phones_in(cell: str) -> tuple[str, ...]:
    """The numbers of one cell, as written."""
    if _ONE.fullmatch(cell):
        return (cell.strip(),)
    if _SHORTENED.fullmatch(cell.strip()):  # its comma parts no two numbers
        return (cell.strip(),)
    return tuple(part.strip() for part in _BETWEEN.split(cell) if any(letter.isdigit() for letter in part))


def read_phone(written: str, *, region: str) -> str | Problem:
    """E.164; `region` is the country (AM, RU) of a number written without its code.

    >>> read_phone("8 (000) 594-31-26", region="RU"), read_phone("00 12-34-56", region="AM")
    ('+70005943126', '+37400123456')
    >>> read_phone("3.74E+10", region="AM")
    <Problem.PHONE_SHORTENED: 'phone_shortened'>
    """
    if _PLAIN.fullmatch(written):
        return written
    plain = _EXTENSION.sub("", written.strip())
    if shortened := _SHORTENED.fullmatch(plain.replace(" ", "")):
        return _lengthen(shortened, region=region)
    if whole := _WHOLE_FLOAT.fullmatch(plain):
        plain = whole[1]
    digits = _PUNCTUATION.sub("", plain)
    has_code = digits.startswith("+")
    digits = digits.removeprefix("+")
    if not digits.isascii() or not digits.isdigit() or len(digits) not in _DIGITS:
        return Problem.PHONE_NOT_UNDERSTOOD
    return _international(digits, has_code=has_code, region=region)


def _lengthen(shortened: re.Match[str], *, region: str) -> str | Problem:
    """A spreadsheet's 3.7400123456E+10 is whole again; 3.74E+10 has lost its digits for good."""
    lead, digits, power = shortened[1], shortened[2], int(shortened[3])
    if len(digits) < power or power not in _DIGITS:
        return Problem.PHONE_SHORTENED
    return read_phone(lead + digits[:power], region=region)


def _international(digits: str, *, has_code: bool, region: str) -> str | Problem:
    if not has_code and digits.startswith("00") and _with_known_code(digits[2:]):
        return f"+{digits[2:]}"
    if has_code or _is_plainly_foreign(digits):
        if _with_known_code(digits):
            return f"+{digits}"
        return _parsed(f"+{digits}", region=region)
    # Within Russia and its neighbours 8 dials out of town: 8 (9xx) is +7 (9xx) on any list.
    if len(digits) == 11 and digits[0] == "8":
        return f"+7{digits[1:]}"
    return _national(digits, region=region)


def _with_known_code(digits: str) -> bool:
    return any(digits.startswith(code) and len(digits) == len(code) + length for code, length in _LENGTHS.items())


def _is_plainly_foreign(digits: str) -> bool:
    """Long enough to have its country code, and written without the plus."""
    return len(digits) >= 11 and digits[0] not in "08" and _with_known_code(digits)


def _national(digits: str, *, region: str) -> str | Problem:
    code = str(phonenumbers.country_code_for_region(region))
    local = digits.removeprefix("0")
    if _LENGTHS.get(code) == len(local):
        return f"+{code}{local}"
    if _LENGTHS.get(code) == len(digits):  # a made-up exchange 00 keeps its zeros
        return f"+{code}{digits}"
    return _parsed(digits, region=region)


def _parsed(number: str, *, region: str) -> str | Problem:
    try:
        parsed = phonenumbers.parse(number, region)
    except NumberParseException:
        return Problem.PHONE_NOT_UNDERSTOOD
    if not phonenumbers.is_possible_number(parsed):
        return Problem.PHONE_NOT_UNDERSTOOD
    return str(phonenumbers.format_number(parsed, PhoneNumberFormat.E164))

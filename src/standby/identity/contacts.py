"""Phones and e-mail addresses in the one form in which two of them can be compared."""

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable
from functools import lru_cache

import phonenumbers

_E164 = re.compile(r"\+[1-9]\d{7,14}")
_EMAIL = re.compile(r"[^@\s,;<>]+@[^@\s,;<>]+\.[^@\s,;<>.]+")
_LONGEST_PHONE = 40

# Written between the digits for the eye; and what is left when nothing else was.
_PUNCTUATION = str.maketrans("", "", " ().-/\u2010\u2011\u2012\u2013")
_DIALLED = re.compile(r"(?:\+[1-9]|[0-9])[0-9]{8,14}")
_TELLING = 5

# Behind a prefix for dialling abroad more digits tell; and a few countries write mobile numbers in two ways.
_READ_WHOLE = ("00", "810", "011", "+52", "+54", "+55")
_REWRITING = frozenset({"AR", "BR", "MX"})
_LONGEST_EMAIL = 254

# Domains that are one provider, where dots and what follows a plus sign in the local part mean nothing.
_DOTLESS = {"gmail.com": "gmail.com", "googlemail.com": "gmail.com"}


def phone_key(raw: str, *, default_region: str) -> str | None:
    """E.164, or None for what no network could dial.

    `default_region`: two letters of the country where the list was kept; it reads numbers without a country code.

    >>> phone_key("8 (000) 555-01-23", default_region="RU"), phone_key("010/00-55-01", default_region="AM")
    ('+70005550123', '+37410005501')
    """
    text = unicodedata.normalize("NFKC", raw[:_LONGEST_PHONE]).strip()
    if _E164.fullmatch(text):
        return text
    digits = text.translate(_PUNCTUATION)
    if not _DIALLED.fullmatch(digits) or digits.startswith(_READ_WHOLE) or default_region in _REWRITING:
        return _parsed_key(text, default_region)
    found = _of_shape(digits[:_TELLING], len(digits), default_region)
    return found if found is None else found + digits[_TELLING:]


@lru_cache(maxsize=50_000)
def _of_shape(begins: str, length: int, region: str) -> str | None:
    """How numbers of this length that begin so are written in E.164, up to the digits that do not matter for it.

    The country's code and the prefix for dialling out of town lie in the first digits: reading one such number reads
    all. None for what no network could dial.
    """
    key = _parsed_key(begins + "0" * (length - len(begins)), region)
    return key[: len(key) - (length - len(begins))] if key else None


def _parsed_key(text: str, default_region: str) -> str | None:
    try:
        number = phonenumbers.parse(text, default_region or None)
    except phonenumbers.NumberParseException:
        return None
    if not phonenumbers.is_possible_number(number):
        return None
    return str(phonenumbers.format_number(number, phonenumbers.PhoneNumberFormat.E164))


def email_key(raw: str) -> str | None:
    """The address without what the mail does not look at, or None for what is not an address.

    Upper and lower case are never told apart: no provider that people use does.

    >>> email_key(" Ani.P@Example.org "), email_key("none")
    ('ani.p@example.org', None)
    """
    text = unicodedata.normalize("NFKC", raw).strip().lower().removeprefix("mailto:")
    if len(text) > _LONGEST_EMAIL or not _EMAIL.fullmatch(text):
        return None
    local, domain = text.split("@")
    if domain in _DOTLESS:
        local, domain = local.split("+")[0].replace(".", ""), _DOTLESS[domain]
    return f"{local}@{domain}" if local else None


def usual_region(phones: Iterable[str]) -> str:
    """The country of most numbers that tell their own; empty when none does. It is the likeliest one of the others.

    >>> usual_region(["+374 10 000000", "+37410000001", "010 00 00 00", "+7 000 000 00 00"])
    'AM'
    """
    parsed = (_parsed(phone) for phone in phones if phone.lstrip().startswith("+"))
    regions = Counter(region for number in parsed if number and (region := _region(number)))
    return min(regions, key=lambda region: (-regions[region], region), default="")


def _parsed(phone: str) -> phonenumbers.PhoneNumber | None:
    try:
        return phonenumbers.parse(phone[:_LONGEST_PHONE], None)
    except phonenumbers.NumberParseException:
        return None


def _region(number: phonenumbers.PhoneNumber) -> str:
    return str(phonenumbers.region_code_for_country_code(number.country_code or 0))

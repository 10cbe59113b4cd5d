"""How to reach a human, as something that can be tapped."""

import re

from django.utils.html import format_html

_TELEPHONE = re.compile(r"\+?[0-9][0-9 ()/.-]{4,24}[0-9]")
_EMAIL = re.compile(r"[^@\s/]+@[^@\s/]+\.[^@\s/]+")
_NO_BREAK_SPACE = "\N{NO-BREAK SPACE}"


def contact_link(contact: str) -> str:
    """HTML: a telephone is called and an e-mail is begun by one tap; of anything else the text alone.

    >>> str(contact_link("+374 00 000100")), str(contact_link("room 12"))
    ('<a href="tel:+37400000100">+374\\xa000\\xa0000100</a>', 'room 12')
    """
    text = contact.strip()
    if _TELEPHONE.fullmatch(text):
        number = re.sub(r"[^0-9+]", "", text)
        return format_html('<a href="tel:{}">{}</a>', number, text.replace(" ", _NO_BREAK_SPACE))
    if _EMAIL.fullmatch(text):
        return format_html('<a href="mailto:{}">{}</a>', text, text)
    return format_html("{}", contact)

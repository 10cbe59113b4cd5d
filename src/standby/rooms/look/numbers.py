"""Numbers as people of each language write them."""

from babel.numbers import format_decimal

from standby.rooms.look.days import page_language


def say_number(number: float) -> str:
    """With the reader's own separators: 20,000 or 20 000 or 20.000."""
    return format_decimal(number, locale=page_language())

"""What short messages cost, exactly: whole thousandths of a currency's unit, never a fraction that drifts."""

from dataclasses import dataclass
from decimal import Decimal

from babel.numbers import format_currency
from django.utils.translation import get_language

from standby.domain.errors import Refused

_THOUSAND = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class PartPrice:
    """What a gateway bills for one part."""

    thousandths: int
    currency: str

    def __post_init__(self) -> None:
        if self.thousandths < 0:
            raise Refused("A part cannot cost less than nothing.")
        if not (len(self.currency) == 3 and self.currency.isascii() and self.currency.isupper()):  # ISO 4217
            raise Refused("A currency is written as three letters.")

    def __str__(self) -> str:
        return f"{Decimal(self.thousandths) / _THOUSAND} {self.currency}"

    def of(self, parts: int) -> str:
        """The cost of so many parts, in the reader's own way of writing money."""
        amount = Decimal(self.thousandths * parts) / _THOUSAND
        return format_currency(amount, self.currency, locale=get_language() or "en")

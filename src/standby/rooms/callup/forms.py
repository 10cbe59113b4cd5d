"""How many people to call for each hundred that are needed, by role; and what short messages may cost."""

from collections.abc import Mapping
from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from standby.rooms.messages.money import PartPrice
from standby.rooms.messages.queries.spending import Budget
from standby.rooms.operations.queries import EVERY_ROLE

_LEAST, _MOST = 100, 300


class OverCallForm(forms.Form):
    """One field for every role that is asked for, and one for all the others."""

    why = {EVERY_ROLE: _("Some of those who are called cannot come. 100 calls nobody more than is needed.")}

    def __init__(self, *args: object, roles: Mapping[str, str], chosen: Mapping[str, int]) -> None:
        super().__init__(*args)  # type: ignore[arg-type]  # passes on what Django's own form takes
        others = chosen.get(EVERY_ROLE, _LEAST)
        self.fields[EVERY_ROLE] = _field(str(_("Every role not named below")), initial=others)
        for code, name in roles.items():
            self.fields[code] = _field(name, initial=chosen.get(code), is_required=False)

    def factors(self) -> dict[str, int]:
        """Hundredths by role; a role left empty goes with all the others."""
        return {code: value for code, value in self.cleaned_data.items() if value is not None}


def _field(name: str, *, initial: int | None, is_required: bool = True) -> forms.IntegerField:
    return forms.IntegerField(label=name, min_value=_LEAST, max_value=_MOST, initial=initial, required=is_required)


class MoneyForm(forms.Form):
    """The price of a part and the cap of an hour."""

    why = {
        "price": _("It stands in the contract with your gateway. Armenian and Cyrillic letters take 70 to a part."),
        "parts_an_hour": _(
            "What is beyond it waits for the next hour and is never lost. A call to turn back goes before all others."
        ),
    }

    price = forms.DecimalField(label=_("Price of one part"), min_value=0, max_digits=9, decimal_places=3)
    currency = forms.RegexField(
        label=_("Currency"),
        help_text=_("Three letters, like AMD, USD or EUR."),
        regex=r"^[A-Za-z]{3}$",
        error_messages={"invalid": _("Write the currency as three letters, like AMD.")},
    )
    parts_an_hour = forms.IntegerField(
        label=_("Parts that may go out in an hour"),
        help_text=_("0 sends none."),
        min_value=0,
        max_value=1_000_000,
    )

    def part_price(self) -> PartPrice:
        price: Decimal = self.cleaned_data["price"]
        return PartPrice(thousandths=int(price * 1000), currency=self.cleaned_data["currency"].upper())


def money_now(budget: Budget | None) -> dict[str, object]:
    if budget is None:
        return {}
    return {
        "price": Decimal(budget.price.thousandths) / 1000,
        "currency": budget.price.currency,
        "parts_an_hour": budget.parts_an_hour,
    }

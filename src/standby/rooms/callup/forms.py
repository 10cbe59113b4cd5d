"""How sure it must be that enough come, and how many to call for that; and what short messages may cost."""

from collections.abc import Mapping
from decimal import Decimal

from django import forms
from django.utils.translation import gettext_lazy as _

from standby.rooms.callup.actions.risking import Sureness
from standby.rooms.messages.money import PartPrice
from standby.rooms.messages.queries.spending import Budget
from standby.rooms.operations.queries import EVERY_ROLE, PolicyView

_LEAST, _MOST = 100, 300
_RISKS = (
    ("1", _("once in a hundred times")),
    ("2", _("twice in a hundred times")),
    ("5", _("five times in a hundred (usual)")),
    ("10", _("ten times in a hundred")),
    ("20", _("twenty times in a hundred")),
)
_BY_FACTOR = ("0", _("Do not ask for a risk: call by the numbers for each role below, and no more"))
_WAVES = (
    ("2", _("In two waves: the first confirms, then the second is called for what is still open")),
    ("1", _("All at once")),
)


class SurenessForm(forms.Form):
    """The risk, the waves, and at least how many to call for each hundred needed, by role."""

    why = {
        "risk": _("The smaller the risk, the more people are called, and the more travel in vain."),
        "waves": _("Two waves send far fewer people home. They take twice the time that people have to answer."),
        EVERY_ROLE: _("Some of those who are called cannot come. 100 calls nobody more than the risk above asks for."),
    }

    risk = forms.ChoiceField(
        label=_("How often may fewer people come than are needed?"),
        choices=[*_RISKS, _BY_FACTOR],
        widget=forms.RadioSelect,
    )
    waves = forms.ChoiceField(label=_("How are people called?"), choices=_WAVES, widget=forms.RadioSelect)

    def __init__(self, *args: object, roles: Mapping[str, str], policy: PolicyView) -> None:
        super().__init__(*args)  # type: ignore[arg-type]  # passes on what Django's own form takes
        self.roles = (EVERY_ROLE, *roles)
        self.fields["risk"].initial = str(policy.shortfall_risk)
        self.fields["waves"].initial = str(policy.waves)
        others = policy.over_call.get(EVERY_ROLE, _LEAST)
        self.fields[EVERY_ROLE] = _field(str(_("Every role not named below")), initial=others)
        for code, name in roles.items():
            self.fields[code] = _field(name, initial=policy.over_call.get(code), is_required=False)

    @property
    def questions(self) -> list[forms.BoundField]:
        return [self["risk"], self["waves"]]

    @property
    def has_factors(self) -> bool:
        """Whether any role calls more than it needs, or something has to be mended there."""
        given = [self[code].value() for code in self.roles]
        return any(value not in {None, "", _LEAST, str(_LEAST)} for value in given) or not {*self.errors}.isdisjoint(
            self.roles
        )

    @property
    def factors(self) -> list[forms.BoundField]:
        return [self[code] for code in self.roles]

    def chosen(self) -> Sureness:
        """Hundredths by role; a role left empty goes with all the others."""
        given = self.cleaned_data
        return Sureness(
            risk=int(given["risk"]),
            waves=int(given["waves"]),
            over_call={code: given[code] for code in self.roles if given[code] is not None},
        )


class NeedRiskForm(forms.Form):
    """The risk of one request; empty goes with the operation."""

    risk = forms.ChoiceField(
        label=_("How often may fewer people come than are needed here?"),
        choices=[("", _("as often as everywhere in this operation")), *_RISKS],
        widget=forms.RadioSelect,
        required=False,
    )

    def chosen(self) -> int | None:
        return int(self.cleaned_data["risk"]) if self.cleaned_data["risk"] else None


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

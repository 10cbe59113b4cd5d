"""Who leads, what it is called, how people reach a human, in which languages and in which zone."""

from zoneinfo import available_timezones

from django import forms
from django.utils.translation import gettext_lazy as _

from standby.rooms.office.forms.languages import LANGUAGE_NAMES
from standby.rooms.operations.actions import NewOperation, OperationFacts
from standby.rooms.operations.queries import OperationView


def _zones() -> list[tuple[str, str]]:
    places = sorted(zone for zone in available_timezones() if "/" in zone and not zone.startswith("Etc/"))
    return [(zone, zone.replace("_", " ")) for zone in places]


class FactsForm(forms.Form):
    """What can still be changed later."""

    why = {
        "name": _("It stands on every page and in every message."),
        "help_contact": _("It stands at the end of every message, so that nobody is left alone with a machine."),
        "time_zone": _("Every hour we write is that of the place, not of the reader."),
    }

    name = forms.CharField(label=_("Name of the operation"), max_length=200)
    help_contact = forms.CharField(
        label=_("How people reach a human"),
        max_length=200,
        help_text=_("A telephone number or an address that somebody answers. It is public: no private number."),
    )
    languages = forms.MultipleChoiceField(
        label=_("Languages we write in"), choices=list(LANGUAGE_NAMES.items()), widget=forms.CheckboxSelectMultiple
    )
    time_zone = forms.ChoiceField(label=_("Time zone of the place"), choices=_zones)

    @property
    def said(self) -> OperationFacts:
        """Raises Refused where a rule of the domain is broken."""
        given = self.cleaned_data
        return OperationFacts(
            name=given["name"],
            help_contact=given["help_contact"],
            languages=tuple(given["languages"]),
            time_zone=given["time_zone"],
        )


class FoundingForm(FactsForm):
    """What must be known before anyone's name is taken: above all, who leads."""

    why = {
        **FactsForm.why,
        "lead_organisation": _(
            "People must know whose call they follow. One organisation leads; others can keep lists."
        ),
    }

    lead_organisation = forms.CharField(label=_("Organisation that leads"), max_length=200)
    is_exercise = forms.BooleanField(
        label=_("This is an exercise"),
        required=False,
        help_text=_("Every page says so, and no message leaves this machine."),
    )

    field_order = ["lead_organisation", "name", "help_contact", "languages", "time_zone", "is_exercise"]

    @property
    def new(self) -> NewOperation:
        """Raises Refused where a rule of the domain is broken."""
        return NewOperation(**{**self.cleaned_data, "languages": tuple(self.cleaned_data["languages"])})


def facts_now(operation: OperationView) -> dict[str, object]:
    return {
        "name": operation.name,
        "help_contact": operation.help_contact,
        "languages": list(operation.languages),
        "time_zone": operation.time_zone,
    }

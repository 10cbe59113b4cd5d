"""What is asked at the enquiry desk."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from standby.rooms.enquiry.actions.papers import MOST_AT_ONCE
from standby.rooms.enquiry.actions.tickets import MOST_COUNTERS


class QueueForm(forms.Form):
    place = forms.CharField(
        label=_("Where do people wait?"),
        max_length=80,
        help_text=_("As they would say it: Embassy, entrance on the garden side. It stands on tickets and screens."),
    )


class CounterForm(forms.Form):
    """Which counter somebody sits at; asked once, and kept in the address."""

    counter = forms.IntegerField(
        label=_("Which counter do you sit at?"),
        min_value=1,
        max_value=MOST_COUNTERS,
        widget=forms.NumberInput(attrs={"autofocus": True}),
    )


class PrintForm(forms.Form):
    language = forms.ChoiceField(label=_("Language of the forms"), choices=settings.LANGUAGES)
    copies = forms.IntegerField(label=_("How many?"), min_value=1, max_value=MOST_AT_ONCE, initial=20)


class TicketCodeForm(forms.Form):
    code = forms.CharField(
        label=_("Code on your ticket"),
        max_length=20,
        help_text=_("8 letters and digits. Spaces and dashes do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )

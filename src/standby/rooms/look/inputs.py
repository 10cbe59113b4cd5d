"""Form inputs that a browser helps with, and that still work where it does not."""

from django import forms


class DayInput(forms.DateInput):
    """A day, picked or typed. A browser wants ISO 8601 here whatever the language of the page is."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PhoneInput(forms.TextInput):
    """A phone number; brings up the number keys of a phone."""

    input_type = "tel"

"""Form inputs that a browser helps with, and that still work where it does not."""

from collections.abc import Iterable

from django import forms
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


class DayInput(forms.DateInput):
    """A day, picked or typed. A browser wants ISO 8601 here whatever the language of the page is."""

    input_type = "date"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%d")


class PhoneInput(forms.TextInput):
    """A phone number; brings up the number keys of a phone."""

    input_type = "tel"


class LongSelect(forms.Select):
    """A list of a hundred choices, by groups: drawn in one go, where Django draws a template for each choice."""

    def render(
        self,
        name: str,
        value: object,
        attrs: dict[str, object] | None = None,
        renderer: object = None,  # noqa: ARG002  # Django's signature
    ) -> SafeString:
        chosen = "" if value is None else str(value)
        given = self.build_attrs(self.attrs, {**(attrs or {}), "name": name})
        attributes = format_html_join("", ' {}="{}"', ((key, said) for key, said in given.items() if said is not False))
        body = format_html_join("", "{}", ((_choices(key, shown, chosen),) for key, shown in self.choices))
        return format_html("<select{}>{}</select>", attributes, body)


def _choices(key: object, shown: object, chosen: str) -> SafeString:
    """One choice, or a group of them; a group without a name is only its choices."""
    if not isinstance(shown, list | tuple):
        return _options([(key, shown)], chosen)
    options = _options(shown, chosen)
    return format_html('<optgroup label="{}">{}</optgroup>', key, options) if key else options


def _options(choices: Iterable[tuple[object, object]], chosen: str) -> SafeString:
    marks = {True: " selected", False: ""}
    rows = ((key, marks[str(key) == chosen], shown) for key, shown in choices)
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)

"""A day with an hour, asked for in the time of the place."""

from datetime import datetime
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

# Far enough for any plan, near enough that no zone's arithmetic overflows.
_YEARS = range(2000, 2100)


class MomentInput(forms.DateTimeInput):
    """Picked or typed. A browser wants ISO 8601 here whatever the language of the page is."""

    input_type = "datetime-local"


class MomentField(forms.Field):
    """Cleans to a moment with its zone; what is typed is the hour on the clocks of `zone`."""

    widget = MomentInput

    def __init__(self, *, zone: ZoneInfo, label: str, help_text: str = "", required: bool = True) -> None:
        super().__init__(label=label, help_text=help_text, required=required)
        self._zone = zone

    def to_python(self, value: object) -> datetime | None:
        text = str(value or "").strip()
        if not text:
            return None
        try:
            moment = datetime.fromisoformat(text)
        except ValueError:
            moment = None
        if moment is None or moment.year not in _YEARS:
            raise ValidationError(_("Give the day and the hour as on a clock, for example 2026-10-12 10:00."))
        return moment.replace(tzinfo=self._zone) if moment.tzinfo is None else moment

    def prepare_value(self, value: object) -> object:
        if isinstance(value, datetime):
            return f"{value.astimezone(self._zone):%Y-%m-%dT%H:%M}"
        return value

"""What a registrar types in a hurry: days as "7.10", languages as "hy ru", an hour as "14.30"."""

import re
from collections.abc import Sequence
from datetime import date, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

_DAY = re.compile(r"(?P<day>\d{1,2})[./ -](?P<month>\d{1,2})(?:[./ -](?P<year>\d{2}|\d{4}))?\.?")
_AHEAD = re.compile(r"\+(?P<days>\d{1,3})")
_HOUR = re.compile(r"(?P<hour>\d{1,2})[:.,h ]?(?P<minute>\d{2})?")
_CENTURY = 2000
_SHORTEST = 2
_NO_AUTOFILL = {"autocomplete": "off"}

# Each language by its code and by its name as people of our four languages write it.
SPOKEN: dict[str, tuple[str, ...]] = {
    "hy": ("Հայերեն", "Armenian", "армянский", "erməni"),
    "ru": ("Русский", "Russian", "ռուսերեն", "rus"),
    "en": ("English", "անգլերեն", "английский", "ingilis"),
    "az": ("Azərbaycanca", "Azerbaijani", "ադրբեջաներեն", "азербайджанский"),
    "ka": ("ქართული", "Georgian", "վրացերեն", "грузинский", "gürcü"),
    "fr": ("Français", "French", "ֆրանսերեն", "французский", "fransız"),
    "de": ("Deutsch", "German", "գերմաներեն", "немецкий", "alman"),
    "es": ("Español", "Spanish", "իսպաներեն", "испанский", "ispan"),
    "ar": ("العربية", "Arabic", "արաբերեն", "арабский", "ərəb"),
    "fa": ("فارسی", "Persian", "պարսկերեն", "персидский", "fars"),
    "tr": ("Türkçe", "Turkish", "թուրքերեն", "турецкий", "türk"),
}


def read_day(text: str, *, today: date, is_past: bool = False) -> date | None:
    """A day as typed; without a year the next such day from today on, or of what is past the last until today.

    >>> read_day("7.10", today=date(2026, 10, 5))
    datetime.date(2026, 10, 7)
    >>> read_day("+2", today=date(2026, 10, 5))
    datetime.date(2026, 10, 7)
    """
    text = text.strip()
    if ahead := _AHEAD.fullmatch(text):
        return today + timedelta(days=int(ahead["days"]))
    try:
        if typed := _DAY.fullmatch(text):
            return _in_some_year(typed, today=today, is_past=is_past)
        return date.fromisoformat(text)
    except ValueError:
        return None


def _in_some_year(typed: re.Match[str], *, today: date, is_past: bool) -> date:
    day, month = int(typed["day"]), int(typed["month"])
    if typed["year"]:
        year = int(typed["year"])
        return date(year if year >= _CENTURY else _CENTURY + year, month, day)
    found = date(today.year, month, day)
    if is_past and found > today:
        return date(today.year - 1, month, day)
    if not is_past and found < today:
        return date(today.year + 1, month, day)
    return found


def read_hour(text: str) -> time | None:
    """
    >>> read_hour("9.05"), read_hour("1430"), read_hour("14")
    (datetime.time(9, 5), datetime.time(14, 30), datetime.time(14, 0))
    """
    typed = _HOUR.fullmatch(text.strip())
    if typed is None:
        return None
    hour, minute = int(typed["hour"]), int(typed["minute"] or 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def read_languages(text: str) -> tuple[tuple[str, ...], str]:
    """Codes of the languages typed, each once, and the first word that is none; a name may be typed in part."""
    found: list[str] = []
    for word in re.split(r"[\s,;./+]+", text.strip().casefold()):
        code = _language_of(word) if word else ""
        if word and not code:
            return tuple(dict.fromkeys(found)), word
        found += [code] if code else []
    return tuple(dict.fromkeys(found)), ""


def _language_of(word: str) -> str:
    """Empty also where several begin so: nobody's language is guessed."""
    if word in SPOKEN:
        return word
    begun = {code for code, names in SPOKEN.items() if any(name.casefold().startswith(word) for name in names)}
    return begun.pop() if len(begun) == 1 and len(word) >= _SHORTEST else ""


class TypedDayField(forms.CharField):
    """A day in digits; a picker would take three stops of the Tab key."""

    today = date.min
    is_past = False

    def __init__(self, **kwargs: Any) -> None:  # passed through as Django gives them
        super().__init__(max_length=10, widget=forms.TextInput(attrs=_NO_AUTOFILL), **kwargs)

    def clean(self, value: object) -> date:
        text = super().clean(value)
        found = read_day(text, today=self.today, is_past=self.is_past)
        if found is None:
            raise forms.ValidationError(_("Type the day and the month, like 7.10, or in how many days, like +3."))
        return found


class PastDayField(TypedDayField):
    is_past = True


class TypedHourField(forms.CharField):
    def __init__(self, **kwargs: Any) -> None:  # passed through as Django gives them
        super().__init__(max_length=5, widget=forms.TextInput(attrs=_NO_AUTOFILL), **kwargs)

    def clean(self, value: object) -> time:
        found = read_hour(super().clean(value))
        if found is None:
            raise forms.ValidationError(_("Type the hour as on a clock, like 14.30."))
        return found


class TypedLanguagesField(forms.CharField):
    """ "hy ru", or the beginnings of their names: a list of eleven boxes would take eleven stops."""

    def __init__(self) -> None:
        super().__init__(
            label=gettext_lazy("Which languages do they speak?"),
            max_length=120,
            help_text=gettext_lazy("Codes or the beginnings of names: hy ru en az, or arm rus eng."),
            widget=forms.TextInput(attrs=_NO_AUTOFILL),
        )

    def clean(self, value: object) -> Sequence[str]:
        found, unknown = read_languages(super().clean(value))
        if unknown:
            raise forms.ValidationError(
                _("“%(word)s” is no language we know, or may be several. Type more of its name, or its code.")
                % {"word": unknown}
            )
        return found

"""A number for each day: week by week in a grid, or pasted as one row."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from standby.domain.days import Days
from standby.rooms.look.days import say_day
from standby.rooms.look.inputs import DayInput
from standby.rooms.places.actions.limiting import MOST_A_DAY

WEEKS_SHOWN = 4
_LONGEST_ROW = 366
# Whatever stands between numbers that were copied from a table, a letter or a message.
_BETWEEN = re.compile(r"[\s,;|]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """One row of the grid, Monday to Sunday."""

    monday: date
    cells: Sequence[BoundField]


class WeeksForm(forms.Form):
    """A few weeks, each day with its own number; an empty day has the usual one."""

    def __init__(self, *args: object, days: Days, known: Mapping[date, int] | None = None, **kwargs: object) -> None:
        kwargs["initial"] = {_name(day): number for day, number in (known or {}).items()}
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self._days = days
        for day in days:
            self.fields[_name(day)] = _number_field(day)

    def weeks(self) -> Iterator[Week]:
        for offset in range(0, len(self._days), 7):
            monday = self._days.first + timedelta(days=offset)
            cells = [self[_name(monday + timedelta(days=number))] for number in range(7)]
            yield Week(monday=monday, cells=cells)

    def changed(self) -> dict[date, int | None]:
        """Only days whose number is another than before."""
        return {day: self.cleaned_data[_name(day)] for day in self._days if _name(day) in self.changed_data}


class RowForm(forms.Form):
    """Numbers for days that follow each other, as they stand in somebody's table."""

    first_day = forms.DateField(label=_("First day"), widget=DayInput())
    numbers = forms.CharField(
        label=_("Numbers, one for each day from there on"),
        help_text=_("Copy them from a table or type them: 40 40 38 0 40."),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": "2", "inputmode": "numeric"}),
    )

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        first, text = cleaned.get("first_day"), cleaned.get("numbers")
        if isinstance(first, date) and isinstance(text, str):
            self._read(first, text)
        return cleaned

    def _read(self, first: date, text: str) -> None:
        parts = [part for part in _BETWEEN.split(text) if part]
        if len(parts) > _LONGEST_ROW:
            self.add_error("numbers", _too_many(len(parts)))
            return
        self.by_day: dict[date, int | None] = {}
        for place, part in enumerate(parts, start=1):
            day = first + timedelta(days=place - 1)
            if part.isdecimal() and int(part) <= MOST_A_DAY:
                self.by_day[day] = int(part)
            else:
                self.add_error("numbers", _wrong(place, part, day))


def _wrong(place: int, part: str, day: date) -> str:
    return gettext("Number %(place)d, “%(said)s”, for %(day)s: give a whole number from 0 to 100,000.") % {
        "place": place,
        "said": part[:20],
        "day": say_day(day),
    }


def _too_many(number: int) -> str:
    return ngettext(
        "That is %(number)d number. Give a year at most at once.",
        "These are %(number)d numbers. Give a year at most at once.",
        number,
    ) % {"number": number}


def _number_field(day: date) -> forms.IntegerField:
    said = {"day": say_day(day)}
    wrong = gettext("Give a whole number from 0 to 100,000, or leave it empty.")
    return forms.IntegerField(
        label=gettext("Number for %(day)s") % said,
        required=False,
        min_value=0,
        max_value=MOST_A_DAY,
        error_messages={"invalid": wrong, "min_value": wrong, "max_value": wrong},
        widget=forms.NumberInput(attrs={"aria-label": say_day(day)}),
    )


def _name(day: date) -> str:
    return f"day-{day.isoformat()}"

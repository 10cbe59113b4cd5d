"""What a site says of its shifts, and of hours that stood on paper."""

import re
from collections.abc import Sequence
from datetime import date, time
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from standby.domain.catalogue import title
from standby.domain.days import Days
from standby.rooms.look.days import page_language, say_days
from standby.rooms.look.inputs import DayInput, LongSelect
from standby.rooms.look.moments import MomentField
from standby.rooms.needs.queries.shared import RequestToStaff
from standby.rooms.welfare.actions.shifts import NewShifts, Turn

_TURN = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)\s*[-–—]\s*([01]?\d|2[0-3])[:.]([0-5]\d)")
_MOST_TURNS = 6


class ShiftsForm(forms.Form):
    """The same turns on every day, for one need."""

    request = forms.ChoiceField(label=_("For which need?"), widget=LongSelect)
    first_day = forms.DateField(label=_("First day"), widget=DayInput())
    last_day = forms.DateField(label=_("Last day"), widget=DayInput(), help_text=_("14 days at most; add more later."))
    turns = forms.CharField(
        label=_("When does each shift begin and end?"),
        initial="06:00-14:00, 14:00-22:00, 22:00-06:00",
        max_length=200,
        help_text=_("Hours of the place, with commas between, for example 06:00-14:00, 14:00-22:00."),
    )
    headcount = forms.IntegerField(label=_("How many people on each shift?"), min_value=1, max_value=500, initial=1)
    is_driving = forms.BooleanField(label=_("They drive all the time"), required=False)
    break_minutes = forms.IntegerField(
        label=_("Minutes of break within each shift"), min_value=0, max_value=240, initial=0, required=False
    )

    def __init__(self, *args: object, requests: Sequence[RequestToStaff], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        choices = [(one.ref, _named(one)) for one in requests]
        self.fields["request"].choices = choices  # type: ignore[attr-defined]  # a field of choices

    def clean_turns(self) -> list[Turn]:
        turns = [_turn(part) for part in re.split(r"[,;\n]", self.cleaned_data["turns"]) if part.strip()]
        if not 1 <= len(turns) <= _MOST_TURNS:
            raise forms.ValidationError(gettext("Give one shift at least and six at most."))
        return turns

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            self.add_error("last_day", gettext("The last day is before the first. Look at both again."))
        return cleaned

    def new_shifts(self) -> NewShifts:
        said = self.cleaned_data
        return NewShifts(
            request_ref=said["request"],
            days=Days(first=said["first_day"], last=said["last_day"]),
            turns=said["turns"],
            headcount=said["headcount"],
            is_driving=said["is_driving"],
            break_minutes=said["break_minutes"] or 0,
        )


class PaperForm(forms.Form):
    """One line of a sheet: who came or went, and when."""

    person = forms.ChoiceField(label=_("Who?"), widget=LongSelect)
    kind = forms.ChoiceField(
        label=_("Came or went?"),
        choices=(("in", _("came on duty")), ("drive", _("came to drive")), ("out", _("went off duty"))),
        widget=forms.RadioSelect,
        initial="in",
    )

    def __init__(self, *args: object, people: Sequence[tuple[str, str]], zone: ZoneInfo, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self.fields["person"].choices = people  # type: ignore[attr-defined]  # a field of choices
        self.fields["at"] = MomentField(zone=zone, label=gettext("When, by the sheet?"))


class OverrideForm(forms.Form):
    """Why somebody works on, and when their rest is given back."""

    why = forms.CharField(
        label=_("Why can nobody else do it?"), max_length=500, widget=forms.Textarea(attrs={"rows": 2})
    )
    rest_on = forms.DateField(
        label=_("On which day is the rest given back?"),
        widget=DayInput(),
        help_text=_("A day after today and within 14 days. It stays open until that day was free."),
    )


class RestDayForm(forms.Form):
    rest_on = forms.DateField(label=_("Another day of rest"), widget=DayInput())


def _named(one: RequestToStaff) -> str:
    return f"{title(one.role, one.tag, language=page_language())}, {say_days(one.days.first, one.days.last)}"


def _turn(text: str) -> Turn:
    found = _TURN.fullmatch(text.strip())
    if not found:
        message = gettext("“%(text)s” is no shift. Write it as 06:00-14:00.") % {"text": text.strip()[:40]}
        raise forms.ValidationError(message)
    first, first_minute, last, last_minute = map(int, found.groups())
    return Turn(start=time(first, first_minute), end=time(last, last_minute))

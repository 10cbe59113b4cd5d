"""What would be otherwise? One small form for each kind of change; each gives the change as the planner reads it."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import ClassVar

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from standby.rooms.look.inputs import DayInput, LongSelect
from standby.rooms.needs.forms.choices import Choice, level_choices, role_choices, role_of

_MOST = 9_999
_MOST_DAYS = 30


class ChangeForm(forms.Form):
    """`choices` fills the lists by the names of their fields."""

    title: ClassVar[str | Promise] = ""

    def __init__(
        self, said: Mapping[str, str] | None, *, choices: Mapping[str, Sequence[Choice]], prefix: str = ""
    ) -> None:
        super().__init__(said, prefix=prefix)
        for name, known in choices.items():
            if name in self.fields:
                self.fields[name].choices = known  # type: ignore[attr-defined]  # each is a field of choices
        if "role" in self.fields:
            self.fields["role"].choices = role_choices(words="", chosen="")  # type: ignore[attr-defined]
            self.fields["level"].choices = level_choices("")  # type: ignore[attr-defined]

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if isinstance(first, date) and isinstance(last, date) and last < first:
            self.add_error("last_day", gettext("The last day is before the first. Look at both again."))
        return cleaned

    def changes(self) -> list[str]:
        raise NotImplementedError

    def _days(self) -> str:
        return f"{self.cleaned_data['first_day']}..{self.cleaned_data['last_day']}"

    def _role(self) -> str:
        """With its level; a health role is asked for with its licence checked."""
        chosen = role_of(self.cleaned_data["role"])
        code = chosen.code if chosen else self.cleaned_data["role"].partition("/")[0]
        return f"{code}:{self.cleaned_data['level']}{':v' if self.cleaned_data.get('is_checked') else ''}"


def _first() -> forms.DateField:
    return forms.DateField(label=_("First day"), widget=DayInput)


def _last() -> forms.DateField:
    return forms.DateField(label=_("Last day"), widget=DayInput)


def _number(label: object, *, least: int = 1, most: int = _MOST) -> forms.IntegerField:
    return forms.IntegerField(label=str(label), min_value=least, max_value=most)


class SiteClosesForm(ChangeForm):
    title = _("A site closes")

    site = forms.ChoiceField(label=_("Site"), widget=LongSelect)

    def changes(self) -> list[str]:
        return [f"site:{self.cleaned_data['site']}:closed"]


class BedsForm(ChangeForm):
    title = _("A site has more beds, or fewer")

    site = forms.ChoiceField(label=_("Site"), widget=LongSelect)
    more = forms.IntegerField(
        label=_("How many more"), help_text=_("With a minus for fewer."), min_value=-_MOST, max_value=_MOST
    )
    first_day = _first()
    last_day = _last()

    def changes(self) -> list[str]:
        return [f"beds:{self.cleaned_data['site']}:{self._days()}:{self.cleaned_data['more']:+d}"]


class PeopleForm(ChangeForm):
    title = _("More people offer help")

    number = _number(_("How many people"))
    role = forms.ChoiceField(label=_("Role"), widget=LongSelect, error_messages={"required": _("Choose a role.")})
    level = forms.ChoiceField(label=_("How much do they know?"), widget=forms.RadioSelect, initial="2")
    is_checked = forms.BooleanField(label=_("Their licences are checked"), required=False)
    home = forms.ChoiceField(
        label=_("They set out from"),
        widget=LongSelect,
        required=False,
        help_text=_("Left empty: they come on their own."),
    )
    first_day = _first()
    last_day = _last()

    def changes(self) -> list[str]:
        said = self.cleaned_data
        return [f"people:{said['number']}:{self._role()}:{said['home'] or '-'}:{self._days()}"]


class RoadForm(ChangeForm):
    title = _("A road opens, or a bus leaves")

    home = forms.ChoiceField(label=_("They set out from"), widget=LongSelect)
    region = forms.ChoiceField(label=_("Region"), widget=LongSelect)
    days = forms.IntegerField(
        label=_("Whole days of travel each way"),
        help_text=_("Left empty: as now."),
        min_value=0,
        max_value=_MOST_DAYS,
        required=False,
    )
    seats = forms.IntegerField(
        label=_("Seats more each day"), help_text=_("Left empty: as now."), min_value=1, max_value=_MOST, required=False
    )
    first_day = forms.DateField(label=_("First day with these seats"), widget=DayInput, required=False)
    last_day = forms.DateField(label=_("Last day with these seats"), widget=DayInput, required=False)

    def clean(self) -> dict[str, object]:
        cleaned = super().clean()
        if cleaned.get("days") is None and not cleaned.get("seats"):
            self.add_error("days", gettext("Say how long the way takes, how many seats there are, or both."))
        if cleaned.get("seats") and not (cleaned.get("first_day") and cleaned.get("last_day")):
            self.add_error("first_day", gettext("Say from when to when there are these seats."))
        return cleaned

    def changes(self) -> list[str]:
        said, found = self.cleaned_data, []
        if said["days"] is not None:
            found.append(f"route:{said['home']}:{said['region']}:{said['days']}")
        if said["seats"]:
            found.append(f"seats:{said['home']};{said['region']}:{self._days()}:+{said['seats']}")
        return found


class NeedForm(ChangeForm):
    title = _("A need asks for more people or fewer, or is cancelled")

    need = forms.ChoiceField(label=_("Need"), widget=LongSelect)
    more = forms.IntegerField(
        label=_("How many more"),
        help_text=_("With a minus for fewer. Left empty: the need is cancelled."),
        min_value=-_MOST,
        max_value=_MOST,
        required=False,
    )

    def changes(self) -> list[str]:
        more = self.cleaned_data["more"]
        return [f"need:{self.cleaned_data['need']}:{'cancelled' if more is None else f'{more:+d}'}"]


class NewNeedForm(ChangeForm):
    title = _("A need is added")

    site = forms.ChoiceField(label=_("Site"), widget=LongSelect)
    role = forms.ChoiceField(label=_("Role"), widget=LongSelect, error_messages={"required": _("Choose a role.")})
    level = forms.ChoiceField(label=_("How much must they know?"), widget=forms.RadioSelect, initial="1")
    is_checked = forms.BooleanField(label=_("Checked licences only"), required=False)
    number = _number(_("How many people"))
    priority = _number(_("Priority, 1 the highest"), most=5)
    first_day = _first()
    last_day = _last()

    def changes(self) -> list[str]:
        said = self.cleaned_data
        asked = f"{self._role()}:{self._days()}:{said['number']}:{said['priority']}"
        return [f"new_need:what-if-{said['first_day']:%m%d}-{said['number']}:{said['site']}:{asked}"]


FORMS: Mapping[str, type[ChangeForm]] = {
    "site": SiteClosesForm,
    "people": PeopleForm,
    "road": RoadForm,
    "beds": BedsForm,
    "need": NeedForm,
    "new_need": NewNeedForm,
}

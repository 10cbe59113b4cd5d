"""Somebody stands at the desk, or has left a form on paper: one page, by the keyboard alone.

Enter looks the words up and says who may be the same person; Enter again stores.
"""

from collections.abc import Sequence
from datetime import date, datetime, time
from typing import cast
from zoneinfo import ZoneInfo

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from standby.domain.catalogue import is_combat_offer
from standby.domain.days import Days
from standby.domain.offers import Lodging, Offer, PersonalDetails, Travel
from standby.domain.roles import Level, OfferedRole
from standby.rooms.desk.forms import phone_read
from standby.rooms.desk.typed import PastDayField, TypedDayField, TypedHourField, TypedLanguagesField
from standby.rooms.look.inputs import PhoneInput

WRITTEN_IN = [("hy", "Հայերեն"), ("ru", "Русский"), ("en", "English"), ("az", "Azərbaycanca")]
_LEVELS = [
    (Level.SUPERVISED, _("With somebody beside them")),
    (Level.INDEPENDENT, _("On their own")),
    (Level.LEADS_OTHERS, _("They can lead others")),
]
_LONGEST_WINDOW = 366
_NO_AUTOFILL = {"autocomplete": "off"}


class FirstIsFocused(forms.CheckboxSelectMultiple):
    """Boxes of which the first may be where the keyboard stands."""

    is_focused = False

    def create_option(self, *args: object, **kwargs: object) -> dict[str, object]:
        option = super().create_option(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives it
        if self.is_focused and option["index"] == "0":
            option["attrs"]["autofocus"] = True
        return dict(option)


class HandForm(forms.Form):
    """Who they are, how they are reached, and what they can do; what may stay empty comes last."""

    name = forms.CharField(
        label=_("Name, as they write it"), max_length=200, widget=forms.TextInput(attrs=_NO_AUTOFILL)
    )
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False, widget=PhoneInput(attrs=_NO_AUTOFILL))
    email = forms.EmailField(label=_("E-mail"), required=False, widget=forms.EmailInput(attrs=_NO_AUTOFILL))
    language = forms.ChoiceField(label=_("Language we write to them in"), choices=WRITTEN_IN)
    words = forms.CharField(
        label=_("What can they do?"),
        max_length=200,
        help_text=_("In their own words, in any language: nurse, վարորդ, повар, tərcüməçi."),
        widget=forms.TextInput(attrs=_NO_AUTOFILL),
        error_messages={"required": _("Say what they can do: one word is enough, in any language.")},
    )
    languages = TypedLanguagesField()
    first_day = TypedDayField(
        label=_("First day they are free"), help_text=_("Day and month, like 7.10, or in how many days, like +3.")
    )
    last_day = TypedDayField(label=_("Last day they are free"))
    is_of_age = forms.BooleanField(
        label=_("They are 18 or older"),
        error_messages={"required": _("Only people of 18 years and over can be registered. Thank them for coming.")},
    )
    level = forms.TypedChoiceField(
        label=_("How do they do it?"),
        choices=_LEVELS,
        coerce=lambda value: Level(int(value)),
        widget=forms.RadioSelect,
        initial=Level.SUPERVISED,
        required=False,
    )
    home = forms.ChoiceField(label=_("Where do they set out from?"), required=False)
    seats = forms.IntegerField(
        label=_("Free seats beside them, if they drive"), required=False, min_value=0, max_value=60
    )
    max_stay_days = forms.IntegerField(
        label=_("How many days in a row at most, travel included?"), required=False, min_value=1, max_value=366
    )
    own_travel = forms.BooleanField(label=_("They come by their own means"), required=False)
    own_lodging = forms.BooleanField(label=_("They have a place to sleep there"), required=False)
    roles = forms.MultipleChoiceField(label=_("Which of these do they mean?"), required=False, widget=FirstIsFocused)
    looked = forms.CharField(required=False, widget=forms.HiddenInput)

    asked_first: tuple[str, ...] = (
        "name",
        "phone",
        "email",
        "language",
        "words",
        "languages",
        "first_day",
        "last_day",
        "is_of_age",
    )
    may_stay_empty = ("home", "seats", "max_stay_days", "own_travel", "own_lodging")

    def __init__(
        self,
        *args: object,
        role_choices: Sequence[tuple[str, str]],
        home_choices: Sequence[tuple[str, str]],
        today: date,
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self._today = today
        self.fields["roles"].choices = role_choices  # type: ignore[attr-defined]  # a field of choices
        self.fields["home"].choices = [("", gettext("Somewhere else")), *home_choices]  # type: ignore[attr-defined]
        for field in self.fields.values():
            if isinstance(field, TypedDayField):
                field.today = today

    @property
    def first_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.asked_first]

    @property
    def other_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.may_stay_empty]

    @property
    def says_more(self) -> bool:
        """Whether anything was said, or has to be mended, of what may stay empty."""
        names = ("level", *self.may_stay_empty)
        return bool(self.errors.keys() & set(names)) or bool(set(names) & set(self.changed_data))

    @property
    def has_found(self) -> bool:
        return bool(cast(forms.MultipleChoiceField, self.fields["roles"]).choices)

    def focus(self) -> None:
        """The keyboard stands at the first thing to mend, else at the roles found, else at the first question."""
        wrong = next((name for name in self.fields if name in self.errors), "")
        if self.has_found and not wrong:
            cast(FirstIsFocused, self.fields["roles"].widget).is_focused = True
        else:
            self.fields[wrong or self.asked_first[0]].widget.attrs["autofocus"] = True

    def clean_phone(self) -> str:
        return phone_read(self.cleaned_data["phone"])

    def clean_words(self) -> str:
        words: str = self.cleaned_data["words"]
        if is_combat_offer(words):
            raise forms.ValidationError(
                gettext("This is for civilian help only. Offers to fight are not taken, and nothing of this was kept.")
            )
        if not self.has_found:
            raise forms.ValidationError(gettext("Nothing was found for these words. Try others, in any language."))
        return words

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if isinstance(first, date) and isinstance(last, date):
            self._look_at_days(first, last)
        return cleaned

    def _look_at_days(self, first: date, last: date) -> None:
        if last < first:
            self.add_error("last_day", gettext("The last day is before the first. Look at both again."))
        elif last < self._today and not self.may_be_over:
            self.add_error("last_day", gettext("These days are over. Give days to come."))
        elif (last - first).days > _LONGEST_WINDOW:
            self.add_error("last_day", gettext("That is more than a year. Give the days you are sure of."))

    @property
    def may_be_over(self) -> bool:
        return False

    def details(self) -> PersonalDetails:
        said = self.cleaned_data
        return PersonalDetails(
            name=said["name"].strip(),
            phones=(said["phone"],) if said["phone"] else (),
            emails=(said["email"],) if said["email"] else (),
        )

    def offer(self) -> Offer:
        said = self.cleaned_data
        keys = [key.partition("/") for key in said["roles"]]
        codes, tags = dict.fromkeys(code for code, _, _ in keys), dict.fromkeys(tag for _, _, tag in keys if tag)
        return Offer(
            roles=tuple(OfferedRole(code=code, level=said["level"] or Level.SUPERVISED) for code in codes),
            tags=tuple(tags),
            languages=tuple(said["languages"]),
            windows=(Days(first=said["first_day"], last=said["last_day"]),),
            max_stay_days=said["max_stay_days"],
            home=said["home"],
            travel=Travel.OWN if said["own_travel"] else Travel.SEAT,
            seats=said["seats"],
            lodging=Lodging.OWN if said["own_lodging"] else Lodging.NEED,
        )


class PaperHandForm(HandForm):
    """What stands on a form of paper, with its number and the day and hour written on it."""

    number = forms.CharField(
        label=_("Number of the form"),
        max_length=12,
        help_text=_("Six digits and a letter or digit, like 000 123 J."),
        widget=forms.TextInput(attrs=_NO_AUTOFILL),
    )
    written_on = PastDayField(label=_("Day on the form"))
    written_hour = TypedHourField(label=_("Hour on the form"))

    asked_first = ("number", "written_on", "written_hour", *HandForm.asked_first)

    @property
    def may_be_over(self) -> bool:
        """Their days may have passed while the paper lay there: they get an answer all the same."""
        return True

    def written_at(self, zone: ZoneInfo) -> datetime:
        day: date = self.cleaned_data["written_on"]
        hour: time = self.cleaned_data["written_hour"]
        return datetime.combine(day, hour, tzinfo=zone)

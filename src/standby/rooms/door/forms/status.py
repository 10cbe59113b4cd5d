"""What people say on their own page."""

from collections.abc import Sequence
from datetime import date

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from standby.domain.catalogue import title
from standby.domain.days import Days
from standby.domain.offers import Lodging, Offer, Travel
from standby.domain.roles import Level, OfferedRole
from standby.rooms.look.inputs import DayInput

SPOKEN = [
    ("hy", "Հայերեն"),
    ("ru", "Русский"),
    ("en", "English"),
    ("az", "Azərbaycanca"),
    ("ka", "ქართული"),
    ("fr", "Français"),
    ("de", "Deutsch"),
    ("es", "Español"),
    ("ar", "العربية"),
    ("fa", "فارسی"),
    ("tr", "Türkçe"),
]
LEVELS = [
    (Level.SUPERVISED, _("With somebody beside me")),
    (Level.INDEPENDENT, _("On my own")),
    (Level.LEADS_OTHERS, _("I can lead others")),
]
_LONGEST_WINDOW = 366


class CodeForm(forms.Form):
    code = forms.CharField(
        label=_("Receipt code"),
        max_length=40,
        help_text=_("14 letters and digits, as they stand on your slip. Spaces and dashes do not matter."),
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters", "spellcheck": "false"}),
    )


class OfferForm(forms.Form):
    """One person's offer in their own words; `roles` are those that were found for what they wrote."""

    why = {
        "words": _("We look for the places where exactly this is needed."),
        "first_day": _("You are only called for days on which you are free, travel included."),
        "home": _("For the days of travel and the seats on the bus."),
        "seats": _("Whoever drives can take others along."),
    }

    words = forms.CharField(
        label=_("What can you do?"),
        required=False,
        max_length=200,
        help_text=_("In your own words, in any language: nurse, վարորդ, повар, tərcüməçi."),
    )
    roles = forms.MultipleChoiceField(
        label=_("Which of these do you mean?"), required=False, widget=forms.CheckboxSelectMultiple
    )
    level = forms.TypedChoiceField(
        label=_("How do you do it?"),
        choices=LEVELS,
        coerce=lambda value: Level(int(value)),
        widget=forms.RadioSelect,
        initial=Level.SUPERVISED,
    )
    languages = forms.MultipleChoiceField(
        label=_("Which languages do you speak?"), choices=SPOKEN, widget=forms.CheckboxSelectMultiple
    )
    first_day = forms.DateField(label=_("First day you are free"), widget=DayInput())
    last_day = forms.DateField(label=_("Last day you are free"), widget=DayInput())
    max_stay_days = forms.IntegerField(
        label=_("How many days in a row at most, travel included?"), required=False, min_value=1, max_value=366
    )
    home = forms.ChoiceField(label=_("Where do you set out from?"), required=False)
    own_travel = forms.BooleanField(label=_("I come by my own means"), required=False)
    seats = forms.IntegerField(
        label=_("Free seats beside you, if you drive"), required=False, min_value=0, max_value=60
    )
    own_lodging = forms.BooleanField(label=_("I have a place to sleep there"), required=False)

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

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        first, last = cleaned.get("first_day"), cleaned.get("last_day")
        if isinstance(first, date) and isinstance(last, date):
            self._look_at_days(first, last)
        if not cleaned.get("roles") and "roles" in cleaned:
            self.add_error("words", gettext("Say what you can do, press “Look for it”, and choose at least one."))
        return cleaned

    def _look_at_days(self, first: date, last: date) -> None:
        if last < first:
            self.add_error("last_day", gettext("The last day is before the first. Look at both again."))
        elif last < self._today:
            self.add_error("last_day", gettext("These days are over. Give days to come."))
        elif (last - first).days > _LONGEST_WINDOW:
            self.add_error("last_day", gettext("That is more than a year. Give the days you are sure of."))

    def offer(self, before: Offer) -> Offer:
        """What was said; the party and what only a list knows stay as they were."""
        said = self.cleaned_data
        codes = dict.fromkeys(key.split("/")[0] for key in said["roles"])
        tags = dict.fromkeys(key.split("/")[1] for key in said["roles"] if key.split("/")[1])
        return Offer(
            roles=tuple(OfferedRole(code=code, level=said["level"]) for code in codes),
            tags=tuple(tags),
            languages=tuple(said["languages"]),
            windows=(Days(first=said["first_day"], last=said["last_day"]),),
            max_stay_days=said["max_stay_days"],
            max_total_days=before.max_total_days,
            rested_from=before.rested_from,
            home=said["home"],
            travel=Travel.OWN if said["own_travel"] else Travel.SEAT,
            seats=said["seats"],
            lodging=Lodging.OWN if said["own_lodging"] else Lodging.NEED,
            party=before.party,
            party_rule=before.party_rule,
        )


def role_key(code: str, tag: str) -> str:
    return f"{code}/{tag}"


def role_choices_of(offer: Offer, *, language: str) -> list[tuple[str, str]]:
    """The roles somebody has already; a tag goes with the first role it belongs to."""
    plain = [tag.removesuffix(":v") for tag in offer.tags]
    choices: dict[str, str] = {}
    for role in offer.roles:
        named = [
            tag for tag in plain if title(role.code, tag, language=language) != title(role.code, language=language)
        ]
        for tag in named or [""]:
            choices[role_key(role.code, tag)] = title(role.code, tag, language=language)
    return list(choices.items())


def initial_of(offer: Offer, *, language: str) -> dict[str, object]:
    window = offer.windows[0] if offer.windows else None
    return {
        "roles": [key for key, _title in role_choices_of(offer, language=language)],
        "level": max((role.level for role in offer.roles), default=Level.SUPERVISED),
        "languages": list(offer.languages),
        "first_day": window.first if window else None,
        "last_day": window.last if window else None,
        "max_stay_days": offer.max_stay_days,
        "home": offer.home,
        "own_travel": offer.travel is Travel.OWN,
        "seats": offer.seats,
        "own_lodging": offer.lodging is Lodging.OWN,
    }

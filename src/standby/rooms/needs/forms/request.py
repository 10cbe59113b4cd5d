"""A site asks for people: every question of the request, and what is wrong with an answer, at its field."""

from collections.abc import Mapping, Sequence
from datetime import date

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from standby.domain.days import Days
from standby.domain.roles import Level, needs_licence
from standby.domain.staffing import LONGEST_ROTATION, Staffing
from standby.rooms.look.inputs import DayInput, LongSelect, PhoneInput
from standby.rooms.look.texts import Spoken, require_one, said_in, spoken, text_fields
from standby.rooms.needs.actions.requesting import (
    LONGEST_NEED,
    MOST_PEOPLE,
    OLDEST_MINIMUM,
    YOUNGEST,
    Wish,
    too_many,
)
from standby.rooms.needs.forms.choices import language_choices, level_choices, role_choices, role_of, tag_choices
from standby.rooms.needs.hazards import Hazard, Provision
from standby.rooms.places.queries.sites import SiteView

_MOST_POSTS = 9_999_999
_LONGEST_ROTATION = 60
_TEXTS = ("if_nobody_comes", "task", "provided", "hazards")


class RequestForm(forms.Form):
    """`posts` and `hours` become people under the rest rules; nothing is stored before that number was shown."""

    why = {
        "supervisor": _("Nobody is sent to a place where nobody answers for them. Shown only to who accepted."),
        "all_of": _("Tick a language only if the work cannot be done without it: each one leaves people out."),
        "rotation": _("Nobody works on without an end: after a rotation others come."),
    }

    site = forms.ChoiceField(label=_("For which site?"), widget=LongSelect)
    words = forms.CharField(
        label=_("Who is needed?"),
        required=False,
        max_length=200,
        help_text=_("In your own words, in any language, then press “Look for it”. Or choose from the list below."),
    )
    role = forms.ChoiceField(label=_("Role"), widget=LongSelect, error_messages={"required": _("Choose a role.")})
    level = forms.TypedChoiceField(
        label=_("How much must they know?"),
        coerce=lambda value: Level(int(value)),
        widget=forms.RadioSelect,
        initial=int(Level.SUPERVISED),
    )
    is_verified = forms.BooleanField(label=_("Only people whose licence is checked"), required=False)
    tags = forms.MultipleChoiceField(
        label=_("They must also have"), required=False, widget=forms.CheckboxSelectMultiple
    )
    all_of = forms.MultipleChoiceField(
        label=_("They must speak all of these"), required=False, widget=forms.CheckboxSelectMultiple
    )
    any_of = forms.MultipleChoiceField(
        label=_("And at least one of these"), required=False, widget=forms.CheckboxSelectMultiple
    )
    posts = forms.IntegerField(
        label=_("How many must be at work at the same time?"),
        help_text=_("Posts, not people: how many people that takes is worked out for you."),
        min_value=1,
        max_value=_MOST_POSTS,
        error_messages={
            "min_value": _("Ask for at least one person."),
            "max_value": _("Ask for 10,000 people at most, or divide it among several sites."),
        },
    )
    hours = forms.IntegerField(
        label=_("For how many hours a day?"),
        min_value=1,
        max_value=24,
        initial=8,
        error_messages={
            "min_value": _("A day has 1 to 24 hours of work."),
            "max_value": _("A day has 1 to 24 hours of work."),
        },
    )
    first_day = forms.DateField(label=_("First day"), widget=DayInput())
    last_day = forms.DateField(label=_("Last day"), widget=DayInput())
    rotation = forms.IntegerField(
        label=_("How many days does one group stay at most?"),
        min_value=1,
        max_value=_LONGEST_ROTATION,
        initial=LONGEST_ROTATION,
    )
    supervisor = forms.CharField(label=_("Who answers for them at the site?"), max_length=120)
    supervisor_phone = forms.CharField(label=_("Telephone of this person"), max_length=40, widget=PhoneInput())
    provides = forms.MultipleChoiceField(
        label=_("What do you give them?"),
        choices=Provision.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    hazard_codes = forms.MultipleChoiceField(
        label=_("What could hurt them?"),
        choices=Hazard.choices,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    minimum_age = forms.IntegerField(
        label=_("Minimum age"),
        min_value=YOUNGEST,
        max_value=OLDEST_MINIMUM,
        initial=YOUNGEST,
        error_messages={"min_value": _("Nobody under 18 is called. Give 18 or more.")},
    )

    def __init__(
        self,
        *args: object,
        sites: Sequence[tuple[SiteView, str]],
        languages: Sequence[str],
        today: date,
        words: str = "",
        chosen_role: str = "",
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self._languages, self._today = tuple(languages), today
        self._sites = {site.ref: site for site, _name in sites}
        choices: Mapping[str, object] = {
            "site": [(site.ref, name) for site, name in sites],
            "role": role_choices(words=words, chosen=chosen_role),
            "level": level_choices(chosen_role),
            "tags": tag_choices(),
            "all_of": language_choices(),
            "any_of": language_choices(),
        }
        for name, known in choices.items():
            self.fields[name].choices = known  # type: ignore[attr-defined]  # each is a field of choices
        for name, label, lines in _text_questions():
            is_asked = name == "if_nobody_comes"
            self.fields |= text_fields(
                name, label=label, languages=languages, max_length=1000, lines=lines, is_asked=is_asked
            )

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        self._look_at_days(cleaned.get("first_day"), cleaned.get("last_day"))
        message = gettext("Say what happens if nobody comes: it decides how urgent this is.")
        require_one(self, "if_nobody_comes", languages=self._languages, message=message)
        if not self.errors and self._people() > MOST_PEOPLE:
            self.add_error("posts", too_many(self._people()))
        return cleaned

    def _look_at_days(self, first: object, last: object) -> None:
        if not (isinstance(first, date) and isinstance(last, date)):
            return
        if last < first:
            self.add_error("last_day", gettext("The last day is before the first. Look at both again."))
        elif first < self._today:
            self.add_error("first_day", gettext("This day is over. Begin today or later."))
        elif (last - first).days >= LONGEST_NEED:
            self.add_error("last_day", gettext("That is more than a year. Ask for a year at most, and again after it."))

    def _people(self) -> int:
        """People, before anybody says that these are too many."""
        said = self.cleaned_data
        days = min(said["rotation"], (said["last_day"] - said["first_day"]).days + 1)
        return Staffing(posts=said["posts"], hours_per_day=said["hours"], days=days).people

    @property
    def chosen_site(self) -> SiteView:
        return self._sites[self.cleaned_data["site"]]

    @property
    def texts(self) -> dict[str, Spoken]:
        """The free texts, for the page."""
        return {name: spoken(self, name, languages=self._languages) for name in _TEXTS}

    def wish(self) -> Wish:
        said = self.cleaned_data
        role = role_of(said["role"])
        code = role.code if role else said["role"]
        tags = dict.fromkeys([*([role.tag] if role and role.tag else []), *said["tags"]])
        return Wish(
            site_id=self.chosen_site.id,
            site_code=self.chosen_site.code,
            role=code,
            level=said["level"],
            days=Days(first=said["first_day"], last=said["last_day"]),
            posts=said["posts"],
            hours_per_day=said["hours"],
            supervisor=said["supervisor"],
            supervisor_phone=said["supervisor_phone"],
            texts={name: said_in(said, name, languages=self._languages) for name in _TEXTS},
            tags=tuple(tags),
            languages=_conditions(said["all_of"], said["any_of"]),
            provides=tuple(said["provides"]),
            hazards=tuple(said["hazard_codes"]),
            needs_verified=said["is_verified"] or needs_licence(code),
            longest_rotation=said["rotation"],
            minimum_age=said["minimum_age"],
        )


def _conditions(all_of: Sequence[str], any_of: Sequence[str]) -> tuple[str, ...]:
    """Each entry is one condition; one met already by `all_of` is none."""
    is_new = bool(any_of) and not set(any_of) & set(all_of)
    return (*all_of, *(["|".join(any_of)] if is_new else []))


def _text_questions() -> list[tuple[str, str, int]]:
    return [
        ("if_nobody_comes", gettext("What happens if nobody comes?"), 3),
        ("task", gettext("What will they do?"), 3),
        ("provided", gettext("Anything more about what you give them"), 2),
        ("hazards", gettext("Anything more about what could hurt them"), 2),
    ]

"""A site asks for people: every question of the request, and what is wrong with an answer, at its field."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from standby.domain.roles import needs_licence
from standby.domain.staffing import LONGEST_ROTATION, Staffing
from standby.rooms.look.inputs import PhoneInput
from standby.rooms.look.texts import Spoken, require_one, said_in, spoken, text_fields
from standby.rooms.needs.actions.requesting import (
    MOST_PEOPLE,
    OLDEST_MINIMUM,
    YOUNGEST,
    Wish,
    too_many,
)
from standby.rooms.needs.forms.asked import AskedForm
from standby.rooms.needs.hazards import Hazard, Provision

_MOST_POSTS = 9_999_999
_LONGEST_ROTATION = 60
_TEXTS = ("if_nobody_comes", "task", "provided", "hazards")


class RequestForm(AskedForm):
    """`posts` and `hours` become people under the rest rules; nothing is stored before that number was shown."""

    why = {
        **AskedForm.why,
        "supervisor": _("Nobody is sent to a place where nobody answers for them. Shown only to who accepted."),
        "rotation": _("Nobody works on without an end: after a rotation others come."),
    }

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

    def __init__(self, *args: object, languages: Sequence[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self._languages = tuple(languages)
        for name, label, lines in _text_questions():
            is_asked = name == "if_nobody_comes"
            self.fields |= text_fields(
                name, label=label, languages=languages, max_length=1000, lines=lines, is_asked=is_asked
            )

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        message = gettext("Say what happens if nobody comes: it decides how urgent this is.")
        require_one(self, "if_nobody_comes", languages=self._languages, message=message)
        if not self.errors and self._people() > MOST_PEOPLE:
            self.add_error("posts", too_many(self._people()))
        return cleaned

    def _people(self) -> int:
        """People, before anybody says that these are too many."""
        said = self.cleaned_data
        days = min(said["rotation"], (said["last_day"] - said["first_day"]).days + 1)
        return Staffing(posts=said["posts"], hours_per_day=said["hours"], days=days).people

    @property
    def texts(self) -> dict[str, Spoken]:
        """The free texts, for the page."""
        return {name: spoken(self, name, languages=self._languages) for name in _TEXTS}

    def wish(self) -> Wish:
        said = self.cleaned_data
        role, tags = self.role_and_tags()
        return Wish(
            site_id=self.chosen_site.id,
            site_code=self.chosen_site.code,
            role=role,
            level=said["level"],
            days=self.days(),
            posts=said["posts"],
            hours_per_day=said["hours"],
            supervisor=said["supervisor"],
            supervisor_phone=said["supervisor_phone"],
            texts={name: said_in(said, name, languages=self._languages) for name in _TEXTS},
            tags=tags,
            languages=self.conditions(),
            provides=tuple(said["provides"]),
            hazards=tuple(said["hazard_codes"]),
            needs_verified=said["is_verified"] or needs_licence(role),
            longest_rotation=said["rotation"],
            minimum_age=said["minimum_age"],
        )


def _text_questions() -> list[tuple[str, str, int]]:
    return [
        ("if_nobody_comes", gettext("What happens if nobody comes?"), 3),
        ("task", gettext("What will they do?"), 3),
        ("provided", gettext("Anything more about what you give them"), 2),
        ("hazards", gettext("Anything more about what could hurt them"), 2),
    ]

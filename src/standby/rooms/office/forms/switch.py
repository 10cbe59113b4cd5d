"""The switch at the door: for whom, how far open, until when, and one public sentence in each language."""

from django import forms
from django.forms import BoundField
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from standby.domain.catalogue import all_crisis_roles, all_families, title
from standby.domain.door import EVERYBODY, SwitchState
from standby.rooms.look.days import page_language, say_city
from standby.rooms.look.inputs import LongSelect
from standby.rooms.look.moments import MomentField
from standby.rooms.look.texts import Spoken, said_in, spoken, text_fields
from standby.rooms.operations.queries import OperationView
from standby.rooms.operations.switches import MOST_LETTERS, SwitchChange, known_codes

Choice = tuple[str, str]


class SwitchForm(forms.Form):
    """Says everything the switch can be set to; what belongs together is checked by the switch itself."""

    why = {
        "role": gettext_lazy("A role can be shut by itself: “no more drivers, nurses welcome”."),
        "until": gettext_lazy("It is written at the door. At that moment the door opens by itself."),
    }

    role = forms.ChoiceField(label=gettext_lazy("For whom"), required=False, widget=LongSelect)
    state = forms.ChoiceField(
        label=gettext_lazy("How the door shall stand"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose how the door shall stand.")},
    )

    def __init__(self, *args: object, operation: OperationView, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self._languages = operation.languages
        self.fields["role"].choices = _role_choices()  # type: ignore[attr-defined]  # a ChoiceField has them
        self.fields["role"].is_asked = True  # type: ignore[attr-defined]  # "everybody" is an answer, not an empty one
        self.fields["state"].choices = _state_choices()  # type: ignore[attr-defined]
        self.fields["until"] = MomentField(
            zone=operation.zone,
            label=_("A pause: people may come back from (%(city)s time)") % {"city": say_city(operation.time_zone)},
            required=False,
        )
        self.fields |= text_fields(
            "words",
            label=_("A sentence for everybody at the door"),
            languages=self._languages,
            max_length=MOST_LETTERS,
            lines=2,
        )

    @property
    def questions(self) -> list[BoundField]:
        return [self["role"], self["state"], self["until"]]

    @property
    def sentences(self) -> Spoken:
        return spoken(self, "words", languages=self._languages)

    @property
    def change(self) -> SwitchChange:
        """Raises Refused where what was chosen does not go together."""
        words = said_in(self.cleaned_data, "words", languages=self._languages)
        return SwitchChange(
            role=self.cleaned_data["role"],
            state=SwitchState(self.cleaned_data["state"]),
            until=self.cleaned_data["until"],
            # A sentence typed over several lines is one sentence.
            words={language: " ".join(text.split()) for language, text in words.items()},
        )


def _state_choices() -> list[Choice]:
    return [
        (SwitchState.OPEN, _("Open: offers are taken and settled as usual")),
        (SwitchState.QUEUE, _("Open, with a queue: offers are taken, looked at later, and people are told so")),
        (SwitchState.PAUSED, _("Paused: no offers until the moment you name below")),
        (SwitchState.CLOSED, _("Closed: no more offers, with thanks")),
    ]


def _role_choices() -> list[tuple[str, str | list[Choice]]]:
    """Everybody, then the crisis roles by family. One code is one choice: what it throws together is shut together."""
    language = page_language()
    groups: list[tuple[str, str | list[Choice]]] = [(EVERYBODY, _("Everybody"))]
    listed: set[str] = set()
    for key, family in all_families().items():
        codes = {role.code for role in all_crisis_roles() if role.family == key} - listed
        listed |= codes
        if codes:
            choices = sorted(((code, title(code, language=language)) for code in codes), key=lambda choice: choice[1])
            groups.append((family.title(language), choices))
    rest = [(code, title(code, language=language)) for code in sorted(known_codes() - listed)]
    return [*groups, (_("Other occupations"), rest)]

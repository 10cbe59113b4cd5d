"""What every asking for people says: where, who, and from when until when."""

from collections.abc import Mapping, Sequence
from datetime import date

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from standby.domain.days import Days
from standby.domain.roles import Level
from standby.rooms.look.inputs import DayInput, LongSelect
from standby.rooms.needs.actions.requesting import LONGEST_NEED
from standby.rooms.needs.forms.choices import language_choices, level_choices, role_choices, role_of, tag_choices
from standby.rooms.places.queries.sites import SiteView


class AskedForm(forms.Form):
    """`words` are somebody's own for a role, `chosen_role` the one that was chosen so far."""

    why: Mapping[str, object] = {
        "all_of": _("Tick a language only if the work cannot be done without it: each one leaves people out."),
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
    first_day = forms.DateField(label=_("First day"), widget=DayInput())
    last_day = forms.DateField(label=_("Last day"), widget=DayInput())

    def __init__(
        self,
        *args: object,
        sites: Sequence[tuple[SiteView, str]],
        today: date,
        words: str = "",
        chosen_role: str = "",
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self._today = today
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

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        self._look_at_days(cleaned.get("first_day"), cleaned.get("last_day"))
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

    @property
    def chosen_site(self) -> SiteView:
        return self._sites[self.cleaned_data["site"]]

    def days(self) -> Days:
        return Days(first=self.cleaned_data["first_day"], last=self.cleaned_data["last_day"])

    def role_and_tags(self) -> tuple[str, tuple[str, ...]]:
        """The role's code, and what else they must have: its own tag first."""
        said = self.cleaned_data
        role = role_of(said["role"])
        tags = dict.fromkeys([*([role.tag] if role and role.tag else []), *said["tags"]])
        return (role.code if role else said["role"]), tuple(tags)

    def conditions(self) -> tuple[str, ...]:
        """Each entry is one condition on languages; one met already by `all_of` is none."""
        all_of, any_of = self.cleaned_data["all_of"], self.cleaned_data["any_of"]
        is_new = bool(any_of) and not set(any_of) & set(all_of)
        return (*all_of, *(["|".join(any_of)] if is_new else []))

"""What may be needed: who, where, when, how urgent, and how likely."""

from django import forms
from django.utils.translation import gettext_lazy as _

from standby.domain.roles import needs_licence
from standby.rooms.needs.actions.forecasting import Expected
from standby.rooms.needs.actions.requesting import MOST_PEOPLE
from standby.rooms.needs.forms.asked import AskedForm
from standby.rooms.needs.words import LIKELIHOODS, PRIORITIES


class ForecastForm(AskedForm):
    """Likelihood is asked in words: nobody knows it to a per cent."""

    why = {
        **AskedForm.why,
        "headcount": _("How many people at a time, days off included."),
        "priority": _("Judge by what happens if nobody comes. When people are scarce, 1 goes first."),
        "percent": _("The likelier it is, the more people are kept free for it instead of being called now."),
    }

    headcount = forms.IntegerField(
        label=_("How many people?"),
        min_value=1,
        max_value=MOST_PEOPLE,
        error_messages={
            "min_value": _("Ask for at least one person."),
            "max_value": _("Ask for 10,000 people at most, or divide it among several sites."),
        },
    )
    priority = forms.TypedChoiceField(
        label=_("What happens if nobody comes?"),
        choices=[(number, f"{number}.") for number in PRIORITIES],
        coerce=int,
        widget=forms.RadioSelect,
    )
    percent = forms.TypedChoiceField(
        label=_("How likely is it?"), choices=list(LIKELIHOODS.items()), coerce=int, widget=forms.RadioSelect
    )

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        words = [(number, f"{number}. {sentence}") for number, sentence in PRIORITIES.items()]
        self.fields["priority"].choices = words  # type: ignore[attr-defined]  # a field of choices

    def expected(self) -> Expected:
        said = self.cleaned_data
        role, tags = self.role_and_tags()
        return Expected(
            site_id=self.chosen_site.id,
            site_code=self.chosen_site.code,
            role=role,
            level=said["level"],
            days=self.days(),
            headcount=said["headcount"],
            priority=said["priority"],
            percent=said["percent"],
            tags=tags,
            languages=self.conditions(),
            needs_verified=said["is_verified"] or needs_licence(role),
        )

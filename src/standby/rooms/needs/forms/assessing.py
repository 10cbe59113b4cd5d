"""The approver's judgement of a need: how dangerous, how urgent."""

from django import forms
from django.utils.translation import gettext_lazy as _

from standby.rooms.needs.models import Risk
from standby.rooms.needs.words import PRIORITIES, RISKS


class AssessForm(forms.Form):
    """`risk` is not asked in a risk zone: there it is raised, whatever anybody thinks."""

    why = {
        "risk": _("Think of those who come and of those they meet: could this harm somebody?"),
        "priority": _("Judge by what happens if nobody comes. When people are scarce, 1 goes first."),
    }

    risk = forms.ChoiceField(
        label=_("Could this harm somebody?"), choices=list(RISKS.items()), widget=forms.RadioSelect
    )
    priority = forms.TypedChoiceField(
        label=_("What happens if nobody comes?"),
        choices=list(PRIORITIES.items()),
        coerce=int,
        widget=forms.RadioSelect,
    )

    def __init__(self, *args: object, is_risk_zone: bool, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        words = [(number, f"{number}. {sentence}") for number, sentence in PRIORITIES.items()]
        self.fields["priority"].choices = words  # type: ignore[attr-defined]  # a field of choices
        if is_risk_zone:
            del self.fields["risk"]

    @property
    def risk_said(self) -> Risk:
        return Risk(self.cleaned_data.get("risk", Risk.RAISED))

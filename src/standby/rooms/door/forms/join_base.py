"""The questions of the sign-up as the pages draw them. They check nothing: `domain.sign_up` alone decides."""

from collections.abc import Iterable, Mapping, Sequence

from django import forms
from django.forms.utils import ErrorDict
from django.forms.widgets import Input
from django.utils.datastructures import MultiValueDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from standby.domain.sign_up import Field, SignUpFault
from standby.rooms.door.sign_up_words import LABELS, fault_said, label_of

Choices = Sequence[tuple[str, str | Promise]]
Why = dict[str, tuple[Promise, ...]]
# How long an answer is kept stands with every question.
SEALED = _("Kept sealed until the operation ends.")
KEPT = _("Kept until the operation ends.")
NOT_KEPT = _("Used to find the right words, and not kept.")
YES_NO: Choices = (("yes", _("Yes")), ("no", _("No")))


class StepForm(forms.Form):
    """One page of questions. `said` is all that was answered so far, `faults` what is to be mended on this page."""

    reasons: Why = {}
    # What is ticked before anybody has answered.
    usual: Mapping[str, Sequence[str]] = {}

    def __init__(self, said: Mapping[str, Sequence[str]], faults: Iterable[SignUpFault] = ()) -> None:
        self._faults = list(faults)
        answers = {**self.usual, **{name: values for name, values in said.items() if values}}
        super().__init__(MultiValueDict({name: list(values) for name, values in answers.items()}))
        for name, field in self.fields.items():
            field.label = str(LABELS[Field(name)])

    @property
    def why(self) -> dict[str, str]:
        return {name: " ".join(map(str, sentences)) for name, sentences in self.reasons.items()}

    def full_clean(self) -> None:
        """Nothing but what the one rule found."""
        self._errors = ErrorDict()
        self.cleaned_data: dict[str, object] = {}
        for fault in self._faults:
            said = str(fault_said(fault))
            if fault.field.value in self.fields:
                self.add_error(fault.field.value, said)
            else:
                self.add_error(None, f"{label_of(fault.field)}: {said}")


def asked(field: forms.Field) -> forms.Field:
    """A question that has to be answered: the page does not say that it may stay empty."""
    field.is_asked = True  # type: ignore[attr-defined]  # read by components/optional.html
    return field


def text(*, kind: type[Input] = forms.TextInput, **attributes: str) -> forms.CharField:
    return forms.CharField(required=False, widget=kind(attrs=attributes))


def radio(choices: Choices) -> forms.ChoiceField:
    return forms.ChoiceField(required=False, choices=choices, widget=forms.RadioSelect)


def ticks(choices: Choices = ()) -> forms.MultipleChoiceField:
    return forms.MultipleChoiceField(required=False, choices=choices, widget=forms.CheckboxSelectMultiple)


def tick() -> forms.BooleanField:
    return forms.BooleanField(required=False, widget=forms.CheckboxInput(attrs={"value": "yes"}))

"""One form with each kind of question."""

from django import forms
from tests.pages.styleguide.words import Words

from standby.rooms.look.inputs import DayInput, PhoneInput


class Sample(forms.Form):
    phone = forms.CharField(widget=PhoneInput())
    first_day = forms.DateField(widget=DayInput(), required=False)
    role = forms.ChoiceField()
    languages = forms.MultipleChoiceField(widget=forms.CheckboxSelectMultiple())
    travel = forms.ChoiceField(widget=forms.RadioSelect())
    consent = forms.BooleanField()

    def __init__(self, *, words: Words) -> None:
        super().__init__({"phone": "12345", "first_day": "2020-10-12", "role": "0"})
        self.why = {"phone": words.why}
        self.fields["phone"].label = words.label
        self.fields["phone"].help_text = words.help
        choices = list(enumerate(words.needs))
        for name in ("role", "languages", "travel"):
            self.fields[name].label = words.question
            self.fields[name].choices = choices  # type: ignore[attr-defined]  # these three are fields with choices
        self.fields["first_day"].label = words.what_to_do
        self.fields["consent"].label = words.reason
        self.add_error("phone", words.fault)

"""What is asked at the desk."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from standby.domain.credentials import Standing
from standby.exchange.phones import read_phone
from standby.rooms.door.actions.reading import DEFAULT_REGION
from standby.rooms.look.inputs import DayInput, PhoneInput
from standby.rooms.people.actions.licences import Finding

_NO_AUTOFILL = {"autocomplete": "off"}


def phone_read(written: str) -> str:
    """In E.164; raises ValidationError with what to do."""
    if not written.strip():
        return ""
    read = read_phone(written, region=DEFAULT_REGION)
    if not read.startswith("+"):
        raise forms.ValidationError(
            gettext("This is no telephone number we can call. Write it with its country, like +374 00 123456.")
        )
    return str(read)


class ContactForm(forms.Form):
    """What somebody says of themself: it goes before what any list says."""

    name = forms.CharField(label=_("Name, as they write it"), max_length=200, required=False)
    phone = forms.CharField(label=_("Telephone"), max_length=40, required=False, widget=PhoneInput(attrs=_NO_AUTOFILL))
    email = forms.EmailField(label=_("E-mail"), required=False, widget=forms.EmailInput(attrs=_NO_AUTOFILL))

    def clean_phone(self) -> str:
        return phone_read(self.cleaned_data["phone"])


_FOUND = [
    (Standing.PRIMARY_VERIFIED.value, _("I looked it up at the registry, and it is valid")),
    (Standing.SEEN.value, _("I have seen the document")),
    (Standing.EXPIRED.value, _("It has expired")),
    (Standing.REVOKED.value, _("The registry says it was taken away")),
    (Standing.REFUSED.value, _("There is no such licence")),
]


class LicenceForm(forms.Form):
    """What the verifier found. There is no place for an image: what a holder sent goes with the decision."""

    standing = forms.ChoiceField(label=_("What did you find?"), choices=_FOUND, widget=forms.RadioSelect)
    issuer = forms.CharField(
        label=_("Issued by"),
        max_length=200,
        required=False,
        help_text=_("Issuer and number are needed when you looked it up or saw it."),
    )
    number = forms.CharField(label=_("Number"), max_length=80, required=False)
    expires_on = forms.DateField(label=_("Valid until"), required=False, widget=DayInput())
    tags = forms.MultipleChoiceField(
        label=_("Which of these does it name?"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: object, tag_choices: Sequence[tuple[str, str]], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self.fields["tags"].choices = tag_choices  # type: ignore[attr-defined]  # a field of choices
        if not tag_choices:
            del self.fields["tags"]

    def finding(self) -> Finding:
        found = self.cleaned_data
        return Finding(
            standing=Standing(found["standing"]),
            issuer=found["issuer"],
            number=found["number"],
            expires_on=found["expires_on"],
            tags=tuple(found.get("tags", ())),
        )

"""What people change about themselves on their own page, and the word by which they erase it all."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from standby.domain.offers import LicenceClaim, PersonalDetails
from standby.exchange.emails import read_email
from standby.exchange.phones import read_phone
from standby.exchange.photos import LARGEST_PHOTO, PhotoProblem, shrunk_in_process
from standby.exchange.problems import Problem
from standby.rooms.look.inputs import DayInput, LongSelect, PhoneInput

_LONGEST_NAME, _LONGEST_NUMBER = 200, 80
_PHOTO_PROBLEMS = {
    PhotoProblem.TOO_LARGE: _("This photo has more than 10 megabytes. Take it anew with fewer, or send none."),
    PhotoProblem.NO_PHOTO: _("This could not be read as a photo. Send a JPEG, PNG or WebP picture, or none."),
    PhotoProblem.TOO_MANY_PIXELS: _(
        "This picture has more than 60 million points. Take it anew with fewer, or send none."
    ),
}
# Somebody far away writes their number with its country.
_REGION = ""


class OwnContactForm(forms.Form):
    """Name, telephone and e-mail as they are now; what stays as it was changes nothing."""

    name = forms.CharField(
        label=_("Name, as you write it"),
        max_length=_LONGEST_NAME,
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    phone = forms.CharField(
        label=_("Telephone"), max_length=40, required=False, widget=PhoneInput(attrs={"autocomplete": "tel"})
    )
    email = forms.CharField(
        label=_("E-mail"), max_length=254, required=False, widget=forms.EmailInput(attrs={"autocomplete": "email"})
    )

    why = {
        "phone": _("To reach you quickly when you are called. With its country, like +374 00 123456."),
        "email": _("We write there when anything changes, in your language."),
    }

    def clean_phone(self) -> str:
        written = str(self.cleaned_data["phone"])
        read = read_phone(written, region=_REGION) if written else ""
        if isinstance(read, Problem):
            raise forms.ValidationError(
                gettext("This is no telephone number we can call. Write it with its country, like +374 00 123456.")
            )
        return read

    def clean_email(self) -> str:
        written = str(self.cleaned_data["email"])
        read = read_email(written) if written else ""
        if isinstance(read, Problem):
            raise forms.ValidationError(gettext("Write the address like name@example.org."))
        return read

    def changed(self, before: PersonalDetails) -> dict[str, str]:
        """Only what is new: the first telephone and the first e-mail are those that we write to."""
        said = self.cleaned_data
        new = {
            "name": said["name"] if said["name"] != before.full_name else "",
            "phone": said["phone"] if said["phone"] not in before.phones[:1] else "",
            "email": said["email"] if said["email"] not in before.emails[:1] else "",
        }
        return {name: value for name, value in new.items() if value}


class OwnLicenceForm(forms.Form):
    """One licence: for what, its number, who issued it, and its last day."""

    held_for = forms.ChoiceField(label=_("What is the licence for?"), widget=LongSelect)
    number = forms.CharField(label=_("Number"), max_length=_LONGEST_NUMBER)
    issuer = forms.CharField(label=_("Issued by"), max_length=_LONGEST_NAME)
    expires_on = forms.DateField(label=_("Valid until"), required=False, widget=DayInput())
    photo = forms.FileField(
        label=_("A photo of it"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/jpeg,image/png,image/webp", "data-photo": ""}),
    )

    why = {
        "number": _("It is looked up at the registry."),
        "expires_on": _("Leave it empty if it does not end."),
        "photo": _(
            "It helps where no registry can be asked. Only whoever checks licences sees it, and it is deleted with "
            "their decision, after 30 days at the latest. What the camera wrote into it is removed at once."
        ),
    }

    def __init__(self, *args: object, choices: Sequence[tuple[str, str]], length: int = 0, **kwargs: object) -> None:
        """`length` is that of the whole request, in bytes: far too long a one arrives without its photo."""
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self._length = length
        self.fields["held_for"].choices = choices  # type: ignore[attr-defined]  # a field of choices

    def clean_photo(self) -> bytes:
        """Small and bare; empty where none was sent."""
        sent = self.cleaned_data["photo"]
        if sent is None and self._length > 2 * LARGEST_PHOTO:
            raise forms.ValidationError(_PHOTO_PROBLEMS[PhotoProblem.TOO_LARGE])
        if sent is None:
            return b""
        found = PhotoProblem.TOO_LARGE if sent.size > LARGEST_PHOTO else shrunk_in_process(sent.read())
        if isinstance(found, PhotoProblem):
            raise forms.ValidationError(_PHOTO_PROBLEMS[found])
        return found

    def licence(self) -> LicenceClaim:
        said = self.cleaned_data
        code, _, tag = said["held_for"].partition("/")
        return LicenceClaim(
            role=code, tag=tag, issuer=said["issuer"], number=said["number"], expires_on=said["expires_on"]
        )


class EraseForm(forms.Form):
    understood = forms.BooleanField(label=_("I understand that nobody can bring it back"))

"""The first region and the first site."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from standby.rooms.look.inputs import PhoneInput
from standby.rooms.office.forms.languages import language_name
from standby.rooms.places.actions.adding import NewSite

_MOST = 100_000


class FirstSiteForm(forms.Form):
    """A region is what people know before they accept; the site, its address and its hour only after."""

    why = {
        "region": _("People see it before they accept."),
        "is_risk_zone": _("There every need is approved by two people, and nobody outside learns what is short."),
        "arrivals": _("Nobody is sent to where nobody can receive them."),
        "beds": _("Nobody is called to a site that has no bed for them."),
        "address": _("It is kept sealed and shown only to those who accepted."),
    }

    region = forms.CharField(label=_("Name of the region"), max_length=120)
    is_risk_zone = forms.BooleanField(label=_("It is a risk zone"), required=False)
    arrivals = forms.IntegerField(
        label=_("People its reception takes a day"),
        required=False,
        min_value=0,
        max_value=_MOST,
        help_text=_("Leave it empty where there is no limit."),
    )
    address = forms.CharField(label=_("Address of the site"), required=False, max_length=300)
    meeting_point = forms.CharField(label=_("Where people meet there"), required=False, max_length=300)
    contact_phone = forms.CharField(label=_("Telephone of the site"), required=False, max_length=40, widget=PhoneInput)
    beds = forms.IntegerField(
        label=_("Beds at the site"),
        required=False,
        min_value=0,
        max_value=_MOST,
        help_text=_("Leave it empty where there is no limit."),
    )

    def __init__(self, *args: object, languages: Sequence[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self._languages = tuple(languages)
        names = {f"name_{code}": _name(code) for code in self._languages}
        self.fields = {**_part(self.fields, first=True), **names, **_part(self.fields, first=False)}

    def clean(self) -> None:
        if not self._site_names():
            raise forms.ValidationError(gettext("Give the site a name in at least one language."))

    def _site_names(self) -> dict[str, str]:
        given = {code: str(self.cleaned_data.get(f"name_{code}", "")).strip() for code in self._languages}
        return {code: name for code, name in given.items() if name}

    @property
    def site(self) -> NewSite:
        """Its region is not known yet: 0 stands for it until both are stored."""
        given = self.cleaned_data
        return NewSite(
            region_id=0,
            code="S1",
            names=self._site_names(),
            address=given["address"],
            meeting_point=given["meeting_point"],
            contact_phone=given["contact_phone"],
            beds=given["beds"],
        )


_OF_THE_REGION = {"region", "is_risk_zone", "arrivals"}


def _part(fields: dict[str, forms.Field], *, first: bool) -> dict[str, forms.Field]:
    return {name: field for name, field in fields.items() if (name in _OF_THE_REGION) is first}


def _name(code: str) -> forms.CharField:
    return forms.CharField(
        label=_("Name of the site, in %(language)s") % {"language": language_name(code)},
        required=False,
        max_length=120,
        widget=forms.TextInput(attrs={"lang": code}),
    )

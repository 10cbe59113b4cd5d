"""A site: its names, where it stands, how it is reached, how many can sleep there."""

from collections.abc import Sequence

from django import forms
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from standby.rooms.look.inputs import PhoneInput
from standby.rooms.look.texts import Spoken, require_one, said_in, spoken, text_fields, text_initial
from standby.rooms.places.actions.adding import MOST_BEDS, NewSite
from standby.rooms.places.forms.codes import code_field
from standby.rooms.places.forms.points import PointField
from standby.rooms.places.queries.regions import RegionView
from standby.rooms.places.queries.sites import SiteView


class SiteForm(forms.Form):
    """Changing one: everything but its code."""

    why = {
        "address": _("Shown only to the desk, to the site and to people who accepted to come here."),
        "contact_phone": _("The desk rings it when a need is not renewed."),
        "point": _("Of two people who can do the same, the one with the shorter way is called."),
    }

    region = forms.ChoiceField(label=_("Region"))
    address = forms.CharField(label=_("Address"), required=False, max_length=300)
    meeting_point = forms.CharField(label=_("Where people meet"), required=False, max_length=300)
    contact_phone = forms.CharField(
        label=_("Telephone of the site"), required=False, max_length=40, widget=PhoneInput()
    )
    point = PointField(
        help_text=_(
            "Press near the site in any map and copy the two numbers: 40.18, 44.51. They are kept sealed, and only to "
            "about ten kilometres."
        )
    )
    beds = forms.IntegerField(
        label=_("Beds"),
        help_text=_("Days that differ get their own number. Left empty: no limit."),
        required=False,
        min_value=0,
        max_value=MOST_BEDS,
    )

    def __init__(
        self, *args: object, languages: Sequence[str], regions: Sequence[RegionView], **kwargs: object
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self._languages = tuple(languages)
        self.fields["region"].choices = [(region.code, region.name) for region in regions]  # type: ignore[attr-defined]
        self._region_ids = {region.code: region.id for region in regions}
        self.fields |= text_fields(
            "name", label=pgettext("of a place", "Name"), languages=languages, max_length=200, is_asked=True
        )

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        require_one(self, "name", languages=self._languages, message=gettext("Give the name in at least one language."))
        return cleaned

    @property
    def names(self) -> Spoken:
        return spoken(self, "name", languages=self._languages)

    def site(self, *, code: str) -> NewSite:
        said = self.cleaned_data
        return NewSite(
            region_id=self._region_ids[said["region"]],
            code=code,
            names=said_in(said, "name", languages=self._languages),
            address=said["address"],
            meeting_point=said["meeting_point"],
            contact_phone=said["contact_phone"],
            beds=said["beds"],
            point=said["point"],
        )


class NewSiteForm(SiteForm):
    code = code_field()


def site_initial(site: SiteView) -> dict[str, object]:
    return {
        **text_initial("name", site.details.names),
        "region": site.region_code,
        "address": site.details.address,
        "meeting_point": site.details.meeting_point,
        "contact_phone": site.details.contact_phone,
        "beds": site.beds,
        "point": site.details.point or "",
    }

"""A region: what it is called, whether it is dangerous, how many it can receive."""

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from standby.rooms.places.actions.limiting import MOST_A_DAY
from standby.rooms.places.forms.codes import code_field
from standby.rooms.places.queries.regions import RegionView


class RegionForm(forms.Form):
    """Changing one."""

    why = {
        "name": _("People read it before they accept, instead of the site. Name an area, not a village."),
        "is_risk_zone": _(
            "Needs in a risk zone are approved by two people, and nothing of what is short there is told."
        ),
    }

    name = forms.CharField(label=pgettext_lazy("of a place", "Name"), max_length=120)
    is_risk_zone = forms.BooleanField(label=_("This is a risk zone"), required=False)
    arrivals = forms.IntegerField(
        label=_("People its reception can take a day"),
        help_text=_("Days that differ get their own number. Left empty: no limit."),
        required=False,
        min_value=0,
        max_value=MOST_A_DAY,
    )


class NewRegionForm(RegionForm):
    code = code_field()
    field_order = ("code", "name", "is_risk_zone", "arrivals")


def region_initial(region: RegionView) -> dict[str, object]:
    return {"name": region.name, "is_risk_zone": region.is_risk_zone, "arrivals": region.arrivals}

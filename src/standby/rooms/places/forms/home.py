"""A town that people set out from, and how many days it is from there."""

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from standby.rooms.look.texts import Spoken, require_one, said_in, spoken, text_fields, text_initial
from standby.rooms.places.actions.adding import MOST_TRAVEL_DAYS, HomeFacts
from standby.rooms.places.forms.codes import code_field
from standby.rooms.places.forms.points import PointField
from standby.rooms.places.queries.homes import HomeView
from standby.rooms.places.queries.regions import RegionView


class HomeForm(forms.Form):
    why = {"point": _("Of two people who can do the same, the one with the shorter way is called.")}

    country = forms.RegexField(
        label=_("Country"),
        regex=r"^[A-Z]{2}$",
        required=False,
        help_text=_("Two capital letters: AM, GE, FR."),
        error_messages={"invalid": _("Use the two capital letters of the country, such as AM.")},
    )
    point = PointField(help_text=_("Press on the town in any map and copy the two numbers: 40.18, 44.51."))

    def __init__(self, *args: object, languages: Sequence[str], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self._languages = tuple(languages)
        self.fields |= text_fields(
            "name", label=pgettext("of a place", "Name"), languages=languages, max_length=120, is_asked=True
        )

    def clean(self) -> dict[str, object]:
        cleaned: dict[str, object] = super().clean() or {}
        require_one(self, "name", languages=self._languages, message=gettext("Give the name in at least one language."))
        return cleaned

    @property
    def names(self) -> Spoken:
        return spoken(self, "name", languages=self._languages)

    def facts(self) -> HomeFacts:
        said = self.cleaned_data
        names = said_in(said, "name", languages=self._languages)
        return HomeFacts(names=names, country=said["country"], point=said["point"])


class NewHomeForm(HomeForm):
    code = code_field()


class RoutesForm(forms.Form):
    """Whole days of travel each way, region by region."""

    def __init__(self, *args: object, regions: Sequence[RegionView], **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self._region_ids = {f"to_{region.code}": region.id for region in regions}
        for region in regions:
            self.fields[f"to_{region.code}"] = forms.IntegerField(
                label=gettext("To %(region)s") % {"region": region.name},
                min_value=0,
                max_value=MOST_TRAVEL_DAYS,
            )

    def days_by_region(self) -> dict[int, int]:
        return {region_id: self.cleaned_data[name] for name, region_id in self._region_ids.items()}


def home_initial(home: HomeView) -> dict[str, object]:
    return {**text_initial("name", home.names), "country": home.country, "point": home.point or ""}


def routes_initial(days: Mapping[int, int], *, regions: Sequence[RegionView]) -> dict[str, int]:
    return {f"to_{region.code}": days.get(region.id, 0) for region in regions}

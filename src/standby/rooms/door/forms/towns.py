"""Towns that sound like no home of the operation: beside each, the home that is meant."""

from collections.abc import Mapping, Sequence

from django import forms
from django.utils.translation import gettext

from standby.exchange.towns import TownValue
from standby.rooms.door.homes import likely_home
from standby.rooms.look.days import page_language
from standby.rooms.look.inputs import LongSelect
from standby.rooms.places.queries.homes import HomeView

# A list with more unknown towns than this is read once its commonest are said.
MOST_TOWNS = 100


class TownsForm(forms.Form):
    """A field for each of the commonest towns, with what was said before, or what its name makes likely."""

    def __init__(
        self,
        *args: object,
        towns: Sequence[TownValue],
        said: Mapping[str, str],
        homes: Sequence[HomeView],
        **kwargs: object,
    ) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self._towns = {f"town-{place}": town for place, town in enumerate(towns[:MOST_TOWNS])}
        language = page_language()
        named = sorted((home.name(language), home.code) for home in homes)
        choices = [("", gettext("None of these, or not known")), *((code, name) for name, code in named)]
        for field, town in self._towns.items():
            before = said.get(town.key)
            self.fields[field] = forms.ChoiceField(
                label=town.value,
                required=False,
                choices=choices,
                widget=LongSelect,
                initial=likely_home(town.value, homes) if before is None else before,
            )

    def choices(self) -> dict[str, str]:
        """The code of the home by the key of the town; empty for none."""
        return {town.key: self.cleaned_data[field] for field, town in self._towns.items()}

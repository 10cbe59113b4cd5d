"""How many people to call for each hundred that are needed, by role."""

from collections.abc import Mapping

from django import forms
from django.utils.translation import gettext_lazy as _

from standby.rooms.operations.queries import EVERY_ROLE

_LEAST, _MOST = 100, 300


class OverCallForm(forms.Form):
    """One field for every role that is asked for, and one for all the others."""

    why = {EVERY_ROLE: _("Some of those who are called cannot come. 100 calls nobody more than is needed.")}

    def __init__(self, *args: object, roles: Mapping[str, str], chosen: Mapping[str, int]) -> None:
        super().__init__(*args)  # type: ignore[arg-type]  # passes on what Django's own form takes
        others = chosen.get(EVERY_ROLE, _LEAST)
        self.fields[EVERY_ROLE] = _field(str(_("Every role not named below")), initial=others)
        for code, name in roles.items():
            self.fields[code] = _field(name, initial=chosen.get(code), is_required=False)

    def factors(self) -> dict[str, int]:
        """Hundredths by role; a role left empty goes with all the others."""
        return {code: value for code, value in self.cleaned_data.items() if value is not None}


def _field(name: str, *, initial: int | None, is_required: bool = True) -> forms.IntegerField:
    return forms.IntegerField(label=name, min_value=_LEAST, max_value=_MOST, initial=initial, required=is_required)

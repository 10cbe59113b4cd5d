"""Where on the map something lies, as a person copies it from there."""

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from standby.domain.points import MapPoint, point_said

_LONGEST = 60


class PointField(forms.CharField):
    """Its value is a MapPoint, or None where nothing was said."""

    def __init__(self, **kwargs: object) -> None:
        said = {"label": _("Where on the map"), "required": False, "max_length": _LONGEST, **kwargs}
        super().__init__(**said)  # type: ignore[arg-type]  # passed through as Django gives them

    def clean(self, value: object) -> MapPoint | None:
        said = str(super().clean(value))
        try:
            return point_said(said) if said else None
        except ValueError as error:
            raise ValidationError(
                gettext("Give the two numbers that a map shows for it, north first: 40.18, 44.51.")
            ) from error

"""Codes of places: they stand in addresses, on lists and on paper, and never change."""

from django import forms
from django.utils.translation import gettext_lazy as _


def code_field() -> forms.RegexField:
    return forms.RegexField(
        label=_("Code"),
        regex=r"^[a-z0-9][a-z0-9-]{1,39}$",
        help_text=_("2 to 40 small Latin letters, digits or dashes. It stands on lists and cannot be changed later."),
        error_messages={"invalid": _("Use 2 to 40 small Latin letters, digits or dashes.")},
    )

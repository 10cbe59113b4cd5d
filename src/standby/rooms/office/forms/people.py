"""The second coordinator."""

from django import forms

from standby.rooms.accounts.forms import NewUserForm


class SecondForm(forms.Form):
    """Somebody else, so that nobody decides alone what needs two."""

    login = NewUserForm.base_fields["login"]

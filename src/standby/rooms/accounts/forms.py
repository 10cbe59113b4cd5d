from django import forms
from django.contrib.auth.forms import AuthenticationForm
from django.utils.translation import gettext_lazy as _

from standby.rooms.accounts.models import Duty


class LogInForm(AuthenticationForm):
    error_messages = {
        "invalid_login": _(
            "This name and this password do not belong together. Look at both again: capital letters count."
        ),
        "inactive": _("This account is closed. Ask a coordinator."),
    }

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]  # passed through as Django gives them
        self.fields["username"].label = _("Log-in name")
        self.fields["password"].label = _("Password")


class PasswordForm(forms.Form):
    """A new password of one's own, in place of the one this installation made."""

    old = forms.CharField(
        label=_("Password until now"), widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    new = forms.CharField(
        label=_("New password"),
        help_text=_("At least 12 characters. A sentence that only you would write is good; you may paste it."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )


class NewUserForm(forms.Form):
    """Somebody who is to work here, and their first duty."""

    login = forms.RegexField(
        label=_("Log-in name"),
        regex=r"^[a-z0-9][a-z0-9.-]{2,39}$",
        help_text=_("3 to 40 small letters, digits, dots or dashes. Not an e-mail, and better not the whole name."),
        error_messages={"invalid": _("Use 3 to 40 small Latin letters, digits, dots or dashes.")},
    )
    duty = forms.ChoiceField(label=_("Duty"), choices=Duty.choices)

"""Which channel goes first."""

from collections.abc import Collection

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from standby.rooms.messages.models import Channel

_NAMES = {
    Channel.EMAIL: _("By e-mail, with a link to this page"),
    Channel.SMS: _("By SMS, without any link: it begins with your code word"),
    Channel.TELEGRAM: _("By Telegram, which says only that there is a message"),
    Channel.PAPER: _("By a letter on paper, handed over at the desk"),
}


class ChannelForm(forms.Form):
    """The channels for which there is an address."""

    why = {"channel": _("What matters most comes by a second way too, where there is one.")}

    def __init__(self, said: QueryDict | None, *, possible: Collection[Channel], first: Channel | None) -> None:
        super().__init__(said)
        self.fields["channel"] = forms.ChoiceField(
            label=_("We write to you first"),
            widget=forms.RadioSelect,
            choices=[(channel.value, name) for channel, name in _NAMES.items() if channel in possible],
            initial=first.value if first else "",
        )

    @property
    def first(self) -> Channel:
        return Channel(self.cleaned_data["channel"])

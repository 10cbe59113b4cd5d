"""How often somebody wants to hear that nothing has changed."""

from django import forms
from django.utils.translation import gettext_lazy as _

from standby.domain.words import Wish

_CHANGES = "changes"
_OFTEN = [
    ("0", _("As often as you promise everybody")),
    ("7", _("At most once a week")),
    ("14", _("At most once in two weeks")),
    ("30", _("At most once a month")),
    (_CHANGES, _("Only when something changes")),
]


class WordForm(forms.Form):
    often = forms.ChoiceField(
        label=_("How often shall we write that nothing has changed?"),
        choices=_OFTEN,
        help_text=_(
            "A call, or anything else that changes, we always tell you at once. This page is renewed all the same."
        ),
    )

    def wish(self) -> Wish:
        often = self.cleaned_data["often"]
        return Wish(only_changes=True) if often == _CHANGES else Wish(every_days=int(often))


def word_form(wish: Wish) -> WordForm:
    return WordForm(initial={"often": _CHANGES if wish.only_changes else str(wish.every_days)})

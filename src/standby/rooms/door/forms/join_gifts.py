"""The last page of the sign-up: what else somebody could give, and their agreement."""

from django import forms
from django.utils.translation import gettext_lazy as _

from standby.domain.sign_up import Field
from standby.rooms.door.forms.join_base import KEPT, SEALED, Choices, StepForm, asked, text, tick, ticks

_GOODS: Choices = (
    ("food", _("Food that keeps")),
    ("water", _("Drinking water")),
    ("warm_things", _("Warm clothes and blankets")),
    ("hygiene", _("Soap and hygiene")),
    ("baby_things", _("Things for babies")),
    ("medical", _("Medical supplies, unopened")),
    ("tools", _("Tools and machines")),
    ("tents", _("Tents and tarpaulins")),
    ("power", _("Generators, lamps, fuel")),
    ("vehicle", _("A vehicle to lend")),
    ("rooms", _("Rooms or beds")),
    ("other", _("Something else")),
)
_FROM_HOME: Choices = (
    ("telephone", _("Telephoning")),
    ("translating", _("Translating")),
    ("writing", _("Writing and editing")),
    ("typing", _("Typing lists")),
    ("computers", _("Computers and websites")),
    ("listening", _("Listening to people in need")),
    ("lodging", _("Taking people in at home")),
    ("sewing", _("Sewing and mending")),
    ("collecting", _("Collecting and sorting things")),
    ("other", _("Something else")),
)


class SendForm(StepForm):
    """What else somebody could give, and their agreement."""

    reasons = {
        Field.GOODS: (_("Please do not bring or send anything before we write."), KEPT),
        Field.GOODS_TEXT: (SEALED,),
        Field.MONEY: (_("We write how, once it is asked for. Never give money to somebody who calls."), KEPT),
        Field.MONEY_TEXT: (SEALED,),
        Field.FROM_HOME: (_("Much help needs no journey."), KEPT),
        Field.FROM_HOME_TEXT: (SEALED,),
        Field.CONSENT: (_("Without it nothing may be kept. You can withdraw it on your page at any time."),),
    }

    goods = ticks(_GOODS)
    goods_text = text(autocomplete="off")
    money = tick()
    money_text = text(autocomplete="off")
    from_home = ticks(_FROM_HOME)
    from_home_text = text(autocomplete="off")
    consent = asked(tick())

    @property
    def gives(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name != Field.CONSENT]

    @property
    def gives_anything(self) -> bool:
        """Whether that part of the page stands open."""
        return any(bound.value() or bound.errors for bound in self.gives)


GOODS_WORDS, FROM_HOME_WORDS = dict(_GOODS), dict(_FROM_HOME)

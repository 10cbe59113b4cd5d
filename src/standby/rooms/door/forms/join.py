"""The first two pages of the sign-up: who somebody is, and what they can do."""

from collections.abc import Iterable, Mapping, Sequence

from django import forms
from django.utils.translation import gettext_lazy as _

from standby.domain.roles import Level
from standby.domain.sign_up import Field, SignUpFault
from standby.rooms.door.forms.join_base import (
    KEPT,
    NOT_KEPT,
    SEALED,
    YES_NO,
    Choices,
    StepForm,
    asked,
    radio,
    text,
    tick,
    ticks,
)
from standby.rooms.door.forms.status import LEVELS, SPOKEN
from standby.rooms.look.inputs import DayInput, LongSelect, PhoneInput


class YouForm(StepForm):
    """Who somebody is, and how they are reached."""

    reasons = {
        Field.AGE: (_("Only people of 18 years and over can be called."), _("The day of your birth is not asked.")),
        Field.AFFILIATION: (_("Then your own organisation calls you, and we would call you twice."), KEPT),
        Field.NAME: (_("So that we can call you by it, and nobody is called in your place."), SEALED),
        Field.PHONE: (_("To reach you quickly when you are called. With its country, like +374 00 123456."), SEALED),
        Field.EMAIL: (_("We write there when anything changes, in your language."), SEALED),
        Field.NO_CONTACT: (_("Then you get a code at the end, and read your answer with it."),),
    }

    age = asked(radio(YES_NO))
    affiliation = asked(radio(YES_NO))
    name = asked(text(autocomplete="name"))
    phone = asked(text(kind=PhoneInput, autocomplete="tel"))
    email = asked(text(kind=forms.EmailInput, autocomplete="email"))
    no_contact = tick()


class WhatForm(StepForm):
    """What somebody can do. `roles` holds what was found for their words and what they ticked."""

    reasons = {
        Field.WORDS: (_("We look for the places where exactly this is needed."), NOT_KEPT),
        Field.ROLES: (_("A plan matches these with what is asked for."), KEPT),
        Field.LEVEL: (_("Nobody is left alone with work they do not know."), KEPT),
        Field.LANGUAGES: (_("Many places need somebody who is understood."), KEPT),
        Field.LICENCE_FOR: (_("A health role is only relied on once its licence was looked up."),),
        Field.LICENCE_NUMBER: (
            _("It is looked up at the registry. A photo can be added later, on your own page."),
            SEALED,
        ),
    }
    usual = {Field.LEVEL: (str(int(Level.SUPERVISED)),)}

    words = text(autocomplete="off", autocapitalize="none")
    roles = ticks()
    level = asked(radio([(str(int(level)), word) for level, word in LEVELS]))
    languages = ticks(SPOKEN)
    licence_for = forms.ChoiceField(required=False, widget=LongSelect)
    licence_number = text(autocomplete="off", spellcheck="false")
    licence_issuer = text(autocomplete="off")
    licence_expires = forms.DateField(required=False, widget=DayInput())

    def __init__(
        self,
        said: Mapping[str, Sequence[str]],
        faults: Iterable[SignUpFault] = (),
        *,
        role_choices: Choices,
        licence_choices: Choices,
    ) -> None:
        super().__init__(said, faults)
        self.fields["words"].help_text = str(_("In your own words, in any language: nurse, վարորդ, повар, tərcüməçi."))
        self.fields["roles"].choices = role_choices  # type: ignore[attr-defined]  # a field of choices
        self.fields["licence_for"].choices = licence_choices  # type: ignore[attr-defined]

    @property
    def licence_fields(self) -> list[forms.BoundField]:
        return [self[name] for name in self.fields if name.startswith("licence_")]

    @property
    def states_a_licence(self) -> bool:
        """Whether that part of the page stands open."""
        return any(bound.value() or bound.errors for bound in self.licence_fields)

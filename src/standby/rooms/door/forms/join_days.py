"""The third page of the sign-up: when somebody is free, where from, how, and with whom."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from django import forms
from django.utils.translation import gettext_lazy as _

from standby.domain.sign_up import Field, SignUpFault
from standby.rooms.door.forms.join_base import KEPT, Choices, StepForm, asked, radio, text
from standby.rooms.door.sign_up_words import fault_said


@dataclass(frozen=True, slots=True, kw_only=True)
class Window:
    """One pair of days as it was typed, from 1, with what is to be mended."""

    place: int
    first: str
    last: str
    faults: tuple[str, ...]

    @property
    def is_wrong(self) -> bool:
        return bool(self.faults)


_TRAVEL: Choices = (
    ("seat", _("I would need a seat on a bus or in somebody's car")),
    ("own", _("I come by my own means")),
)
_LODGING: Choices = (("need", _("I would need a bed")), ("own", _("I have a place to sleep there")))
_PARTY: Choices = (
    ("alone", _("Yes, alone")),
    ("first", _("No: I sign up first, and the others get a code from me")),
    ("companion", _("No: somebody gave me the code of our party")),
)
_RULE: Choices = (("together", _("No, we stay together")), ("may_split", _("Yes, we may be called separately")))
MOST_WINDOWS = 4


class WhenForm(StepForm):
    """When somebody is free, where from, how, and with whom."""

    reasons = {
        Field.MAX_STAY_DAYS: (_("Nobody is called for longer than they can stay."), KEPT),
        Field.HOME: (_("For the days of travel and the seats on the bus."), KEPT),
        Field.TRAVEL: (_("Nobody is called without a way to come."), KEPT),
        Field.SEATS: (_("Whoever drives can take others along."), KEPT),
        Field.LODGING: (_("Beds are few: nobody is called to a place without one."), KEPT),
        Field.PARTY: (_("People who come together are called together, or not at all."), KEPT),
        Field.PARTY_SIZE: (_("Each of you signs up; you count when all have confirmed."), KEPT),
        Field.PARTY_RULE: (_("Each of you says it for themself."), KEPT),
    }
    usual = {
        Field.TRAVEL: ("seat",),
        Field.LODGING: ("need",),
        Field.PARTY: ("alone",),
        Field.PARTY_RULE: ("together",),
    }

    max_stay_days = text(inputmode="numeric", autocomplete="off")
    home = forms.ChoiceField(required=False)
    travel = asked(radio(_TRAVEL))
    seats = text(inputmode="numeric", autocomplete="off")
    lodging = asked(radio(_LODGING))
    party = asked(radio(_PARTY))
    party_size = text(inputmode="numeric", autocomplete="off")
    party_code = text(autocomplete="off", autocapitalize="characters", spellcheck="false")
    party_rule = asked(radio(_RULE))

    def __init__(
        self,
        said: Mapping[str, Sequence[str]],
        faults: Iterable[SignUpFault] = (),
        *,
        home_choices: Choices,
        more_days: bool = False,
    ) -> None:
        self._first, self._last = said.get(Field.FIRST_DAY, ()), said.get(Field.LAST_DAY, ())
        self._more = more_days
        super().__init__(said, faults)
        choices = [("", _("Somewhere else")), *home_choices]
        self.fields["home"].choices = choices  # type: ignore[attr-defined]  # a field of choices

    @property
    def windows(self) -> list[Window]:
        """Those that were begun, and one more where it was asked for; at least one."""
        begun = [place for days in (self._first, self._last) for place, day in enumerate(days, 1) if day.strip()]
        number = max([1, *begun]) + self._more
        return [self._window(place) for place in range(1, min(number, MOST_WINDOWS) + 1)]

    @property
    def may_have_more(self) -> bool:
        return len(self.windows) < MOST_WINDOWS

    def _window(self, place: int) -> Window:
        said = [fault_said(fault) for fault in self._faults if fault.place == place]
        return Window(
            place=place, first=_at(self._first, place), last=_at(self._last, place), faults=tuple(map(str, said))
        )

    @property
    def comes_alone(self) -> bool:
        """Whether the questions about a party stay folded."""
        return not any(self[name].errors for name in ("party_size", "party_code")) and self["party"].value() == "alone"


def _at(values: Sequence[str], place: int) -> str:
    return values[place - 1] if place <= len(values) else ""

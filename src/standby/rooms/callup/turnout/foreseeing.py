"""Of one need: how many to call, how many hold back as a second wave, and what is then to be expected."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from standby.planning.turnout import (
    Answering,
    Turnout,
    enough_yeses,
    foresee_after,
    foresee_waves,
    least_to_call,
    outlook,
    plan_waves,
    second_wave,
)

_HUNDRED = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedCount:
    """Where the people of one need stand: `there` are on the way or at work and count as certain."""

    there: int = 0
    accepted: int = 0
    pending: int = 0
    refused: int = 0

    @property
    def answered(self) -> int:
        return self.accepted + self.refused

    @property
    def is_settled(self) -> bool:
        """The first wave has answered: what is open now is known."""
        return self.answered > 0 and not self.pending


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """What the coordinator chose: `risk` in per cent, 0 for the plain factor; `at_least` is what the factor calls.

    `waves` is 1 too where the days that are left do not allow for two.
    """

    risk: int
    waves: int
    at_least: int

    @property
    def share(self) -> float:
        return self.risk / _HUNDRED


@dataclass(frozen=True, slots=True, kw_only=True)
class Foreseen:
    """Of one need. `call` are to be called, those there included, and `planned` were found; `held` stand by as the
    second wave; with `enough` yeses the rest is let go. `risk` (in per cent, one decimal) and `in_vain` are what then
    is to be expected; `once_call` and `once_in_vain` what calling everybody at once would take. `chosen_risk` is 0
    where the plain factor decides."""

    headcount: int
    there: int
    accepted: int
    refused: int
    yes: float
    yes_together: float
    comes: float
    comes_together: float
    chosen_risk: int
    waves: int
    call: int
    planned: int
    held: int
    enough: int
    expected: float
    risk: float
    in_vain: float
    once_call: int
    once_in_vain: float

    @property
    def answering(self) -> Answering:
        return Answering(
            yes=Turnout(chance=self.yes, together=self.yes_together),
            comes=Turnout(chance=self.comes, together=self.comes_together),
        )

    @property
    def is_riskier(self) -> bool:
        """Whether the risk is higher than was chosen."""
        return bool(self.chosen_risk) and self.risk > self.chosen_risk

    @property
    def is_two_waves(self) -> bool:
        return self.waves > 1

    def stored(self) -> dict[str, float | int]:
        return asdict(self)

    @classmethod
    def read(cls, stored: Mapping[str, float | int]) -> "Foreseen | None":
        """None for a plan that was made before anything was foretold."""
        return cls(**stored) if stored else None  # type: ignore[arg-type]  # as `stored` wrote it


def foresee(*, headcount: int, count: NeedCount, chosen: Chosen, answering: Answering) -> Foreseen:
    """Before a plan: what it is to call. People already there need not be called."""
    left = max(0, headcount - count.there)
    at_once = least_to_call(headcount=left, turnout=answering.at_once, risk=chosen.share or _USUAL)
    call, held = _numbers(left, at_once, count=count, chosen=chosen, answering=answering)
    wanted = max(count.there + call, chosen.at_least)
    shown = Foreseen(
        headcount=headcount,
        there=count.there,
        accepted=count.accepted,
        refused=count.refused,
        yes=answering.yes.chance,
        yes_together=answering.yes.together,
        comes=answering.comes.chance,
        comes_together=answering.comes.together,
        chosen_risk=chosen.risk,
        waves=chosen.waves if chosen.risk else 1,
        call=wanted,
        planned=wanted,
        held=held if wanted == count.there + call else 0,
        enough=count.there + enough_yeses(headcount=left, comes=answering.comes, risk=chosen.share or _USUAL),
        expected=0.0,
        risk=0.0,
        in_vain=0.0,
        once_call=count.there + at_once,
        once_in_vain=outlook(called=at_once, headcount=left, turnout=answering.at_once).in_vain,
    )
    return after_planning(shown, planned=wanted)


# Where the plain factor decides, "enough" and "at once" are said as for this risk.
_USUAL = 0.05


def after_planning(foreseen: Foreseen, *, planned: int, answering: Answering | None = None) -> Foreseen:
    """What is to be expected once a plan found `planned` people, by whom it found. Where it found fewer than it was to,
    nobody is left for a second wave."""
    law = answering or foreseen.answering
    left = max(0, foreseen.headcount - foreseen.there)
    uncertain = max(0, planned - foreseen.there)
    held = foreseen.held if planned >= foreseen.call else 0
    share = foreseen.chosen_risk / _HUNDRED or _USUAL
    fresh = max(0, uncertain - foreseen.accepted)
    if foreseen.accepted or foreseen.refused:
        asked = foreseen.accepted + foreseen.refused
        risk, in_vain = foresee_after(
            confirmed=min(foreseen.accepted, uncertain),
            asked=asked,
            called=fresh,
            headcount=left,
            answering=law,
            risk=share,
        )
    elif foreseen.waves > 1:
        waves = foresee_waves(first=uncertain, headcount=left, answering=law, risk=share, held=held)
        risk, in_vain = waves.risk, waves.in_vain
    else:
        once = outlook(called=uncertain, headcount=left, turnout=law.at_once)
        risk, in_vain = once.risk, once.in_vain
    coming = (min(foreseen.accepted, uncertain) + fresh * law.yes.chance) * law.comes.chance
    return replace(
        foreseen,
        yes=law.yes.chance,
        comes=law.comes.chance,
        planned=planned,
        held=held,
        expected=round(min(planned, foreseen.there) + coming, 1),
        risk=round(_HUNDRED * risk, 1),
        in_vain=round(in_vain, 1),
        once_in_vain=round(foreseen.once_in_vain, 1),
    )


def _numbers(left: int, at_once: int, *, count: NeedCount, chosen: Chosen, answering: Answering) -> tuple[int, int]:
    """How many to call beside those who are there, and how many to hold as a second wave."""
    if not left or not chosen.risk:
        return left, 0
    if chosen.waves == 1:
        return max(at_once, count.accepted), 0
    if count.is_settled:
        more = second_wave(
            confirmed=count.accepted,
            asked=count.answered,
            headcount=left,
            answering=answering,
            risk=chosen.share,
        )
        return count.accepted + more, 0
    waves = plan_waves(headcount=left, answering=answering, risk=chosen.share)
    return max(waves.first, count.accepted), waves.held

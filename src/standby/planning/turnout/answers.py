"""Two steps lie between a call and a pair of hands: the answer, and coming after a yes."""

from dataclasses import dataclass

from standby.planning.turnout.spread import Turnout


@dataclass(frozen=True, slots=True, kw_only=True)
class Answering:
    """`yes`: of those who are called, who says yes in time. `comes`: of those who said yes, who then comes."""

    yes: Turnout
    comes: Turnout

    @property
    def at_once(self) -> Turnout:
        """Both steps as one law: the exact chance, and the exact correlation between two people.

        >>> both = Answering(yes=Turnout(chance=0.5), comes=Turnout(chance=0.5)).at_once
        >>> (both.chance, both.together)
        (0.25, 0.0)
        """
        chance = self.yes.chance * self.comes.chance
        both = _two_of(self.yes) * _two_of(self.comes)
        spread = chance * (1 - chance)
        together = (both - chance**2) / spread if spread else 0.0
        return Turnout(chance=chance, together=max(0.0, together))


def _two_of(turnout: Turnout) -> float:
    """The chance that two people both do it."""
    return turnout.chance**2 + turnout.together * turnout.chance * (1 - turnout.chance)


# Before an operation has a history of its own: seven of ten who are called come, and what keeps one away may keep
# others away. An assumption on the careful side, shown as one, and overtaken by the operation's own answers.
ASSUMED = Answering(
    yes=Turnout(chance=0.75, together=0.05),
    comes=Turnout(chance=14 / 15, together=0.05),
)

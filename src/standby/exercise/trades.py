"""What people offer and what sites ask for: how often, how many at once, and in whose words."""

from dataclasses import dataclass
from functools import cache

from standby.domain.roles import is_combat, needs_licence
from standby.exercise.dice import Dice, Odds
from standby.exercise.tables import table


@dataclass(frozen=True, slots=True, kw_only=True)
class Trade:
    """A role of the exercise.

    `offered` and `asked` are weights among people and among requests; `heads` is how many a usual request is for;
    `speaks` where the work cannot be done without a common language; `around_the_clock` where it is asked for by posts.
    """

    role: str
    tag: str = ""
    offered: float
    asked: float
    heads: int
    speaks: bool = False
    around_the_clock: bool = False

    @property
    def is_licensed(self) -> bool:
        return needs_licence(self.role)


@dataclass(frozen=True, slots=True, kw_only=True)
class Occupation:
    """A wording found on a list and what a registrar takes it to mean; `is_refused` marks combat."""

    wording: str
    role: str
    tag: str

    @property
    def is_refused(self) -> bool:
        return is_combat(self.role)


HELPER = Trade(role="9629", offered=0.42, asked=0.16, heads=45)
DRIVER = Trade(role="8322", offered=0.12, asked=0.10, heads=20, around_the_clock=True)
TRUCK_DRIVER = Trade(role="8332", offered=0.01, asked=0.05, heads=6)
NURSE = Trade(role="2221", offered=0.05, asked=0.10, heads=8, speaks=True, around_the_clock=True)
DOCTOR = Trade(role="2211", offered=0.02, asked=0.07, heads=4, speaks=True, around_the_clock=True)
SURGEON = Trade(role="2212", tag="surgery", offered=0.003, asked=0.03, heads=2)
ANAESTHETIST = Trade(role="2212", tag="anaesthesia", offered=0.003, asked=0.03, heads=2)

TRADES = (
    HELPER,
    DRIVER,
    Trade(role="4321", offered=0.08, asked=0.10, heads=25),
    Trade(role="5120", offered=0.05, asked=0.07, heads=12),
    NURSE,
    Trade(role="7111", offered=0.06, asked=0.07, heads=20),
    Trade(role="2643", offered=0.03, asked=0.06, heads=5, speaks=True),
    Trade(role="2512", offered=0.035, asked=0.05, heads=4),
    Trade(role="4110", offered=0.045, asked=0.05, heads=6, speaks=True),
    Trade(role="5311", offered=0.03, asked=0.06, heads=8, speaks=True),
    Trade(role="7411", offered=0.015, asked=0.05, heads=5, around_the_clock=True),
    Trade(role="3258", offered=0.012, asked=0.05, heads=5, speaks=True, around_the_clock=True),
    DOCTOR,
    Trade(role="2634", offered=0.008, asked=0.04, heads=3, speaks=True),
    TRUCK_DRIVER,
    Trade(role="2635", offered=0.006, asked=0.03, heads=3, speaks=True),
    Trade(role="2142", offered=0.008, asked=0.04, heads=3),
    SURGEON,
    ANAESTHETIST,
    Trade(role="3522", offered=0.003, asked=0.03, heads=2, around_the_clock=True),
)

# Nobody asks for these and no offer of them is kept; a few stand on every real list all the same.
COMBAT = (
    Trade(role="0310", offered=1, asked=0, heads=0),
    Trade(role="0110", offered=0.4, asked=0, heads=0),
    Trade(role="5414", offered=0.6, asked=0, heads=0),
)

OFFERED = Odds(TRADES, [trade.offered for trade in TRADES])
OFFERED_COMBAT = Odds(COMBAT, [trade.offered for trade in COMBAT])


@cache
def occupations() -> tuple[Occupation, ...]:
    """Every wording of the lists with its meaning, as the registrar of the exercise maps them."""
    return tuple(Occupation(wording=row["wording"], role=row["role"], tag=row["tag"]) for row in table("occupations"))


@cache
def _wordings(role: str, tag: str, language: str) -> Odds[str]:
    words = [
        row["wording"]
        for row in table("occupations")
        if (row["role"], row["tag"], row["language"]) == (role, tag, language)
    ]
    return Odds(words, [1 / rank for rank in range(1, len(words) + 1)])


def wording(trade: Trade, *, language: str, dice: Dice) -> str:
    """What people who write in this language ("la" for Latin letters) call the trade."""
    return dice.draw(_wordings(trade.role, trade.tag, language))

"""What somebody signs up with, valid once built."""

from dataclasses import dataclass
from enum import StrEnum

from standby.domain.offers import Offer, PartyRule, PersonalDetails

SMALLEST_PARTY, LARGEST_PARTY = 2, 30


class PledgeKind(StrEnum):
    GOODS = "goods"
    MONEY = "money"
    FROM_HOME = "from_home"


class GoodsClass(StrEnum):
    """Coarse on purpose: enough to find out whether somebody should ask for more."""

    FOOD = "food"
    WATER = "water"
    WARM_THINGS = "warm_things"
    HYGIENE = "hygiene"
    BABY_THINGS = "baby_things"
    MEDICAL = "medical"
    TOOLS = "tools"
    TENTS = "tents"
    POWER = "power"
    VEHICLE = "vehicle"
    ROOMS = "rooms"
    OTHER = "other"


class HomeTask(StrEnum):
    """What can be done without travelling."""

    TELEPHONE = "telephone"
    TRANSLATING = "translating"
    WRITING = "writing"
    TYPING = "typing"
    COMPUTERS = "computers"
    LISTENING = "listening"
    LODGING = "lodging"
    SEWING = "sewing"
    COLLECTING = "collecting"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pledge:
    """Goods, money or work from home that somebody offers: noted, and asked for later if it is needed.

    `what` holds GoodsClass or HomeTask values, and nothing for money. `words` may name people: sealed at rest.
    """

    kind: PledgeKind
    what: tuple[str, ...] = ()
    words: str = ""

    def __post_init__(self) -> None:
        known = _KNOWN[self.kind]
        if not set(self.what) <= known:
            raise ValueError(f"A pledge of {self.kind.value} names nothing but what its list holds.")


_KNOWN: dict[PledgeKind, frozenset[str]] = {
    PledgeKind.GOODS: frozenset(GoodsClass),
    PledgeKind.MONEY: frozenset(),
    PledgeKind.FROM_HOME: frozenset(HomeTask),
}


class PartySide(StrEnum):
    """Whether somebody begins a party, and hands its code on, or comes along with one."""

    ALONE = "alone"
    FIRST = "first"
    COMPANION = "companion"


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyIntent:
    """`size` counts everybody, and only the first says it; `code` is what a companion was given, as it is stored.

    Each says for themself whether the party may be split.
    """

    side: PartySide = PartySide.ALONE
    size: int = 1
    code: str = ""
    rule: PartyRule = PartyRule.TOGETHER

    def __post_init__(self) -> None:
        if self.side is PartySide.FIRST and not SMALLEST_PARTY <= self.size <= LARGEST_PARTY:
            raise ValueError(f"A party is {SMALLEST_PARTY} to {LARGEST_PARTY} people.")
        if self.side is PartySide.COMPANION and not self.code:
            raise ValueError("A companion comes with the code of their party.")


@dataclass(frozen=True, slots=True, kw_only=True)
class SignUp:
    """One sign-up, ready to be taken in. Nobody is in it twice, and it holds no offer to fight.

    `details` and the words of `pledges` identify: sealed at rest, never logged, never in an address or a job.
    """

    details: PersonalDetails
    offer: Offer
    language: str
    pledges: tuple[Pledge, ...] = ()
    party: PartyIntent = PartyIntent()
    is_of_age: bool = True
    is_affiliated: bool = False

    @property
    def gives_only(self) -> bool:
        """Whether it offers things, money or work from home, and no time on site."""
        return bool(self.pledges) and not self.offer.roles and not self.offer.windows


@dataclass(frozen=True, slots=True)
class CombatOffer:
    """Refused whole. It carries nothing, because nothing of it may be kept but that there was one."""

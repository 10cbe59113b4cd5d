"""What one person, or whoever keeps their registration, could change about an offer: one thing each."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from standby.domain.days import Days, joined
from standby.domain.offers import Offer, PartyRule, Travel
from standby.domain.roles import Level, OfferedRole


@dataclass(frozen=True, slots=True, kw_only=True)
class FreeOn:
    """Free on these days too, travel included."""

    days: Days

    def __str__(self) -> str:
        return f"window:{self.days.first}..{self.days.last}"

    def applied(self, offer: Offer) -> Offer:
        return replace(offer, windows=joined([*offer.windows, self.days]))


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleVerified:
    """The licence for a role that the offer names was checked."""

    role: str

    def __str__(self) -> str:
        return f"verified:{self.role}"

    def applied(self, offer: Offer) -> Offer:
        return _with_role(offer, self.role, lambda held: replace(held, is_verified=True))


@dataclass(frozen=True, slots=True, kw_only=True)
class HasTag:
    """Holds a tag that was not named; `C:v` for one that was checked."""

    tag: str

    def __str__(self) -> str:
        return f"tag:{self.tag}"

    def applied(self, offer: Offer) -> Offer:
        name = self.tag.removesuffix(":v")
        others = tuple(held for held in offer.tags if held.removesuffix(":v") != name)
        return replace(offer, tags=(*others, self.tag))


@dataclass(frozen=True, slots=True, kw_only=True)
class Speaks:
    language: str

    def __str__(self) -> str:
        return f"language:{self.language}"

    def applied(self, offer: Offer) -> Offer:
        return replace(offer, languages=(*offer.languages, self.language))


@dataclass(frozen=True, slots=True, kw_only=True)
class AtLevel:
    """Does a role that the offer names at this level, or higher."""

    role: str
    level: Level

    def __str__(self) -> str:
        return f"level:{self.role}:{int(self.level)}"

    def applied(self, offer: Offer) -> Offer:
        return _with_role(offer, self.role, lambda held: replace(held, level=max(held.level, self.level)))


@dataclass(frozen=True, slots=True, kw_only=True)
class OffersRole:
    """Offers a role beside those named: asked of whoever named none."""

    role: str
    level: Level

    def __str__(self) -> str:
        return f"role:{self.role}:{int(self.level)}"

    def applied(self, offer: Offer) -> Offer:
        return replace(offer, roles=(*offer.roles, OfferedRole(code=self.role, level=self.level)))


@dataclass(frozen=True, slots=True, kw_only=True)
class StaysUpTo:
    """The longest single absence, in days."""

    days: int

    def __str__(self) -> str:
        return f"max_stay:{self.days}"

    def applied(self, offer: Offer) -> Offer:
        return replace(offer, max_stay_days=self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class AwayUpTo:
    """All absences together, in days."""

    days: int

    def __str__(self) -> str:
        return f"max_total:{self.days}"

    def applied(self, offer: Offer) -> Offer:
        return replace(offer, max_total_days=self.days)


@dataclass(frozen=True, slots=True, kw_only=True)
class MaySplit:
    """Everybody in the party says that it may be divided."""

    def __str__(self) -> str:
        return "party:may_split"

    def applied(self, offer: Offer) -> Offer:
        return replace(offer, party_rule=PartyRule.MAY_SPLIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class TravelsAlone:
    """Comes on their own, without a seat."""

    def __str__(self) -> str:
        return "travel:own"

    def applied(self, offer: Offer) -> Offer:
        return replace(offer, travel=Travel.OWN)


PersonChange = (
    FreeOn | RoleVerified | HasTag | Speaks | AtLevel | OffersRole | StaysUpTo | AwayUpTo | MaySplit | TravelsAlone
)


def _with_role(offer: Offer, role: str, change: Callable[[OfferedRole], OfferedRole]) -> Offer:
    return replace(offer, roles=tuple(change(held) if held.code == role else held for held in offer.roles))

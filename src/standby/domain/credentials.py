"""What a judged licence is worth: claimed, seen, looked up at its registry, expired."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from standby.domain.offers import Offer
from standby.domain.roles import Level, OfferedRole


class Standing(StrEnum):
    CLAIMED = "claimed"
    SEEN = "seen"
    PRIMARY_VERIFIED = "primary_verified"
    EXPIRED = "expired"
    REVOKED = "revoked"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedLicence:
    """A licence for a role, for a tag, or for both, as it stands today."""

    role: str = ""
    tag: str = ""
    standing: Standing
    expires_on: date | None = None

    def holds_on(self, day: date) -> bool:
        is_current = self.expires_on is None or self.expires_on >= day
        return is_current and self.standing in {Standing.SEEN, Standing.PRIMARY_VERIFIED}


def with_licences(offer: Offer, licences: Iterable[JudgedLicence], *, on: date) -> Offer:
    """The offer with what its checked licences add.

    Looked up at the registry, a licence verifies the role at the level that was claimed. A document that was only seen
    verifies it for work under supervision (WHO EMT 2021: lower trust means supervised).
    """
    holding = [licence for licence in licences if licence.holds_on(on)]
    verified = _role_levels(holding)
    roles: list[OfferedRole] = []
    for role in offer.roles:
        roles.append(replace(role, is_verified=False))
        level = verified.get(role.code)
        if level is not None:
            roles.append(replace(role, level=min(role.level, level), is_verified=True))
    checked = {f"{licence.tag}:v" for licence in holding if licence.tag}
    return replace(offer, roles=_without_covered(roles), tags=_with_checked(offer.tags, checked))


def _role_levels(licences: list[JudgedLicence]) -> dict[str, Level]:
    levels: dict[str, Level] = {}
    for licence in licences:
        full = licence.standing is Standing.PRIMARY_VERIFIED
        level = Level.LEADS_OTHERS if full else Level.SUPERVISED
        levels[licence.role] = max(level, levels.get(licence.role, level))
    return levels


def _without_covered(roles: list[OfferedRole]) -> tuple[OfferedRole, ...]:
    """A verified entry says all that an unverified one of the same or a lower level says."""
    return tuple(
        role
        for role in roles
        if role.is_verified
        or not any(other.is_verified and other.code == role.code and other.level >= role.level for other in roles)
    )


def _with_checked(tags: tuple[str, ...], checked: set[str]) -> tuple[str, ...]:
    plain = [tag.removesuffix(":v") for tag in tags]
    kept = [f"{tag}:v" if f"{tag}:v" in checked else tag for tag in plain]
    return tuple(dict.fromkeys([*kept, *sorted(checked)]))

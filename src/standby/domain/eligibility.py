"""Who may take what is asked for, by role, level, tags, verification and language (FORMATS.md, rule 1)."""

from dataclasses import dataclass
from typing import Protocol

from standby.domain.offers import Offer
from standby.domain.roles import Level, OfferedRole


class Asks(Protocol):
    """Whatever asks for one kind of person: a need of the planner, a shift of a roster."""

    @property
    def role(self) -> str: ...
    @property
    def level(self) -> Level: ...
    @property
    def requires(self) -> tuple[str, ...]: ...
    @property
    def must_be_verified(self) -> bool: ...
    @property
    def languages(self) -> tuple[tuple[str, ...], ...]: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """What a need asks of a person, apart from days and places."""

    role: str
    level: Level
    requires: tuple[str, ...]
    must_be_verified: bool
    languages: tuple[tuple[str, ...], ...]

    @classmethod
    def of(cls, need: Asks) -> "Requirement":
        return cls(
            role=need.role,
            level=need.level,
            requires=need.requires,
            must_be_verified=need.must_be_verified,
            languages=need.languages,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """What a person can show, apart from days and places."""

    roles: tuple[OfferedRole, ...]
    tags: tuple[str, ...]
    languages: tuple[str, ...]

    @classmethod
    def of(cls, offer: Offer) -> "Profile":
        return cls(roles=offer.roles, tags=offer.tags, languages=offer.languages)


def has_skill(profile: Profile, requirement: Requirement) -> bool:
    """Role, level and tags, checked or not."""
    held = {tag.removesuffix(":v") for tag in profile.tags}
    return held.issuperset(requirement.requires) and any(
        role.code == requirement.role and role.level >= requirement.level for role in profile.roles
    )


def is_verified(profile: Profile, requirement: Requirement) -> bool:
    """Whether one sufficient role entry and every required tag were checked, where the need asks for that."""
    if not requirement.must_be_verified:
        return True
    checked = {tag.removesuffix(":v") for tag in profile.tags if tag.endswith(":v")}
    return checked.issuperset(requirement.requires) and any(
        role.code == requirement.role and role.level >= requirement.level and role.is_verified for role in profile.roles
    )


def speaks(profile: Profile, requirement: Requirement) -> bool:
    """Every condition is met by one of its alternatives."""
    return all(not set(profile.languages).isdisjoint(condition) for condition in requirement.languages)


def meets(profile: Profile, requirement: Requirement) -> bool:
    return has_skill(profile, requirement) and is_verified(profile, requirement) and speaks(profile, requirement)

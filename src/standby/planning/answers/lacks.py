"""What the people of each profile lack for what is asked of their roles: the one thing, where it is one."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from standby.domain.eligibility import Profile, Requirement
from standby.planning.what_if.person_changes import AtLevel, HasTag, OffersRole, PersonChange, RoleVerified, Speaks

_COST = {RoleVerified: 10, Speaks: 26, HasTag: 28, AtLevel: 40, OffersRole: 50}


@dataclass(slots=True, kw_only=True)
class Lacks:
    """Numbers what is lacking from 1 up; 0 is nothing."""

    requirements: Sequence[Requirement]
    changes: list[PersonChange] = field(default_factory=list)
    _number: dict[PersonChange, int] = field(default_factory=dict)
    _by_role: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for number, asks in enumerate(self.requirements):
            self._by_role.setdefault(asks.role, []).append(number)

    def of(self, profile: Profile) -> Iterator[tuple[int, int]]:
        """Numbers of requirements that one change or none is lacking for, with the number of that change."""
        roles = {role.code for role in profile.roles}
        asked = [number for code in roles for number in self._by_role.get(code, [])] if roles else self._all()
        for number in sorted(asked):
            lacking = lacking_for(profile, self.requirements[number])
            if len(lacking) <= 1:
                yield number, self._numbered(lacking[0]) if lacking else 0

    @property
    def costs(self) -> list[int]:
        return [0, *(_COST[type(change)] for change in self.changes)]

    def change(self, number: int) -> PersonChange:
        return self.changes[number - 1]

    def _all(self) -> Sequence[int]:
        return range(len(self.requirements))

    def _numbered(self, change: PersonChange) -> int:
        if change not in self._number:
            self.changes.append(change)
            self._number[change] = len(self.changes)
        return self._number[change]


def lacking_for(profile: Profile, asks: Requirement) -> list[PersonChange]:
    """Every single thing between a profile and a requirement of one of its roles."""
    return [*_role(profile, asks), *_tags(profile, asks), *_languages(profile, asks)]


def _role(profile: Profile, asks: Requirement) -> Iterator[PersonChange]:
    held = [role for role in profile.roles if role.code == asks.role]
    checked = [role for role in held if role.is_verified or not asks.must_be_verified]
    if any(role.level >= asks.level for role in checked):
        return
    if not held:
        yield OffersRole(role=asks.role, level=asks.level)
    elif all(role.level < asks.level for role in held):
        yield AtLevel(role=asks.role, level=asks.level)
    if any(role.level >= asks.level for role in held) or (asks.must_be_verified and not checked):
        yield RoleVerified(role=asks.role)


def _tags(profile: Profile, asks: Requirement) -> Iterator[PersonChange]:
    held = {tag.removesuffix(":v") for tag in profile.tags}
    for tag in dict.fromkeys(asks.requires):
        checked = f"{tag}:v" in profile.tags
        if asks.must_be_verified and not checked:
            yield HasTag(tag=f"{tag}:v")
        elif tag not in held:
            yield HasTag(tag=tag)


def _languages(profile: Profile, asks: Requirement) -> Iterator[PersonChange]:
    for condition in asks.languages:
        if set(profile.languages).isdisjoint(condition):
            yield Speaks(language=condition[0])

"""What the catalogue holds: a role in crisis, a tag, a family of roles, and a role found behind somebody's words."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from standby.domain.roles import Level, is_combat, needs_licence

LANGUAGES = ("en", "hy", "ru", "az")
OTHER = "other"


class LicenceKind(StrEnum):
    """Which paper a role rests on: a health licence, a driving licence, a certificate of the trade, or none."""

    HEALTH = "health"
    DRIVING = "driving"
    CERTIFICATE = "certificate"
    NONE = ""


class TagKind(StrEnum):
    SPECIALITY = "speciality"
    LICENCE_CLASS = "licence_class"


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """Something a person can be asked to do; `tag` tells apart what one ISCO-08 code throws together.

    `key` is stable and readable; `refines` is the key of the wider role that this one makes exact. `titles` and `words`
    are by language; a word that says a role only when nothing else does (~ in the data) is among `faint_words`.
    """

    key: str
    code: str
    tag: str = ""
    family: str = OTHER
    licence: LicenceKind = LicenceKind.NONE
    refines: str = ""
    titles: Mapping[str, str] = field(hash=False)
    words: Mapping[str, tuple[str, ...]] = field(hash=False, default_factory=dict)
    faint_words: Mapping[str, tuple[str, ...]] = field(hash=False, default_factory=dict)

    def __post_init__(self) -> None:
        if not (len(self.code) == 4 and self.code.isdigit()) or is_combat(self.code):
            raise ValueError(f"The role {self.key} needs a civilian code of four digits; {self.code!r} is none.")
        if needs_licence(self.code) and self.licence is not LicenceKind.HEALTH:
            raise ValueError(f"The role {self.key} is a health role and needs a health licence.")

    @property
    def needs_licence(self) -> bool:
        return self.licence is not LicenceKind.NONE

    @property
    def is_crisis_role(self) -> bool:
        return self.family != OTHER

    def title(self, language: str) -> str:
        """In this language, in English where nobody has translated it."""
        return self.titles.get(language) or self.titles["en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    key: str
    kind: TagKind
    titles: Mapping[str, str] = field(hash=False)

    def title(self, language: str) -> str:
        return self.titles.get(language) or self.titles["en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Roles that are alike enough to share what their levels mean."""

    key: str
    titles: Mapping[str, str] = field(hash=False)
    levels: Mapping[Level, Mapping[str, str]] = field(hash=False)

    def title(self, language: str) -> str:
        return self.titles.get(language) or self.titles["en"]

    def level(self, level: Level, language: str) -> str:
        """What this level means for these roles, in one sentence."""
        return self.levels[level].get(language) or self.levels[level]["en"]


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleMatch:
    """A role behind somebody's words. `level` is None where the words do not hint at one; `score` is 0…1."""

    role: Role
    level: Level | None = None
    tags: tuple[str, ...] = ()
    score: float = 1.0
    matched: str = ""

    @property
    def code(self) -> str:
        return self.role.code

    @property
    def key(self) -> str:
        return self.role.key

    @property
    def needs_licence(self) -> bool:
        return self.role.needs_licence

"""The roles that crises ask for, in four languages, and the roles behind people's own words."""

from standby.domain.catalogue.combat import CombatJudgement, is_combat_offer, judge_offer, list_purpose
from standby.domain.catalogue.occupations import match_occupation
from standby.domain.catalogue.records import LANGUAGES, Family, LicenceKind, Role, RoleMatch, Tag, TagKind
from standby.domain.catalogue.search import find_roles
from standby.domain.catalogue.shelf import (
    all_crisis_roles,
    all_families,
    all_tags,
    family,
    other_roles,
    role,
    title,
)

__all__ = [
    "LANGUAGES",
    "CombatJudgement",
    "Family",
    "LicenceKind",
    "Role",
    "RoleMatch",
    "Tag",
    "TagKind",
    "all_crisis_roles",
    "all_families",
    "all_tags",
    "family",
    "find_roles",
    "is_combat_offer",
    "judge_offer",
    "list_purpose",
    "match_occupation",
    "other_roles",
    "role",
    "title",
]

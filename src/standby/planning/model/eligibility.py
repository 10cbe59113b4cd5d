"""Rule 1 for many at once: which requirements each profile meets."""

from collections.abc import Iterable, Mapping

from standby.domain.eligibility import Profile, Requirement, meets


def requirements_met(profiles: Iterable[Profile], requirements: Mapping[Requirement, int]) -> list[tuple[int, ...]]:
    """For each profile the numbers of the requirements it meets, in order."""
    by_role: dict[str, list[tuple[Requirement, int]]] = {}
    for requirement, number in requirements.items():
        by_role.setdefault(requirement.role, []).append((requirement, number))
    met = []
    for profile in profiles:
        asked = {code: by_role.get(code, []) for code in {role.code for role in profile.roles}}
        met.append(tuple(sorted(n for some in asked.values() for asks, n in some if meets(profile, asks))))
    return met

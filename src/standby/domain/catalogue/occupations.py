"""The roles behind an occupation as lists hold it: any of four languages, in anybody's spelling."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from standby.domain.catalogue.context import Context
from standby.domain.catalogue.levels import hinted_level
from standby.domain.catalogue.lexicon import Hit
from standby.domain.catalogue.licence_classes import licence_classes
from standby.domain.catalogue.records import LicenceKind, Role, RoleMatch
from standby.domain.catalogue.said import Said, read
from standby.domain.catalogue.shelf import roles_by_key
from standby.domain.roles import Level

# A faint word is a poor witness; unknown words beside a role make it a little less sure.
_FAINT, _BESIDE_UNKNOWN_WORDS = 0.6, 0.9
_HELPER = "helper"
_STUDENT_OF_HEALTH = "health_care_assistant"
_DRIVER = "driver"
_BY_CLASS = {"B": _DRIVER, "C": "truck_driver", "D": "bus_driver"}
_LONGEST_TEXT = 400


@lru_cache(maxsize=65_536)
def match_occupation(text: str, *, limit: int = 5) -> tuple[RoleMatch, ...]:
    """Every role that the words say, the surest first, then in the order said; none where they say nothing.

    A guess for a person to confirm, never a licence: a student of medicine is no doctor, a doctor's wife neither.
    Only the first 400 letters are read. Whether the words offer to fight is another question: `judge_offer`.

    >>> [(match.key, match.level) for match in match_occupation("старшая медсестра, водитель кат. D")]
    [('nurse', <Level.LEADS_OTHERS: 3>), ('bus_driver', None)]
    """
    text = text[:_LONGEST_TEXT]
    said = read(text)
    matches = [_match(hit, said) for hit in _exact_ones(_loud_ones(said))]
    found = _once_each(_by_licence_class(matches, text))
    return tuple(sorted(found, key=lambda match: -match.score)[:limit])


def _loud_ones(said: Said) -> Sequence[Hit]:
    """Faint words speak only when no other does and they stand alone, the general helper's last of all."""
    loud = [hit for hit in said.hits if not hit.phrase.is_faint]
    trades = [hit for hit in said.hits if hit.phrase.key != _HELPER and said.stands_alone(hit)]
    return loud or trades or [hit for hit in said.hits if hit.phrase.key == _HELPER]


def _exact_ones(hits: Sequence[Hit]) -> list[Hit]:
    """Without the wider role where a narrower one is said as well: a surgeon is not also "doctor"."""
    wider = {key for hit in hits for key in _wider_roles(hit.phrase.key)}
    return [hit for hit in hits if hit.phrase.key not in wider]


def _wider_roles(key: str) -> Iterable[str]:
    while key := roles_by_key()[key].refines:
        yield key


def _match(hit: Hit, said: Said) -> RoleMatch:
    role = roles_by_key()[hit.phrase.key]
    level = hinted_level(said.belonging_to(hit))
    if _is_learner(hit, role, said):
        level = Level.SUPERVISED
        role = roles_by_key()[_STUDENT_OF_HEALTH] if role.licence is LicenceKind.HEALTH else role
    return RoleMatch(
        role=role,
        level=level,
        tags=(role.tag,) if role.tag else (),
        score=_score(hit, said),
        matched=hit.phrase.as_written,
    )


def _score(hit: Hit, said: Said) -> float:
    score = hit.quality * (_FAINT if hit.phrase.is_faint else 1.0)
    return round(score if said.stands_alone(hit) else score * _BESIDE_UNKNOWN_WORDS, 2)


def _is_learner(hit: Hit, role: Role, said: Said) -> bool:
    """A student or an assistant in the same part; for health roles a student anywhere in the text."""
    students = said.places(Context.STUDENT)
    learners = said.parts(students | said.places(Context.ASSISTANT))
    return hit.part in learners or (role.licence is LicenceKind.HEALTH and bool(students))


def _by_licence_class(matches: Sequence[RoleMatch], text: str) -> Iterable[RoleMatch]:
    """A driver who names licence classes is the driver that each class allows, with the classes as tags."""
    drives = any(match.role.licence is LicenceKind.DRIVING for match in matches)
    classes = licence_classes(text) if drives else ()
    for match in matches:
        yield from _with_classes(match, classes) if match.role.licence is LicenceKind.DRIVING else (match,)


def _with_classes(match: RoleMatch, classes: Sequence[str]) -> Iterable[RoleMatch]:
    tags = match.tags + tuple(f"licence_{letter}" for letter in classes)
    allowed = [_BY_CLASS[letter] for letter in classes if letter in _BY_CLASS] if match.key == _DRIVER else []
    for key in allowed or [match.key]:
        yield replace(match, role=roles_by_key()[key], tags=tags)


def _once_each(matches: Iterable[RoleMatch]) -> list[RoleMatch]:
    best: dict[str, RoleMatch] = {}
    for match in matches:
        known = best.get(match.key)
        if known is None or match.score > known.score:
            best[match.key] = match
    return list(best.values())

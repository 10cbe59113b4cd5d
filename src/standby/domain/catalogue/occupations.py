"""The roles behind an occupation as lists hold it: any of four languages, in anybody's spelling."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from standby.domain.catalogue.context import Context, context_words
from standby.domain.catalogue.folding import Word, words_of
from standby.domain.catalogue.levels import hinted_level
from standby.domain.catalogue.lexicon import Hit, lexicon, meaningful
from standby.domain.catalogue.licence_classes import licence_classes
from standby.domain.catalogue.records import LicenceKind, RoleMatch
from standby.domain.catalogue.shelf import roles_by_key
from standby.domain.roles import Level

_FAINT = 0.6
_HELPER = "helper"
_STUDENT_OF_HEALTH = "health_care_assistant"
_DRIVER = "driver"
_BY_CLASS = {"B": "driver", "C": "truck_driver", "D": "bus_driver"}
_LONGEST_TEXT = 400


@lru_cache(maxsize=65_536)
def match_occupation(text: str, *, limit: int = 5) -> tuple[RoleMatch, ...]:
    """Every role that the words say, the surest first, then in the order said; none where they say nothing.

    A guess for a person to confirm, never a licence: a student of medicine is no doctor, a doctor's wife neither. Only the
    first 400 letters are read. Whether the words offer to fight is another question: `judge_offer`.

    >>> [(match.key, match.level) for match in match_occupation("старшая медсестра, водитель кат. D")]
    [('nurse', <Level.LEADS_OTHERS: 3>), ('bus_driver', None)]
    """
    words = meaningful(words_of(text[:_LONGEST_TEXT]))
    hits = _said_of_oneself(lexicon().hits(words), words)
    matches = [_match(hit, words, hits) for hit in _exact_ones(_loud_ones(hits))]
    found = _once_each(_by_licence_class(matches, text))
    return tuple(sorted(found, key=lambda match: -match.score)[:limit])


def _said_of_oneself(hits: Sequence[Hit], words: Sequence[Word]) -> list[Hit]:
    """Without what is denied ("not a doctor") and what is somebody else ("a doctor's wife")."""
    taken = {at for hit in hits if not hit.phrase.is_faint for at in range(hit.first, hit.stop)}
    relatives = context_words(Context.RELATIVE).places(words) - taken
    denied_before = context_words(Context.NEGATION_BEFORE).places(words) - taken
    denied_after = context_words(Context.NEGATION_AFTER).places(words) - taken
    before, after = relatives | denied_before, relatives | denied_after
    return [hit for hit in hits if not (_beside(hit.first - 1, hit, words, before) or _beside(hit.stop, hit, words, after))]


def _beside(at: int, hit: Hit, words: Sequence[Word], marked: frozenset[int]) -> bool:
    return at in marked and words[at].part == hit.part


def _loud_ones(hits: Sequence[Hit]) -> list[Hit]:
    """Faint words speak only when no other does, and the general helper last of all."""
    loud = [hit for hit in hits if not hit.phrase.is_faint]
    faint = [hit for hit in hits if hit.phrase.key != _HELPER] or list(hits)
    return loud or faint


def _exact_ones(hits: Sequence[Hit]) -> list[Hit]:
    """Without the wider role where a narrower one is said as well: a surgeon is not also "doctor"."""
    wider = {key for hit in hits for key in _wider_roles(hit.phrase.key)}
    return [hit for hit in hits if hit.phrase.key not in wider]


def _wider_roles(key: str) -> Iterable[str]:
    while key := roles_by_key()[key].refines:
        yield key


def _match(hit: Hit, words: Sequence[Word], hits: Sequence[Hit]) -> RoleMatch:
    role = roles_by_key()[hit.phrase.key]
    level = hinted_level(_words_for(hit, words, hits))
    if _is_learner(hit, words, hits):
        level = Level.SUPERVISED
        if role.licence is LicenceKind.HEALTH:
            role = roles_by_key()[_STUDENT_OF_HEALTH]
    score = hit.quality * (_FAINT if hit.phrase.is_faint else 1.0)
    tags = (role.tag,) if role.tag else ()
    return RoleMatch(role=role, level=level, tags=tags, score=round(score, 2), matched=hit.phrase.as_written)


def _words_for(hit: Hit, words: Sequence[Word], hits: Sequence[Hit]) -> list[Word]:
    """The words of the hit's own part, and those of the parts after it that name no role ("nurse, senior")."""
    named = {other.part for other in hits}
    following = [part for part in sorted(named) if part > hit.part]
    end = following[0] if following else max(word.part for word in words) + 1
    return [word for word in words if hit.part <= word.part < end]


def _is_learner(hit: Hit, words: Sequence[Word], hits: Sequence[Hit]) -> bool:
    """A student anywhere in the text, or an assistant in the same part, unless the role itself is called so."""
    taken = {at for other in hits if not other.phrase.is_faint for at in range(other.first, other.stop)}
    students = context_words(Context.STUDENT).places(words) - taken
    assistants = context_words(Context.ASSISTANT).places(words) - taken
    is_health = roles_by_key()[hit.phrase.key].licence is LicenceKind.HEALTH
    parts = {words[at].part for at in (students | assistants)}
    return hit.part in parts or (is_health and bool(students))


def _by_licence_class(matches: Sequence[RoleMatch], text: str) -> Iterable[RoleMatch]:
    """A driver who names licence classes is the driver that each class allows, with the classes as tags."""
    drives = any(match.role.licence is LicenceKind.DRIVING for match in matches)
    classes = licence_classes(text) if drives else ()
    tags = tuple(f"licence_{letter}" for letter in classes)
    for match in matches:
        if match.role.licence is not LicenceKind.DRIVING or not tags:
            yield match
            continue
        keys = [_BY_CLASS[letter] for letter in classes if letter in _BY_CLASS] if match.key == _DRIVER else []
        for key in keys or [match.key]:
            yield replace(match, role=roles_by_key()[key], tags=match.tags + tags)


def _once_each(matches: Iterable[RoleMatch]) -> list[RoleMatch]:
    best: dict[str, RoleMatch] = {}
    for match in matches:
        known = best.get(match.key)
        if known is None or match.score > known.score:
            best[match.key] = match
    return list(best.values())

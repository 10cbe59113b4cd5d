"""A box in which people type what they can do, in their own words, and see roles while they type."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from standby.domain.catalogue.combat import is_combat_offer
from standby.domain.catalogue.folding import texts_of
from standby.domain.catalogue.lexicon import Phrase, all_phrases
from standby.domain.catalogue.occupations import match_occupation
from standby.domain.catalogue.records import Role
from standby.domain.catalogue.romanised import is_latin, romanised
from standby.domain.catalogue.shelf import all_crisis_roles, other_roles, roles_by_key

# How well what was typed fits a phrase, lower is better; what follows is added to it.
_WHOLE, _BEGINNING, _BEGINNINGS_OF_WORDS, _SOUNDS_SO, _SOUNDS_SO_INSIDE = 0, 20, 60, 100, 120
_ANOTHER_LANGUAGE, _FAINT, _NOT_A_CRISIS_ROLE = 10, 30, 300
# A phrase of which more is still to be typed stands lower, in steps, so that roles keep their order within one.
_LETTERS_A_STEP = 4
_GUESS = 80
_SHORTEST_SOUND = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """A phrase made ready for comparing: its words, and how they sound where they are not in Latin letters."""

    phrase: Phrase
    sounds: tuple[str, ...]
    extra: int

    @property
    def words(self) -> tuple[str, ...]:
        return self.phrase.words


def find_roles(query: str, *, language: str, limit: int = 8) -> tuple[Role, ...]:
    """The roles that fit what was typed so far, the likeliest first; nothing for an offer to fight.

    Words in all four languages count, those of the reader's language a little more; crisis roles stand before the rest.

    >>> [role.key for role in find_roles("медсес", language="ru", limit=1)]
    ['nurse']
    """
    typed = texts_of(query)
    if not typed or is_combat_offer(query):
        return ()
    ranks = {match.key: _GUESS for match in match_occupation(query)}
    for entry in _entries():
        rank = _rank(typed, entry)
        if rank is not None:
            rank += entry.extra + _ANOTHER_LANGUAGE * (entry.phrase.language != language)
            ranks[entry.phrase.key] = min(rank, ranks.get(entry.phrase.key, rank))
    best = sorted(ranks, key=lambda key: (ranks[key], _order()[key]))
    return tuple(roles_by_key()[key] for key in best[:limit])


def _rank(typed: Sequence[str], entry: _Entry) -> int | None:
    """The whole phrase, its beginning, beginnings of its words in any order, or the same as it sounds."""
    if tuple(typed) == entry.words:
        return _WHOLE
    text, phrase = " ".join(typed), " ".join(entry.words)
    if phrase.startswith(text):
        return _BEGINNING + (len(phrase) - len(text)) // _LETTERS_A_STEP
    if _all_begin(typed, entry.words):
        return _BEGINNINGS_OF_WORDS
    if not entry.sounds or not all(is_latin(part) for part in typed):
        return None
    sounding = [romanised(part) for part in typed]
    if min(map(len, sounding)) < _SHORTEST_SOUND:
        return None
    if " ".join(entry.sounds).startswith(" ".join(sounding)):
        return _SOUNDS_SO
    return _SOUNDS_SO_INSIDE if _all_begin(sounding, entry.sounds) else None


def _all_begin(parts: Sequence[str], words: Sequence[str]) -> bool:
    return all(any(word.startswith(part) for word in words) for part in parts)


@cache
def _entries() -> tuple[_Entry, ...]:
    return tuple(_Entry(phrase=phrase, sounds=tuple(_sounds(phrase)), extra=_extra(phrase)) for phrase in all_phrases())


def _sounds(phrase: Phrase) -> Sequence[str]:
    return [romanised(word) for word in phrase.words] if not all(is_latin(word) for word in phrase.words) else []


def _extra(phrase: Phrase) -> int:
    is_crisis_role = roles_by_key()[phrase.key].is_crisis_role
    return _FAINT * phrase.is_faint + (0 if is_crisis_role else _NOT_A_CRISIS_ROLE)


@cache
def _order() -> dict[str, int]:
    return {role.key: at for at, role in enumerate((*all_crisis_roles(), *other_roles()))}

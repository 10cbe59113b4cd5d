"""A box in which people type what they can do, in their own words, and see roles while they type."""

from collections.abc import Sequence
from functools import cache

from standby.domain.catalogue.combat import CombatJudgement, judge_offer
from standby.domain.catalogue.folding import texts_of
from standby.domain.catalogue.lexicon import Phrase, all_phrases
from standby.domain.catalogue.occupations import match_occupation
from standby.domain.catalogue.records import Role
from standby.domain.catalogue.romanised import is_latin, romanised
from standby.domain.catalogue.shelf import all_crisis_roles, other_roles, roles_by_key

_NOT_FOUND = 100


def find_roles(query: str, *, language: str, limit: int = 8) -> tuple[Role, ...]:
    """The roles that fit what was typed so far, the likeliest first; nothing for an offer to fight.

    Words in all four languages count, those of the reader's language a little more; crisis roles stand before the rest.

    >>> [role.key for role in find_roles("медсес", language="ru", limit=1)]
    ['nurse']
    """
    typed = texts_of(query)
    if not typed or judge_offer(query) is CombatJudgement.COMBAT:
        return ()
    best: dict[str, int] = {}
    for phrase, words, sounds in _searchable():
        rank = _rank(typed, phrase, words, sounds, language)
        best[phrase.key] = min(rank, best.get(phrase.key, _NOT_FOUND))
    for match in match_occupation(query):
        best[match.key] = min(best[match.key], _rank_of_guess(match.score))
    found = sorted((rank, _order()[key], key) for key, rank in best.items() if rank < _NOT_FOUND)
    return tuple(roles_by_key()[key] for _, _, key in found[:limit])


def _rank_of_guess(score: float) -> int:
    return 20 - int(score * 10)


def _rank(
    typed: Sequence[str], phrase: Phrase, words: Sequence[str], sounds: Sequence[str], language: str
) -> int:
    """Lower is better: the whole phrase, its beginning, beginnings of its words in any order, then how it sounds."""
    rank = _NOT_FOUND
    if tuple(typed) == tuple(words):
        rank = 0
    elif " ".join(words).startswith(" ".join(typed)):
        rank = 2
    elif all(any(word.startswith(part) for word in words) for part in typed):
        rank = 6
    elif sounds and all(is_latin(part) and any(sound.startswith(romanised(part)) for sound in sounds) for part in typed):
        rank = 12
    if rank == _NOT_FOUND:
        return rank
    other_role = 30 if not roles_by_key()[phrase.key].is_crisis_role else 0
    return rank + (phrase.language != language) + 3 * phrase.is_faint + other_role


@cache
def _searchable() -> tuple[tuple[Phrase, tuple[str, ...], tuple[str, ...]], ...]:
    """Each phrase with its words and, where it is not in Latin letters, with how they sound."""
    return tuple(
        (phrase, phrase.words, tuple(romanised(word) for word in phrase.words if not is_latin(word)))
        for phrase in all_phrases()
    )


@cache
def _order() -> dict[str, int]:
    return {role.key: at for at, role in enumerate((*all_crisis_roles(), *other_roles()))}

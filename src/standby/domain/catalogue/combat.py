"""Tells an offer to fight from an offer to help, and hands to a person what it cannot tell.

The rule (docs/decisions/0012-roles.md). A text is read part by part; the gravest part decides.
- A word for somebody who fights, or for fighting, is COMBAT when nothing around it says otherwise.
- "Former" spends such a word: with a civilian role said as well the offer is CIVILIAN, without one UNCLEAR.
- A relative ("a soldier's mother") is CIVILIAN. A denial, a civilian role or help beside the word make it UNCLEAR.
- A guard or an officer of the police is UNCLEAR, since FORMATS.md refuses the code but not the person.
- "Military" is CIVILIAN beside a civilian role ("military doctor"), UNCLEAR alone.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import IntEnum, StrEnum
from functools import cache, lru_cache

from standby.domain.catalogue.context import Context, context_words
from standby.domain.catalogue.folding import Word, fold, words_of
from standby.domain.catalogue.lexicon import lexicon, meaningful
from standby.domain.catalogue.romanised import is_latin, romanised
from standby.domain.catalogue.shelf import rows_of


class CombatJudgement(IntEnum):
    """Whether words offer to fight; the greater, the graver."""

    CIVILIAN = 0
    UNCLEAR = 1
    COMBAT = 2


class _Kind(StrEnum):
    FIGHTER = "fighter"
    FIGHTING = "fighting"
    MILITARY = "military"
    GUARD = "guard"
    PURPOSE = "purpose"
    CLEAR = "clear"


_SHORTEST_ROMANISED = 5
_LOOK_AHEAD = 4
_LONGEST_TEXT = 2000
_NOT_A_TRADE = "helper"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pattern:
    """A phrase whose words match whole, or by their beginning where written with a star."""

    kind: _Kind
    words: tuple[str, ...]

    def fits(self, texts: Sequence[str]) -> bool:
        return len(texts) >= len(self.words) and all(
            text.startswith(word[:-1]) if word.endswith("*") else text == word
            for word, text in zip(self.words, texts, strict=False)
        )

    @property
    def weight(self) -> tuple[int, int]:
        return (len(self.words), sum(len(word) for word in self.words))


@lru_cache(maxsize=65_536)
def judge_offer(text: str) -> CombatJudgement:
    """Whether an offer in these words is one to fight, is civilian, or must be read by a person.

    >>> judge_offer("снайпер").name, judge_offer("former soldier, now driver").name, judge_offer("security guard").name
    ('COMBAT', 'CIVILIAN', 'UNCLEAR')
    """
    return _judge(text, is_purpose=False)


def is_combat_offer(text: str) -> bool:
    """Whether these words plainly offer to fight; what is merely unclear is not refused but read by a person."""
    return judge_offer(text) is CombatJudgement.COMBAT


def list_purpose(text: str) -> CombatJudgement:
    """Whether a list with this title or purpose holds people who asked to fight (then it is refused whole).

    Words that mean a volunteer in one language and a fighter in war («доброволец», «կամավորական») make a list UNCLEAR
    unless help is named beside them.
    """
    return _judge(text, is_purpose=True)


def _judge(text: str, *, is_purpose: bool) -> CombatJudgement:
    words = words_of(text[:_LONGEST_TEXT])
    marks = _marks(words)
    if not is_purpose:
        marks = {at: kind for at, kind in marks.items() if kind is not _Kind.PURPOSE}
    if not marks:
        return CombatJudgement.CIVILIAN
    trades = _parts_with_a_trade([word for at, word in enumerate(words) if at not in marks])
    parts = {words[at].part for at in marks}
    return max(_judge_part(part, words, marks, trades) for part in parts)


def _judge_part(part: int, words: Sequence[Word], marks: dict[int, _Kind], trades: frozenset[int]) -> CombatJudgement:
    kinds = {kind for at, kind in marks.items() if words[at].part == part}
    around = _Around(words=tuple(word for word in words if word.part == part), has_trade=part in trades)
    spent = CombatJudgement.CIVILIAN if trades else CombatJudgement.UNCLEAR
    if _Kind.FIGHTING in kinds:
        return CombatJudgement.UNCLEAR if around.softens or around.is_kin or around.is_past else CombatJudgement.COMBAT
    if around.is_kin:
        return CombatJudgement.CIVILIAN
    if around.is_past:
        return spent
    if _Kind.FIGHTER in kinds:
        return CombatJudgement.UNCLEAR if around.softens or around.is_for else CombatJudgement.COMBAT
    if _Kind.GUARD in kinds:
        return CombatJudgement.CIVILIAN if around.is_denied else CombatJudgement.UNCLEAR
    return CombatJudgement.CIVILIAN if around.softens else CombatJudgement.UNCLEAR


@dataclass(frozen=True, slots=True, kw_only=True)
class _Around:
    """What else is said in the same part."""

    words: tuple[Word, ...]
    has_trade: bool

    @property
    def is_kin(self) -> bool:
        return self._has(Context.RELATIVE, Context.FAMILY)

    @property
    def is_past(self) -> bool:
        return self._has(Context.PAST)

    @property
    def is_denied(self) -> bool:
        return self._has(Context.NEGATION_BEFORE, Context.NEGATION_AFTER)

    @property
    def is_for(self) -> bool:
        """ "For soldiers" is help; "for the front" is not."""
        return self._has(Context.FOR)

    @property
    def softens(self) -> bool:
        return self.has_trade or self.is_denied or self._has(Context.HELP)

    def _has(self, *contexts: Context) -> bool:
        return any(context_words(context).places(self.words) for context in contexts)


def _parts_with_a_trade(words: Sequence[Word]) -> frozenset[int]:
    """The parts in which a civilian role is said; the general helper is none, anybody may call himself one."""
    hits = lexicon().hits(meaningful(words))
    return frozenset(hit.part for hit in hits if hit.phrase.key != _NOT_A_TRADE)


def _marks(words: Sequence[Word]) -> dict[int, _Kind]:
    """The words that bear on fighting; the longest phrase wins, and a harmless one ("fire fighter") marks none."""
    marks: dict[int, _Kind] = {}
    at = 0
    while at < len(words):
        pattern = _longest_at(words, at)
        if pattern and pattern.kind is not _Kind.CLEAR:
            marks |= dict.fromkeys(range(at, at + len(pattern.words)), pattern.kind)
        at += len(pattern.words) if pattern else 1
    return marks


def _longest_at(words: Sequence[Word], at: int) -> _Pattern | None:
    # No phrase crosses a separator: "ready to fight; firefighter" is not about fighting fires.
    texts = [word.text for word in words[at : at + _LOOK_AHEAD] if word.part == words[at].part]
    written = _fitting(_patterns(), texts)
    if written or not is_latin(texts[0]):
        return written
    return _fitting(_romanised_patterns(), [romanised(text) for text in texts])


def _fitting(patterns: dict[str, list[_Pattern]], texts: Sequence[str]) -> _Pattern | None:
    fits = [pattern for pattern in patterns.get(texts[0][:2], ()) if pattern.fits(texts)]
    return max(fits, key=lambda pattern: pattern.weight, default=None)


@cache
def _patterns() -> dict[str, list[_Pattern]]:
    return _by_first_letters(
        _Pattern(kind=_Kind(row["kind"]), words=tuple(fold(phrase).split()))
        for row in rows_of("combat.csv")
        for phrase in row["words"].split(";")
    )


@cache
def _romanised_patterns() -> dict[str, list[_Pattern]]:
    every = [pattern for patterns in _patterns().values() for pattern in patterns]
    return _by_first_letters(
        _Pattern(kind=pattern.kind, words=tuple(romanised(word) for word in pattern.words))
        for pattern in every
        if not pattern.words[0].isascii() and len(pattern.words[0]) >= _SHORTEST_ROMANISED
    )


def _by_first_letters(patterns: Iterable[_Pattern]) -> dict[str, list[_Pattern]]:
    grouped: dict[str, list[_Pattern]] = {}
    for pattern in patterns:
        grouped.setdefault(pattern.words[0][:2], []).append(pattern)
    return grouped

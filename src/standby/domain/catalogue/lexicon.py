"""Every phrase that says a role, and how a word as typed is read as one of theirs."""

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import takewhile

from standby.domain.catalogue.endings import stem
from standby.domain.catalogue.folding import Word, texts_of
from standby.domain.catalogue.nearness import NearWords
from standby.domain.catalogue.records import Role
from standby.domain.catalogue.romanised import is_latin, romanised
from standby.domain.catalogue.shelf import all_crisis_roles, other_roles, rows_of

# How sure a reading is, from "as written in the catalogue" down to a slip of the finger.
_AS_WRITTEN, _INFLECTED, _ROMANISED, _ONE_SLIP, _SHORTENED = 1.0, 0.95, 0.9, 0.85, 0.8
_SHORTEST_ROMANISED, _SHORTEST_CUT, _SHORTEST_UNCUT = 4, 3, 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """One way to say a role; a faint one counts only when nothing else was said."""

    words: tuple[str, ...]
    key: str
    as_written: str
    language: str
    is_faint: bool = False

    @property
    def stems(self) -> tuple[str, ...]:
        return tuple(stem(word) for word in self.words)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hit:
    """A phrase found in somebody's words, from word `first` up to `stop`."""

    phrase: Phrase
    part: int
    first: int
    stop: int
    quality: float


@dataclass(frozen=True, slots=True)
class _Reading:
    stem: str
    quality: float


class Lexicon:
    """Phrases by the stems of their words, and the stems by every spelling they are found under."""

    def __init__(self, phrases: Iterable[Phrase]) -> None:
        self._phrases: dict[tuple[str, ...], Phrase] = {}
        known: set[str] = set()
        for phrase in phrases:
            self._phrases.setdefault(phrase.stems, phrase)
            known.update(phrase.words)
        self._longest = max(len(stems) for stems in self._phrases)
        self._known = frozenset(known)
        self._stems = frozenset(stem(word) for word in known)
        self._sounds = _sounds_of(known)
        self._near = NearWords(known)
        self._alone = sorted((phrase.words[0], phrase) for phrase in self._phrases.values() if len(phrase.words) == 1)
        self._readings: dict[tuple[str, bool], _Reading | None] = {}

    def hits(self, words: Sequence[Word]) -> tuple[Hit, ...]:
        """What is said, longest phrase first from the left; no word is used twice, no phrase crosses a separator."""
        readings = [self._read(word) for word in words]
        hits: list[Hit] = []
        at = 0
        while at < len(words):
            hit = self._longest_hit(words, readings, at)
            if hit:
                hits.append(hit)
            at = hit.stop if hit else at + 1
        return tuple(hits)

    def _longest_hit(self, words: Sequence[Word], readings: Sequence[_Reading | None], first: int) -> Hit | None:
        for stop in range(min(len(words), first + self._longest), first, -1):
            read = [reading for reading in readings[first:stop] if reading]
            if len(read) < stop - first or words[stop - 1].part != words[first].part:
                continue
            phrase = self._phrases.get(tuple(reading.stem for reading in read))
            if phrase:
                quality = min(reading.quality for reading in read)
                return Hit(phrase=phrase, part=words[first].part, first=first, stop=stop, quality=quality)
        return None

    def _read(self, word: Word) -> _Reading | None:
        asked = (word.text, word.is_cut)
        if asked not in self._readings:
            self._readings[asked] = self._look_up(word)
        return self._readings[asked]

    def _look_up(self, word: Word) -> _Reading | None:
        text, stemmed = word.text, stem(word.text)
        if stemmed in self._stems:
            return _Reading(stemmed, _AS_WRITTEN if text in self._known else _INFLECTED)
        if text in _words_of_kind("no_slip"):
            return None
        if sounded := self._sounded(text):
            return _Reading(sounded, _ROMANISED)
        if shortened := self._shortened(word):
            return _Reading(stem(shortened), _SHORTENED)
        near = {stem(known) for known in self._near.likeliest(text)}
        return _Reading(near.pop(), _ONE_SLIP) if len(near) == 1 else None

    def _sounded(self, text: str) -> str | None:
        if not is_latin(text) or len(text) < _SHORTEST_ROMANISED:
            return None
        sound = romanised(text)
        return self._sounds.get(sound) or self._sounds.get(stem(sound))

    def _shortened(self, word: Word) -> str | None:
        """The word that this is the beginning of, if all that begin so mean one role."""
        # Armenian and Russian are cut short without a full stop as well; in Latin letters that would be another word.
        shortest = _SHORTEST_CUT if word.is_cut else _SHORTEST_UNCUT
        if len(word.text) < shortest or (is_latin(word.text) and not word.is_cut):
            return None
        start = bisect_left(self._alone, word.text, key=lambda pair: pair[0])
        begun = [phrase for _, phrase in takewhile(lambda pair: pair[0].startswith(word.text), self._alone[start:])]
        return begun[0].words[0] if len({phrase.key for phrase in begun}) == 1 else None


def _sounds_of(words: Iterable[str]) -> dict[str, str]:
    """The stem for each sound, whole or without its ending; the first in order of the alphabet has an ambiguous one."""
    sounds: dict[str, str] = {}
    for word in sorted(word for word in words if not is_latin(word)):
        sounds.setdefault(romanised(word), stem(word))
    for word in sorted(word for word in words if not is_latin(word)):
        sounds.setdefault(stem(romanised(word)), stem(word))
    return sounds


@cache
def _words_of_kind(kind: str) -> frozenset[str]:
    """Of kind "noise": without a meaning of their own; "no_slip": right as they stand, near a role's word by chance."""
    rows = (row["words"].split(";") for row in rows_of("context.csv") if row["kind"] == kind)
    return frozenset(text for words in rows for word in words for text in texts_of(word))


def meaningful(words: Iterable[Word]) -> tuple[Word, ...]:
    return tuple(word for word in words if word.text not in _words_of_kind("noise"))


def phrases_of(role: Role) -> Iterator[Phrase]:
    """Every way to say this role, its titles first."""
    for language in dict.fromkeys((*role.titles, *role.words)):
        said = (*filter(None, (role.titles.get(language),)), *role.words.get(language, ()))
        yield from _phrases(role.key, language, said, is_faint=False)
        yield from _phrases(role.key, language, role.faint_words.get(language, ()), is_faint=True)


def _phrases(key: str, language: str, texts: Iterable[str], *, is_faint: bool) -> Iterator[Phrase]:
    for text in texts:
        words = tuple(word for word in texts_of(text) if word not in _words_of_kind("noise"))
        yield Phrase(words=words, key=key, as_written=text, language=language, is_faint=is_faint)


@cache
def all_phrases() -> tuple[Phrase, ...]:
    """The crisis roles' phrases first: where two roles could claim one, the crisis role has it."""
    return tuple(phrase for role in (*all_crisis_roles(), *other_roles()) for phrase in phrases_of(role))


@cache
def lexicon() -> Lexicon:
    return Lexicon(all_phrases())

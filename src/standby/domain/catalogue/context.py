"""Words around an occupation that change what it says: a level, a student, "wife of", "not a", "former"."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from functools import cache

from standby.domain.catalogue.endings import stem
from standby.domain.catalogue.folding import Word, texts_of
from standby.domain.catalogue.shelf import rows_of
from standby.domain.roles import Level


class Context(StrEnum):
    STUDENT = "student"
    ASSISTANT = "assistant"
    RELATIVE = "relative"
    FAMILY = "family"
    NEGATION_BEFORE = "negation_before"
    NEGATION_AFTER = "negation_after"
    PAST = "past"
    HELP = "help"
    FOR = "for"


class WordList:
    """Short phrases to look for, endings aside."""

    def __init__(self, phrases: Iterable[str]) -> None:
        self._phrases = frozenset(tuple(stem(text) for text in texts_of(phrase)) for phrase in phrases)
        self._longest = max(len(phrase) for phrase in self._phrases)

    def places(self, words: Sequence[Word]) -> frozenset[int]:
        """The positions of every word that belongs to one of the phrases."""
        stems = [stem(word.text) for word in words]
        return frozenset(
            at
            for first in range(len(stems))
            for stop in range(first + 1, min(len(stems), first + self._longest) + 1)
            if tuple(stems[first:stop]) in self._phrases
            for at in range(first, stop)
        )


@cache
def context_words(context: Context) -> WordList:
    return WordList(
        word for row in rows_of("context.csv") if row["kind"] == context for word in row["words"].split(";")
    )


@cache
def level_words() -> dict[Level, WordList]:
    return {Level(int(row["level"])): WordList(row["words"].split(";")) for row in rows_of("level_words.csv")}

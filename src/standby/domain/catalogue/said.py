"""A text read once: its words, the roles they say, and the words around that change what is said."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from standby.domain.catalogue.context import Context, context_words, level_words
from standby.domain.catalogue.folding import Word, words_of
from standby.domain.catalogue.lexicon import Hit, lexicon, meaningful


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """Words without noise, and the hits among them. A context counts only where no plain role has used the word."""

    words: tuple[Word, ...]
    hits: tuple[Hit, ...]

    def places(self, *contexts: Context) -> frozenset[int]:
        """Where these contexts stand: "nurse" in "student nurse" is taken, "student" in "student, driver" is not."""
        found = frozenset[int]().union(*(context_words(context).places(self.words) for context in contexts))
        return found - {at for hit in self.hits if not hit.phrase.is_faint for at in range(hit.first, hit.stop)}

    def parts(self, places: Collection[int]) -> frozenset[int]:
        return frozenset(self.words[at].part for at in places)

    def stands_alone(self, hit: Hit) -> bool:
        """Whether nothing unknown is said in its part: "manager" alone may be read, "sales manager" may not."""
        known = {at for other in self.hits for at in range(other.first, other.stop)}
        known |= {at for list_ in level_words().values() for at in list_.places(self.words)}
        return all(at in known or word.part != hit.part or _is_number(word) for at, word in enumerate(self.words))

    def belonging_to(self, hit: Hit) -> Sequence[Word]:
        """The words of the hit's own part and of the parts after it that name no role ("nurse, senior")."""
        later = [other.part for other in self.hits if other.part > hit.part]
        end = min(later, default=max(word.part for word in self.words) + 1)
        return [word for word in self.words if hit.part <= word.part < end]


def read(text: str) -> Said:
    words = meaningful(words_of(text))
    return Said(words=words, hits=_said_of_oneself(Said(words=words, hits=lexicon().hits(words))))


def _said_of_oneself(said: Said) -> tuple[Hit, ...]:
    """Without what is denied ("not a doctor") and what is somebody else ("a doctor's wife")."""
    before = said.places(Context.RELATIVE, Context.NEGATION_BEFORE)
    after = said.places(Context.RELATIVE, Context.NEGATION_AFTER)
    return tuple(
        hit
        for hit in said.hits
        if not (_is_beside(hit.first - 1, hit, said, before) or _is_beside(hit.stop, hit, said, after))
    )


def _is_beside(at: int, hit: Hit, said: Said, marked: frozenset[int]) -> bool:
    return at in marked and said.words[at].part == hit.part


def _is_number(word: Word) -> bool:
    return word.text[0].isdigit()

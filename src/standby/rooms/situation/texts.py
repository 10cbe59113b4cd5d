"""What a coordinator writes for everybody: the texts of a notice, checked before anybody else sees them."""

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.utils.translation import gettext

from standby.domain.errors import Fault, UnusableInput
from standby.exchange.xml_text import unfit_signs
from standby.rooms.look.own_words import language_name
from standby.rooms.situation.kinds import Kind

MOST_LETTERS = {"headline": 160, "text": 2000, "instruction": 1000}
_LONGEST = timedelta(days=366)
# A tag as a browser would take it; "a < b" is no tag.
_MARKUP = re.compile(r"</?[a-zA-Z!][^>]*>?")
# These turn the order of what is read around: a text could be made to show what it does not say.
_TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticeText:
    """One language of a notice. `instruction` says what to do, and may be empty where the text says it all."""

    headline: str
    text: str
    instruction: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class NewNotice:
    """A notice about to be said. Raises UnusableInput with every fault at once, each naming its field."""

    kind: Kind
    texts: Mapping[str, NoticeText]
    effective: datetime
    expires: datetime

    def __post_init__(self) -> None:
        faults = [*self._faults_of_dates(), *self._faults_of_texts()]
        if faults:
            raise UnusableInput(tuple(faults))

    def _faults_of_dates(self) -> Iterator[Fault]:
        if self.expires <= self.effective:
            yield Fault(
                field="expires",
                what=gettext("The notice would end before it begins."),
                remedy=gettext("Choose an end after the beginning."),
            )
        elif self.expires - self.effective > _LONGEST:
            yield Fault(
                field="expires",
                what=gettext("The notice would stand for more than a year."),
                remedy=gettext("Choose a nearer end; you can always say it again."),
            )

    def _faults_of_texts(self) -> Iterator[Fault]:
        if not self.texts:
            yield Fault(
                field="headline",
                what=gettext("Nothing is written yet."),
                remedy=gettext("Write a headline and a text in at least one language."),
            )
        for language, text in self.texts.items():
            yield from faults_of_text(text, language=language)


def faults_of_text(text: NoticeText, *, language: str) -> Iterator[Fault]:
    """What cannot be said so. The field of a fault is that of the form: its name and the language."""
    for name, most in MOST_LETTERS.items():
        said: str = getattr(text, name)
        for what, remedy in _troubles(said, most=most, is_asked=name != "instruction", language=language):
            yield Fault(field=f"{name}_{language}", what=what, remedy=remedy)


def _troubles(said: str, *, most: int, is_asked: bool, language: str) -> Iterator[tuple[str, str]]:
    if is_asked and not said.strip():
        what = gettext("This is empty, while something else is written in %(language)s.")
        what %= {"language": language_name(language)}
        yield what, gettext("Write it too, or empty everything of this language.")
    if len(said) > most:
        what = gettext("This has %(letters)s letters.") % {"letters": len(said)}
        yield what, gettext("Make it %(most)s at most.") % {"most": most}
    if found := _MARKUP.search(said):
        what = gettext("This holds markup: %(markup)s") % {"markup": found[0][:20]}
        yield what, gettext("Write plain text, without tags; paragraphs are parted by an empty line.")
    if unfit_signs(said) or not _TURNING.isdisjoint(said):
        what = gettext("This holds signs that cannot be seen: %(signs)s") % {"signs": ", ".join(_unseen(said))}
        yield what, gettext("Type the sentence anew instead of pasting it.")


def _unseen(said: str) -> list[str]:
    return [*unfit_signs(said), *(f"U+{ord(sign):04X}" for sign in sorted(_TURNING & set(said)))]


def tidy(text: str) -> str:
    """As it is stored: line ends of one kind, composed letters, nothing around it."""
    return unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n")).strip()

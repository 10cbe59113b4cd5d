"""The words of every letter about where somebody stands, in the reader's language.

The answer first, the reason second, what to do third, when we speak again last, and how to reach a human (LOOK.md).
No letter holds a place: what a call is for is read on the person's own page.
"""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView
from standby.rooms.people.words import reason_sentence, says_enough, state_sentence

# Stand in a letter until it is addressed; no text of ours holds a control character.
_LINK, _CODE_WORD = "\x01link\x01", "\x01code word\x01"


class Occasion(StrEnum):
    """What a letter is about."""

    STATUS = "status"
    RECALL = "recall"
    LAPSED = "lapsed"
    COMPLETE = "complete"
    SPLIT = "split"
    # Somebody registered who may be them: was it you?
    JOINED = "joined"
    # A promise is kept though nothing has changed.
    RENEWED = "renewed"
    THANKED = "thanked"
    # Of the second wave: next if others cannot come.
    NEXT = "next"


# Of these statuses a letter that renews a promise gives the reason too; the others say enough by themselves.
_SAYS_WHY = frozenset({PersonStatus.STAND_BY, PersonStatus.OFFERED})


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    kind: str
    subject: str
    body: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    """All that a letter depends on, but for whose it is."""

    kind: str
    language: str
    status: PersonStatus
    reason: Reason
    next_word_on: date | None


@dataclass(slots=True, kw_only=True)
class Letters:
    """Writes the letters of one operation; each wording is drawn once, however many people get it."""

    operation: OperationView
    drawn: dict[_Wording, Text] = field(default_factory=dict)

    def to(
        self, person: PersonView, *, link: str, was_released: bool = False, cause: Occasion = Occasion.STATUS
    ) -> Text:
        """`was_released`: they held a call until now, and no longer do."""
        wording = _Wording(
            kind=kind_for(person.status, was_released=was_released, cause=cause),
            language=person.language,
            status=person.status,
            reason=person.reason,
            next_word_on=person.next_word_on,
        )
        text = self.drawn.get(wording) or self.drawn.setdefault(wording, _draw(wording, self.operation))
        body = text.body.replace(_LINK, link).replace(_CODE_WORD, person.code_word)
        return Text(kind=text.kind, subject=text.subject, body=body)


def _draw(wording: _Wording, operation: OperationView) -> Text:
    with translation.override(wording.language):
        context = {
            "operation": operation,
            "link": _LINK,
            "code_word": _CODE_WORD,
            "next_word_on": wording.next_word_on,
            "state": state_sentence(wording.status, wording.reason),
            "says_why": wording.status in _SAYS_WHY,
            "says_enough": says_enough(wording.status, wording.reason),
            "reason": reason_sentence(wording.reason),
        }
        body = str(render_to_string(f"callup/letters/{wording.kind}.txt", context))
        return Text(kind=wording.kind, subject=_subject(wording.kind, operation), body=f"{body.strip()}\n")


def kind_for(status: PersonStatus, *, was_released: bool = False, cause: Occasion = Occasion.STATUS) -> str:
    """Which letter somebody gets who stands there now."""
    if cause is not Occasion.STATUS:
        return str(cause.value)
    match status:
        case PersonStatus.CALLED | PersonStatus.ACCEPTED | PersonStatus.DECLINED:
            return status.value
        case PersonStatus.OFFERED:
            return Occasion.COMPLETE.value
        case PersonStatus.STAND_BY:
            return "released" if was_released else "stand_by"
        case _:
            return "unchanged"


# To miss one of these can put somebody on the road, or leave a place empty: they go by two channels.
GRAVE = frozenset({"called", "recall", "released", "lapsed"})
# These go before all that waits: somebody may be on the way.
URGENT = frozenset({"recall", "released"})


def _subject(kind: str, operation: OperationView) -> str:
    title = letter_title(kind)
    if not operation.is_exercise:
        return title
    return str(gettext("EXERCISE: %(subject)s") % {"subject": title})


def letter_title(kind: str) -> str:
    """What a letter of this kind is called, as its subject line and in lists."""
    return str(_TITLES.get(kind, _("Where you stand")))


_TITLES = {
    "called": _("You are called: please answer"),
    "accepted": _("You accepted: what happens next"),
    "recall": _("Do not set out, turn back"),
    "released": _("You are no longer called: please do not travel"),
    "lapsed": _("Your call has lapsed: please do not travel"),
    "complete": _("Please complete your offer"),
    "stand_by": _("You are standing by: please do not travel"),
    "next": _("You are next: please do not travel yet"),
    "renewed": _("Where you stand: nothing has changed"),
    "thanked": _("Thank you for offering your help"),
    "interested": _("We noted your yes"),
    "withdrawn": _("Your offer is taken back"),
    "stopped": _("No more short messages"),
    "confirm": _("Please confirm your number"),
    "joined": _("Did you register again?"),
    "read": _("A human reads your message"),
}

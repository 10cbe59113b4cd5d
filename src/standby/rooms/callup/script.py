"""What a caller says, in the language of the person who is rung: where they stand, why, when we speak again."""

from dataclasses import dataclass

from django.utils import translation
from django.utils.translation import gettext

from standby.domain.statuses import PersonStatus
from standby.rooms.look.days import say_day
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView
from standby.rooms.people.words import next_sentence, reason_sentence, state_sentence


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """Sentences to read out as they stand; no place is in them."""

    language: str
    greeting: str
    state: str
    reason: str
    next_word: str

    @property
    def sentences(self) -> tuple[str, ...]:
        return tuple(said for said in (self.greeting, self.state, self.reason, self.next_word) if said)


def script_for(person: PersonView, *, operation: OperationView, is_next: bool = False) -> Script:
    """`is_next`: they are of the second wave, and hear so instead of a reason."""
    with translation.override(person.language):
        greeting = gettext("Good day. This is %(organisation)s. Your code word with us is %(word)s.") % {
            "organisation": operation.lead_organisation,
            "word": person.code_word,
        }
        return Script(
            language=person.language,
            greeting=greeting,
            state=state_sentence(person.status, person.reason),
            reason=next_sentence() if is_next else reason_sentence(person.reason),
            next_word=_next_word(person),
        )


def _next_word(person: PersonView) -> str:
    if person.next_word_on is None:
        return ""
    day = {"day": say_day(person.next_word_on)}
    if person.status is PersonStatus.CALLED:
        return gettext("Please answer by %(day)s; without an answer your place goes to somebody else.") % day
    return gettext("You hear from us again by %(day)s at the latest.") % day

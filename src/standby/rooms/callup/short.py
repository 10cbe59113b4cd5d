"""The words of short messages: where somebody stands in a sentence or two, and their own code word before it.

An SMS holds no place and no link, whoever sends it: people are told so, and know ours by their word. Telegram learns no
more than that there is a message.
"""

from dataclasses import dataclass, field
from datetime import date

from django.template.loader import render_to_string
from django.utils import translation

from standby.domain.replies import ASKED_FOR, Answer
from standby.domain.short_messages import forbidden_in
from standby.rooms.look.days import say_day
from standby.rooms.messages.models import Channel
from standby.rooms.operations.queries import OperationView

# Stands in a text until it is addressed; no text of ours holds a control character.
_WORD = "\x01"
_TELEGRAM = "telegram"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wording:
    """All that a short message depends on, but for whose it is."""

    kind: str
    language: str
    until: date | None


@dataclass(slots=True, kw_only=True)
class ShortMessages:
    """Writes the short messages of one operation; each wording is drawn once, however many people get it."""

    operation: OperationView
    drawn: dict[_Wording, str] = field(default_factory=dict)

    def to(self, *, kind: str, channel: Channel, language: str, code_word: str, until: date | None) -> str:
        """`until` is the day of the next word, or the last day to answer on."""
        said = _TELEGRAM if channel is Channel.TELEGRAM else kind
        wording = _Wording(kind=said, language=language, until=until)
        text = self.drawn.get(wording) or self.drawn.setdefault(wording, _draw(wording, self.operation))
        return text.replace(_WORD, code_word)


def _draw(wording: _Wording, operation: OperationView) -> str:
    asked_for = ASKED_FOR.get(wording.language, ASKED_FOR["en"])
    with translation.override(wording.language):
        context = {
            "word": _WORD,
            "yes": asked_for[Answer.ACCEPT],
            "no": asked_for[Answer.DECLINE],
            "until": say_day(wording.until) if wording.until else "",
            "contact": _contact(operation),
        }
        return str(render_to_string(f"callup/short/{wording.kind}.txt", context)).strip()


def _contact(operation: OperationView) -> str:
    """How to reach a human, where that is no address of the net."""
    return "" if forbidden_in(operation.help_contact) else operation.help_contact

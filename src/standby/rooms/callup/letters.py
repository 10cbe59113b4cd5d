"""The words of every letter about where somebody stands, in the reader's language.

The answer first, the reason second, what to do third, when we speak again last, and how to reach a human (LOOK.md).
No letter holds a place: what a call is for is read on the person's own page.
"""

from dataclasses import dataclass
from enum import Enum

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext

from standby.domain.statuses import PersonStatus
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView
from standby.rooms.people.words import reason_sentence, state_sentence


class Occasion(Enum):
    """What a letter is about."""

    STATUS = "status"
    RECALL = "recall"
    LAPSED = "lapsed"
    COMPLETE = "complete"
    SPLIT = "split"


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    kind: str
    subject: str
    body: str


def compose(
    *,
    person: PersonView,
    operation: OperationView,
    link: str,
    was_released: bool = False,
    cause: Occasion = Occasion.STATUS,
) -> Text:
    """A letter to one person. `was_released`: they held a call until now, and no longer do."""
    kind = _kind(person, was_released=was_released, cause=cause)
    with translation.override(person.language):
        context = {
            "person": person,
            "operation": operation,
            "link": link,
            "state": state_sentence(person.status),
            "reason": reason_sentence(person.reason),
        }
        body = str(render_to_string(f"callup/letters/{kind}.txt", context))
        return Text(kind=kind, subject=_subject(kind, operation), body=f"{body.strip()}\n")


def _kind(person: PersonView, *, was_released: bool, cause: Occasion) -> str:
    if cause is not Occasion.STATUS:
        return cause.value
    match person.status:
        case PersonStatus.CALLED | PersonStatus.ACCEPTED | PersonStatus.DECLINED:
            return person.status.value
        case PersonStatus.OFFERED:
            return Occasion.COMPLETE.value
        case PersonStatus.STAND_BY:
            return "released" if was_released else "stand_by"
        case _:
            return "unchanged"


def _subject(kind: str, operation: OperationView) -> str:
    prefix = gettext("EXERCISE: ") if operation.is_exercise else ""
    return f"{prefix}{_title(kind)}"


def _title(kind: str) -> str:
    match kind:
        case "called":
            return gettext("You are called: please answer")
        case "accepted":
            return gettext("You accepted: what happens next")
        case "recall":
            return gettext("Do not set out, turn back")
        case "released":
            return gettext("You are no longer called: please do not travel")
        case "lapsed":
            return gettext("Your call has lapsed: please do not travel")
        case "complete":
            return gettext("Please complete your offer")
        case "stand_by":
            return gettext("You are standing by: please do not travel")
        case _:
            return gettext("Where you stand")

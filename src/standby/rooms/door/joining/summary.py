"""What somebody is about to send, as they said it, each line leading back to its page."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from standby.domain.sign_up import Field
from standby.rooms.door.forms.join_days import WhenForm
from standby.rooms.door.forms.status import SPOKEN
from standby.rooms.door.joining.choices import home_choices, ticked_roles
from standby.rooms.door.joining.steps import Step
from standby.rooms.door.sign_up_words import label_of
from standby.rooms.look.days import say_days

Said = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    step: Step
    label: str
    value: str


def summary_of(said: Said, *, operation_id: int, language: str) -> list[Line]:
    """Only what was answered; names and numbers exactly as they were typed."""
    return [line for line in _lines(said, operation_id, language) if line.value]


def _lines(said: Said, operation_id: int, language: str) -> Iterator[Line]:
    yield _line(Step.YOU, Field.NAME, _one(said, Field.NAME))
    yield _line(Step.YOU, Field.PHONE, _one(said, Field.PHONE))
    yield _line(Step.YOU, Field.EMAIL, _one(said, Field.EMAIL))
    roles = ", ".join(dict.fromkeys(role.title(language) for role in ticked_roles(said)))
    yield _line(Step.WHAT, Field.WORDS, roles)
    spoken = ", ".join(name for code, name in SPOKEN if code in said.get(Field.LANGUAGES, ()))
    yield _line(Step.WHAT, Field.LANGUAGES, spoken)
    yield Line(step=Step.WHEN, label=_("When you are free"), value="; ".join(_windows(said)))
    homes = dict(home_choices(operation_id=operation_id, language=language))
    yield _line(Step.WHEN, Field.HOME, homes.get(_one(said, Field.HOME), ""))
    yield Line(step=Step.WHEN, label=_("With whom"), value=_party(said))


def _line(step: Step, field: Field, value: str) -> Line:
    return Line(step=step, label=label_of(field), value=value)


def _windows(said: Said) -> Iterator[str]:
    for window in WhenForm(said, home_choices=()).windows:
        try:
            first, last = date.fromisoformat(window.first), date.fromisoformat(window.last)
        except ValueError:
            continue
        yield say_days(first, last)


def _party(said: Said) -> str:
    match _one(said, Field.PARTY):
        case "first" if _one(said, Field.PARTY_SIZE).isdecimal():
            size = int(_one(said, Field.PARTY_SIZE)[:4])
            return ngettext("You are %(size)s.", "You are %(size)s in all.", size) % {"size": size}
        case "companion":
            return _("With the party whose code you brought.")
        case _:
            return ""


def _one(said: Said, field: Field) -> str:
    return "".join(said.get(field, ())[:1]).strip()

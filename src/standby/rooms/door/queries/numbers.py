"""What may be said to everybody of how many are registered, of the chance of a call, and of what is short."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypedDict, cast

from django.utils.translation import gettext as _

from standby.domain.catalogue import all_tags, title
from standby.rooms.door.forms.status import SPOKEN
from standby.rooms.door.models import PublicNumbers
from standby.rooms.look.days import page_language, say_days
from standby.rooms.look.numbers import say_number

# Older numbers are not told as those of today.
_GOOD_FOR = timedelta(hours=6)
_HUNDRED = 100


class RoleNumbers(TypedDict):
    people: int
    places: int
    chance: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Numbers:
    """Sentences, in the language of the page; none where nothing may be said."""

    counts: tuple[str, ...] = ()
    helps_now: tuple[str, ...] = ()


def numbers_for(*, operation_id: int, roles: Sequence[str], now: datetime) -> Numbers:
    """One small row is read. Nothing of it depends on who asks."""
    row = PublicNumbers.objects.filter(operation_id=operation_id, counted_at__gt=now - _GOOD_FOR).first()
    if row is None:
        return Numbers()
    known = cast(Mapping[str, RoleNumbers], row.roles)
    mine = {role: known[role] for role in dict.fromkeys(roles) if role in known}
    return Numbers(
        counts=(*_counts(mine), *_chance(mine)), helps_now=tuple(_short(cast(Mapping[str, Sequence[str]], row.short)))
    )


def _counts(mine: Mapping[str, RoleNumbers]) -> Iterator[str]:
    for role, numbers in mine.items():
        yield _("%(role)s: today %(people)s people are registered for %(places)s places.") % {
            "role": title(role, language=page_language()),
            "people": say_number(numbers["people"]),
            "places": say_number(numbers["places"]),
        }


def _chance(mine: Mapping[str, RoleNumbers]) -> Iterator[str]:
    """The best of what they offer; nothing before the operation has a history."""
    chances = [numbers["chance"] for numbers in mine.values() if numbers["chance"] is not None]
    if chances:
        yield say_chance(max(chances))


def say_chance(chance: float) -> str:
    percent = round(chance * _HUNDRED)
    if percent < 1:
        return _("A person like you has less than a 1% chance of being called in the next seven days.")
    return _("A person like you has about a %(percent)s%% chance of being called in the next seven days.") % {
        "percent": percent
    }


def _short(short: Mapping[str, Sequence[str]]) -> Iterator[str]:
    spoken, tags, language = dict(SPOKEN), all_tags(), page_language()
    languages = [spoken[code] for code in short.get("languages", ()) if code in spoken]
    licences = [tags[tag].title(language) for tag in short.get("licences", ()) if tag in tags]
    days = short.get("days", ())
    if languages:
        yield _("People who speak one of these: %(languages)s.") % {"languages": ", ".join(languages)}
    if licences:
        yield _("People with one of these licences: %(licences)s.") % {"licences": ", ".join(licences)}
    if days:
        first, last = map(date.fromisoformat, days)
        yield _("People who are free on these days: %(days)s.") % {"days": say_days(first, last)}

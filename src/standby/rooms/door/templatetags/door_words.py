"""What a person was told, as entries of a folded history."""

from collections.abc import Iterable

from django import template

from standby.rooms.look.timeline import Entry
from standby.rooms.people.queries.history import ToldOnce
from standby.rooms.people.words import reason_sentence, state_sentence

register = template.Library()


@register.simple_tag
def told_entries(history: Iterable[ToldOnce]) -> list[Entry]:
    return [
        Entry(at=told.at, text=state_sentence(told.status, told.reason), more=reason_sentence(told.reason))
        for told in history
    ]

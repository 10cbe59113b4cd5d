"""A clock in a template: its mark, and the sentence beside it."""

from datetime import datetime

from django import template

from standby.domain.rest import Clock
from standby.rooms.look.templatetags.look import mark
from standby.rooms.welfare import words

register = template.Library()


@register.simple_tag
def clock_mark(clock: Clock) -> str:
    shown = words.clock_mark(clock)
    return mark(shown.shape.value, shown.word)


@register.filter
def limit_words(clock: Clock) -> str:
    return words.say_limit(clock)


@register.filter
def hours(minutes: int) -> str:
    return words.hours(minutes)


@register.filter
def wall_clock(moment: datetime) -> str:
    """The hour on the clocks of the place; the moment carries its zone."""
    return f"{moment:%H:%M}"

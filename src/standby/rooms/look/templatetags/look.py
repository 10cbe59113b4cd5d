"""The words and components of a page. `docs/reference/look.md` shows each with an example."""

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django import template
from django.core.paginator import Page
from django.forms import BaseForm, BoundField
from django.template import Context
from django.urls import NoReverseMatch, resolve, reverse
from django.utils.html import format_html

from standby.domain.statuses import PersonStatus
from standby.rooms.look.charts import BarChart, FillChart, SurgeChart
from standby.rooms.look.charts.surge_drawing import drawn
from standby.rooms.look.contacts import contact_link
from standby.rooms.look.days import (
    say_day,
    say_day_shortly,
    say_days,
    say_moment,
    say_moment_shortly,
    say_zone,
)
from standby.rooms.look.fields import question_of
from standby.rooms.look.marks import Mark, Shape, person_mark
from standby.rooms.look.numbers import say_number
from standby.rooms.look.once import KEY_FIELD, new_key
from standby.rooms.look.rail import Sitting
from standby.rooms.look.sorting import sort_link
from standby.rooms.look.timeline import Entry

register = template.Library()

# What a tag hands to the template it includes. Django types it so, and it travels no further than that template.
Values = dict[str, Any]


@register.simple_tag
def day(value: date, *, with_year: bool = False) -> str:
    return say_day(value, with_year=with_year)


@register.simple_tag
def days(first: date, last: date) -> str:
    return say_days(first, last)


@register.filter
def short_day(value: date) -> str:
    return say_day_shortly(value)


@register.simple_tag
def moment(value: datetime, zone: str) -> str:
    return say_moment(value, zone)


@register.simple_tag
def short_moment(value: datetime, zone: str) -> str:
    return say_moment_shortly(value, zone)


@register.simple_tag
def in_zone(zone: str) -> str:
    return say_zone(zone)


@register.filter
def number(value: float) -> str:
    return say_number(value)


@register.filter
def reach(contact: str) -> str:
    """A telephone or an e-mail as a link, so that one tap is enough; anything else as it is."""
    return contact_link(contact)


@register.simple_tag
def status_mark(status: PersonStatus | str) -> str:
    return _drawn_mark(person_mark(status))


@register.simple_tag
def mark(shape: str, word: str) -> str:
    return _drawn_mark(Mark(shape=Shape(shape), word=word))


def _drawn_mark(mark: Mark) -> str:
    """Written here and not in a template of its own: a list draws a hundred of them."""
    shape = mark.shape
    return format_html(
        '<span class="mark mark-{}"><i aria-hidden="true">{}</i>{}</span>', shape.value, shape.glyph, mark.word
    )


@register.inclusion_tag("components/field.html")
def field(bound: BoundField) -> Values:
    return {"question": question_of(bound)}


@register.inclusion_tag("components/faults.html")
def faults(form: BaseForm) -> Values:
    """All that must be mended, at the top of the form, each with a link to its field."""
    return {"form": form, "wrong": [bound for bound in form if bound.errors]}


@register.inclusion_tag("components/form_keys.html", takes_context=True)
def form_keys(context: Context) -> Values:
    """The hidden fields every form that changes something needs."""
    return {"csrf_token": context.get("csrf_token"), "key_field": KEY_FIELD, "key": new_key()}


@register.inclusion_tag("components/post_button.html", takes_context=True)
def post_button(context: Context, address: str, label: str, kind: str = "", **hidden: str) -> Values:
    """A button that changes something: a form of its own, so that it works without a script."""
    return {
        "csrf_token": context.get("csrf_token"),
        "address": address,
        "label": label,
        "kind": kind,
        "hidden": {**hidden, KEY_FIELD: new_key()},
    }


@register.inclusion_tag("components/column.html", takes_context=True)
def column(context: Context, name: str, title: str, kind: str = "") -> Values:
    """The head of a column that can be sorted by; `kind` is "number" for figures."""
    return {"link": sort_link(column=name, query=context["request"].GET), "title": title, "kind": kind}


@register.inclusion_tag("components/filter.html")
def filter_box(table: str, label: str) -> Values:
    """Narrows the table with that id by typing. It shows itself only where scripts run."""
    return {"table": table, "label": label}


@register.inclusion_tag("components/pages.html", takes_context=True)
def pages(context: Context, page: Page[Any]) -> Values:
    """Links to the pages of a list, keeping the order chosen."""
    query = context["request"].GET.copy()
    query.pop("page", None)
    numbers = page.paginator.get_elided_page_range(page.number, on_each_side=1, on_ends=1)
    return {"page": page, "numbers": list(numbers), "rest": query.urlencode()}


@register.inclusion_tag("components/progress.html")
def progress(sentence: str, *, done: int, total: int, poll: str = "") -> Values:
    """What is being done and how far. `poll` is the address of this same piece, fetched again while it is under way."""
    return {"sentence": sentence, "done": done, "total": total, "poll": poll}


@register.inclusion_tag("components/timeline.html")
def timeline(entries: Iterable[Entry], zone: str, *, is_open: bool = False) -> Values:
    return {"entries": list(entries), "zone": zone, "is_open": is_open}


@register.inclusion_tag("components/fill_chart.html")
def fill_chart(chart: FillChart) -> Values:
    return {"chart": chart}


@register.inclusion_tag("components/bar_chart.html")
def bar_chart(chart: BarChart) -> Values:
    return {"chart": chart}


@register.inclusion_tag("components/surge_chart.html")
def surge_chart(chart: SurgeChart) -> Values:
    return {"chart": chart, "drawing": drawn(chart)}


@register.inclusion_tag("components/place.html", takes_context=True)
def place(context: Context, name: str, title: str) -> Values:
    """One place of the rail. A place whose room is not built in, or that does not open to whoever sits here, does not
    show."""
    try:
        address = reverse(name)
    except NoReverseMatch:
        return {"address": ""}
    desk: Sitting | None = context.get("desk") or None
    if desk is not None and not desk.opens(resolve(address).func):
        return {"address": ""}
    request = context.get("request")
    return {"address": address, "title": title, "is_here": request is not None and _is_at(request.path, address)}


def _is_at(path: str, address: str) -> bool:
    """Whether the page lies below the place; the desk itself, above all others, only when it is the page."""
    is_desk = address.count("/") <= len("//")
    return path == address or (not is_desk and path.startswith(address))

"""The page on which a place gets its numbers day by day: the same for beds, arrivals and seats."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from standby.domain.days import Days
from standby.rooms.accounts.doors import Desk
from standby.rooms.accounts.pages import desk_page
from standby.rooms.look.days import say_weekday
from standby.rooms.places.forms.numbers import WEEKS_SHOWN, RowForm, WeeksForm

Numbers = Mapping[date, int | None]
_SHOWN = timedelta(weeks=WEEKS_SHOWN)
_FURTHEST = timedelta(days=3660)


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Another ledger of the same place, one click away."""

    address: str
    label: str
    is_here: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """Whose numbers they are. `usual` holds on a day without a number of its own; None = no limit."""

    title: str
    usual: int | None
    known: Callable[[Days], Mapping[date, int]]
    store: Callable[[Numbers], None]
    back: str
    choices: Sequence[Choice] = ()
    note: str = ""


def answer_ledger(request: HttpRequest, desk: Desk, ledger: Ledger) -> HttpResponse:
    days = _days_shown(request, desk)
    is_row = request.POST.get("deed") == "row"
    weeks = WeeksForm(None if is_row else request.POST or None, days=days, known=ledger.known(days))
    row = RowForm(request.POST if is_row else None, initial={"first_day": days.first})
    if is_row and row.is_valid():
        ledger.store(row.by_day)
        return redirect(_address(request, row.cleaned_data["first_day"]))
    if not is_row and weeks.is_valid():
        ledger.store(weeks.changed())
        return redirect(_address(request, days.first))
    return desk_page(
        request,
        desk,
        "places/ledger.html",
        ledger=ledger,
        days=days,
        weeks=weeks,
        row=row,
        weekdays=[say_weekday(day) for day in list(days)[:7]],
        earlier=_address(request, days.first - _SHOWN),
        later=_address(request, days.first + _SHOWN),
    )


def _days_shown(request: HttpRequest, desk: Desk) -> Days:
    """Whole weeks from the one asked for; from this week on where the address says nothing sensible."""
    today = desk.operation.today(desk.now)
    try:
        first = date.fromisoformat(request.GET.get("from", ""))
    except ValueError:
        first = today
    if abs(first - today) > _FURTHEST:
        first = today
    monday = first - timedelta(days=first.weekday())
    return Days(first=monday, last=monday + _SHOWN - timedelta(days=1))


def _address(request: HttpRequest, first: date) -> str:
    """The same page from another day on; what else the address says stays."""
    query = request.GET.copy()
    query["from"] = first.isoformat()
    return f"{request.path}?{query.urlencode()}"

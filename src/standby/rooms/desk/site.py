"""One site: what it asked for, and who comes when; of people the first name and the code word only."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.core.paginator import Page, Paginator

from standby.domain.catalogue import title
from standby.rooms.callup.queries.at_site import Comer, SiteCount, comers_to, count_comers
from standby.rooms.desk.needs import NeedLine, lines_of
from standby.rooms.look.days import page_language
from standby.rooms.needs.queries.lists import requests_of_site
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.persons import named, people_by_id
from standby.rooms.places.queries.sites import SiteView

_PAGE = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """Somebody who comes, as their site may know them."""

    comer: Comer
    first_name: str
    role_title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrivals:
    """Those due on one day."""

    day: date
    people: Sequence[Expected]


@dataclass(frozen=True, slots=True, kw_only=True)
class SitePage:
    needs: Sequence[NeedLine]
    count: SiteCount
    due_today: int
    page: Page[Comer]
    by_day: Sequence[Arrivals]


def site_page(*, operation: OperationView, site: SiteView, page: str, now: datetime) -> SitePage:
    """Whoever is due first stands first; only the names on the page shown are opened."""
    today = operation.today(now)
    comers = comers_to(operation_id=operation.id, site_id=site.id, today=today)
    shown = Paginator(comers, _PAGE).get_page(page)
    rows = requests_of_site(operation=operation, site_id=site.id, now=now)
    return SitePage(
        needs=lines_of(rows, operation=operation, now=now),
        count=count_comers(comers),
        due_today=sum(comer.is_due for comer in comers),
        page=shown,
        by_day=_by_day(_expected(list(shown.object_list), operation_id=operation.id)),
    )


def codes_of_site(*, operation: OperationView, site: SiteView, now: datetime) -> list[Arrivals]:
    """For paper: codes and code words, and no name at all."""
    comers = comers_to(operation_id=operation.id, site_id=site.id, today=operation.today(now))
    return _by_day(_without_name(comer) for comer in comers if not comer.is_there)


def _expected(comers: Sequence[Comer], *, operation_id: int) -> list[Expected]:
    people = people_by_id(operation_id=operation_id, ids=[comer.person_id for comer in comers])
    names = {one.person.id: one.details.given for one in named(list(people.values()))}
    return [_one(comer, first_name=names.get(comer.person_id, "")) for comer in comers]


def _without_name(comer: Comer) -> Expected:
    return _one(comer, first_name="")


def _one(comer: Comer, *, first_name: str) -> Expected:
    role_title = title(comer.role, comer.tag, language=page_language())
    return Expected(comer=comer, first_name=first_name, role_title=role_title)


def _by_day(people: Iterable[Expected]) -> list[Arrivals]:
    days: dict[date, list[Expected]] = {}
    for one in people:
        days.setdefault(one.comer.days.first, []).append(one)
    return [Arrivals(day=day, people=found) for day, found in sorted(days.items())]

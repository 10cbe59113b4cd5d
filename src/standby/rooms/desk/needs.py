"""All needs and how full they are: what waits for somebody, and what is open."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from django.core.paginator import Page, Paginator

from standby.domain.catalogue import title
from standby.rooms.accounts.queries import Staff
from standby.rooms.callup.queries.filling import Answers, answers_to
from standby.rooms.look.days import page_language
from standby.rooms.look.marks import Mark
from standby.rooms.needs.queries.lists import RequestRow, Rotation, Show, count_shown, requests_shown
from standby.rooms.needs.queries.planning import OPEN_STATES
from standby.rooms.needs.words import state_mark
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.queries.contacts import scope_of
from standby.rooms.places.queries.sites import details_of_sites

_PAGE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsAsked:
    """What of the address says which needs are wanted."""

    show: Show
    region: str
    role: str
    only_missing: bool
    page: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedLine:
    """One request with its places: asked for, sure, called and not answered yet, over all its rotations."""

    row: RequestRow
    site_name: str
    phone: str
    role_title: str
    mark: Mark
    places: int
    sure: int
    expected: int

    @property
    def missing(self) -> int:
        return max(0, self.places - self.sure - self.expected)

    @property
    def is_running(self) -> bool:
        """Whether its site can renew it or say "enough"."""
        return self.row.state in OPEN_STATES and not self.row.is_over


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedsPage:
    """`counts`: how long each list would be. `places` and `missing` are of everything that is shown, on every page."""

    counts: Mapping[Show, int]
    requests: int
    places: int
    missing: int
    page: Page[NeedLine]

    @property
    def lists(self) -> Sequence[tuple[Show, int]]:
        return tuple(self.counts.items())

    @property
    def waiting(self) -> Sequence[tuple[Show, int]]:
        """The lists on which somebody waits for the desk."""
        return tuple((show, self.counts[show]) for show in (Show.DRAFT, Show.ASSESSED, Show.STALE) if self.counts[show])


def needs_page(*, operation: OperationView, staff: Staff, asked: NeedsAsked, now: datetime) -> NeedsPage:
    """The most urgent first; only the names of the sites on the page shown are opened."""
    scope = scope_of(staff=staff, operation_id=operation.id)
    rows = requests_shown(
        operation=operation, scope=scope, show=asked.show, now=now, region=asked.region, role=asked.role
    )
    lines = lines_of(rows, operation=operation, now=now)
    if asked.only_missing:
        lines = [line for line in lines if line.missing]
    page = Paginator(lines, _PAGE).get_page(asked.page)
    page.object_list = named_lines(list(page.object_list), operation_id=operation.id)
    return NeedsPage(
        counts=count_shown(operation=operation, scope=scope, now=now),
        requests=len(lines),
        places=sum(line.places for line in lines),
        missing=sum(line.missing for line in lines),
        page=page,
    )


def lines_of(rows: Sequence[RequestRow], *, operation: OperationView, now: datetime) -> list[NeedLine]:
    """With what has come of each so far; rotations that are over count no more."""
    today = operation.today(now)
    current = {row.ref: [part for part in row.rotations if part.days.last >= today] for row in rows}
    ids = [rotation.need_id for rotations in current.values() for rotation in rotations]
    answers = answers_to(ids)
    return [_line(row, current[row.ref], answers) for row in rows]


def named_lines(lines: Sequence[NeedLine], *, operation_id: int) -> list[NeedLine]:
    """The same with the names of their sites, and for those to be telephoned the number."""
    details = details_of_sites(operation_id=operation_id, ids={line.row.site_id for line in lines})
    language = page_language()
    return [
        replace(
            line,
            site_name=details[line.row.site_id].name(language),
            phone=details[line.row.site_id].contact_phone if line.row.is_stale else "",
        )
        for line in lines
    ]


def _line(row: RequestRow, rotations: Sequence[Rotation], answers: Mapping[int, Answers]) -> NeedLine:
    found = [answers[rotation.need_id] for rotation in rotations if rotation.need_id in answers]
    return NeedLine(
        row=row,
        site_name="",
        phone="",
        role_title=title(row.role, row.tag, language=page_language()),
        mark=state_mark(row.state, is_stale=row.is_stale, is_over=row.is_over),
        places=sum(rotation.headcount for rotation in rotations),
        sure=sum(fill.sure for fill in found),
        expected=sum(fill.expected for fill in found),
    )

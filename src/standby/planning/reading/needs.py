"""needs.csv and announced.csv: who is wanted where, and who was already told to come."""

from collections.abc import Mapping
from functools import partial

from standby.domain.days import Days
from standby.domain.roles import Level
from standby.domain.statuses import PersonStatus
from standby.formats import cells
from standby.formats.faults import shown
from standby.formats.source import Border, Source
from standby.planning.operation import PLANNED_STATUSES, Announcement, Forecast, Need, NeedId, PersonId, SiteId

_REQUIRED = ("need_id", "site_id", "role", "level", "first_day", "last_day", "headcount", "priority")
_OPTIONAL = ("requires", "verified", "languages", "need_group")


def read_needs(source: Source, *, sites: frozenset[SiteId], priorities: int) -> tuple[Need, ...]:
    """A priority runs from 1 to `priorities`."""
    table = source.table("needs.csv", required=_REQUIRED)
    if table is None:
        return ()
    reader = _NeedReader(Border(file=table.file, faults=source.faults), sites=sites, priorities=priorities)
    needs = (reader.read(line, texts) for line, texts in table.rows(*_REQUIRED, *_OPTIONAL))
    return tuple(need for need in needs if need)


def read_forecast(
    source: Source, *, sites: frozenset[SiteId], needs: frozenset[NeedId], priorities: int
) -> tuple[Forecast, ...]:
    """forecast.csv: the columns of needs.csv, and with what probability each comes, from 0 to 1."""
    required = (*_REQUIRED, "probability")
    table = source.table("forecast.csv", required=required, may_be_absent=True)
    if table is None:
        return ()
    border = Border(file=table.file, faults=source.faults)
    reader = _NeedReader(border, sites=sites, priorities=priorities)
    percent = border.column("probability", cells.as_percent, 0)
    forecast = []
    for line, (*texts, probability) in table.rows(*_REQUIRED, *_OPTIONAL, "probability"):
        need, share = reader.read(line, tuple(texts)), percent(probability, line)
        if need and need.need_id in needs:
            border.fault(line=line, field="need_id", what=f"{need.need_id} stands in needs.csv already.")
        elif need:
            forecast.append(Forecast(need=need, percent=share))
    return tuple(forecast)


class _NeedReader:
    def __init__(self, border: Border, *, sites: frozenset[SiteId], priorities: int) -> None:
        self._border, self._sites = border, sites
        self._need_id = border.key("need_id", cells.as_id)
        self._site_id = border.column("site_id", cells.as_id, "")
        self._role = border.column("role", cells.as_role_code, "")
        self._level = border.column("level", cells.as_level, Level.SUPERVISED)
        self._days = border.column("first_day", cells.as_days, None)
        self._headcount = border.column("headcount", cells.as_number, 0)
        self._priority = border.column("priority", partial(cells.as_priority, last=priorities), 1)
        no_tag: tuple[str, ...] = ()
        no_language: tuple[tuple[str, ...], ...] = ()
        self._requires = border.column("requires", cells.as_tags, no_tag)
        self._verified = border.column("verified", cells.as_yes, False)  # noqa: FBT003
        self._languages = border.column("languages", cells.as_language_conditions, no_language)
        self._group = border.column("need_group", cells.as_optional_id, "")

    def read(self, line: int, texts: tuple[str, ...]) -> Need | None:
        key, site, role, level, first, last, headcount, priority, requires, verified, languages, group = texts
        need_id, days = self._need_id(key, line), self._days(f"{first}/{last}", line)
        if self._site_id(site, line) and site not in self._sites:
            self._border.fault(line=line, field="site_id", what=f"{site} is not in sites.csv.")
        values = {
            "role": self._role(role, line),
            "need_group": self._group(group, line),
        }
        wanted = self._headcount(headcount, line), self._priority(priority, line), self._level(level, line)
        conditions = self._requires(requires, line), self._verified(verified, line), self._languages(languages, line)
        if not (need_id and days and site in self._sites):
            return None
        return Need(
            need_id=NeedId(need_id),
            site_id=SiteId(site),
            days=days,
            headcount=wanted[0],
            priority=wanted[1],
            level=wanted[2],
            requires=conditions[0],
            must_be_verified=conditions[1],
            languages=conditions[2],
            **values,
        )


def _as_planned_state(text: str) -> PersonStatus:
    return PersonStatus(cells.one_of(text, tuple(sorted(PLANNED_STATUSES))))


def read_announced(
    source: Source, *, people: frozenset[PersonId], needs: Mapping[NeedId, Need]
) -> tuple[Announcement, ...]:
    table = source.table(
        "announced.csv", required=("person_id", "need_id", "state", "first_day", "last_day"), may_be_absent=True
    )
    if table is None:
        return ()
    reader = _AnnouncementReader(Border(file=table.file, faults=source.faults), people=people, needs=needs)
    rows = table.rows("person_id", "need_id", "state", "first_day", "last_day")
    read = (reader.read(line, texts) for line, texts in rows)
    return tuple(announcement for announcement in read if announcement)


class _AnnouncementReader:
    def __init__(self, border: Border, *, people: frozenset[PersonId], needs: Mapping[NeedId, Need]) -> None:
        self._border, self._people, self._needs = border, people, needs
        self._state = border.column("state", _as_planned_state, PersonStatus.CALLED)
        self._days = border.column("first_day", cells.as_days, None)
        self._seen: set[Announcement] = set()

    def read(self, line: int, texts: tuple[str, ...]) -> Announcement | None:
        person_id, need_id, state_text, first, last = texts
        state, need = self._state(state_text, line), self._needs.get(NeedId(need_id))
        self._check_names(line, person_id=person_id, need_id=need_id)
        days = self._given_days(line, first=first, last=last, need=need)
        if days is None or need is None or PersonId(person_id) not in self._people:
            return None
        read = Announcement(person_id=PersonId(person_id), need_id=need.need_id, state=state, days=days)
        if read in self._seen:
            self._border.fault(line=line, field="person_id", what=f"{person_id} stands there already for {need_id}.")
        self._seen.add(read)
        return read

    def _check_names(self, line: int, *, person_id: str, need_id: str) -> None:
        if PersonId(person_id) not in self._people:
            self._border.fault(line=line, field="person_id", what=f"{shown(person_id)} is not in people.csv.")
        if NeedId(need_id) not in self._needs:
            self._border.fault(line=line, field="need_id", what=f"{shown(need_id)} is not in needs.csv.")

    def _given_days(self, line: int, *, first: str, last: str, need: Need | None) -> Days | None:
        if first or last:
            return self._days(f"{first}/{last}", line)
        return need.days if need else None

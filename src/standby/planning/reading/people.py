"""people.csv: who offers what, when and from where."""

from collections.abc import Iterator

from standby.domain.days import Days
from standby.domain.offers import Lodging, Offer, PartyRule, Travel
from standby.domain.roles import OfferedRole
from standby.formats import cells
from standby.formats.source import Border, Source
from standby.planning.operation import Person, PersonId

FILE = "people.csv"
_IDENTITY = ("person_id", "registered_at", "roles")
_OFFER = (
    "has", "languages", "windows", "max_stay_days", "max_total_days", "rested_from", "home", "travel", "seats",
    "lodging", "party", "party_rule",
)  # fmt: skip


def read_people(source: Source) -> tuple[Person, ...]:
    table = source.table(FILE, required=("person_id",))
    if table is None:
        return ()
    border = Border(file=FILE, faults=source.faults)
    rows = table.rows(*_IDENTITY, "first_day", "last_day", *_OFFER)
    return tuple(_people(border, rows))


def _people(border: Border, rows: Iterator[tuple[int, tuple[str, ...]]]) -> Iterator[Person]:
    person_id = border.key("person_id", cells.as_id)
    registered_at = border.column("registered_at", cells.as_moment, "")
    offers = _OfferReader(border)
    for line, (id_text, registered_text, roles, *rest) in rows:
        key, registered = person_id(id_text, line), registered_at(registered_text, line)
        offer = offers.read(line, roles, rest)
        if key:
            yield Person(person_id=PersonId(key), offer=offer, registered_at=registered)


class _OfferReader:
    """Holds the columns of an offer, so that equal cells of a million rows are parsed once."""

    def __init__(self, border: Border) -> None:
        no_role: tuple[OfferedRole, ...] = ()
        nothing: tuple[str, ...] = ()
        self._roles = border.column("roles", cells.as_roles, no_role)
        self._window = _WindowReader(border)
        self._tags = border.column("has", cells.as_held_tags, nothing)
        self._languages = border.column("languages", cells.as_languages, nothing)
        self._max_stay = border.column("max_stay_days", cells.as_optional_number, None)
        self._max_total = border.column("max_total_days", cells.as_optional_number, None)
        self._rested_from = border.column("rested_from", cells.as_optional_day, None)
        self._home = border.column("home", cells.as_optional_id, "")
        self._travel = border.column("travel", cells.as_travel, Travel.SEAT)
        self._seats = border.column("seats", cells.as_optional_number, None)
        self._lodging = border.column("lodging", cells.as_lodging, Lodging.NEED)
        self._party = border.column("party", cells.as_optional_id, "")
        self._party_rule = border.column("party_rule", cells.as_party_rule, PartyRule.TOGETHER)

    def read(self, line: int, roles: str, texts: list[str]) -> Offer:
        first, last, has, languages, windows, stay, total, rested, home, travel, seats, lodging, party, rule = texts
        return Offer(
            roles=self._roles(roles, line),
            tags=self._tags(has, line),
            languages=self._languages(languages, line),
            windows=self._window.read(line, windows=windows, first=first, last=last),
            max_stay_days=self._max_stay(stay, line),
            max_total_days=self._max_total(total, line),
            rested_from=self._rested_from(rested, line),
            home=self._home(home, line),
            travel=self._travel(travel, line),
            seats=self._seats(seats, line),
            lodging=self._lodging(lodging, line),
            party=self._party(party, line),
            party_rule=self._party_rule(rule, line),
        )


class _WindowReader:
    """A person's windows, from the one column or from the two."""

    def __init__(self, border: Border) -> None:
        self._border = border
        never: tuple[Days, ...] = ()
        self._windows = border.column("windows", cells.as_windows, never)
        self._single = border.column("first_day", cells.as_windows, never)

    def read(self, line: int, *, windows: str, first: str, last: str) -> tuple[Days, ...]:
        if not (first or last):
            return self._windows(windows, line)
        if windows:
            self._fault(line, "Give either windows, or first_day and last_day.")
        elif not (first and last):
            self._fault(line, "first_day and last_day stand together or not at all.")
        else:
            return self._single(f"{first}/{last}", line)
        return ()

    def _fault(self, line: int, what: str) -> None:
        self._border.fault(line=line, field="windows", what=what)

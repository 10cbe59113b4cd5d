"""Writing a list: who is on it, in which order, in whose spelling, with which slips."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import count

from standby.exercise.dice import Dice, Odds
from standby.exercise.entries import Entry, Flaw
from standby.exercise.kept import Cell, Column, KeptList, Layout, ListRow, RowKind
from standby.exercise.phones import draw_phone
from standby.exercise.spelling import Script, with_slip, written
from standby.exercise.text import text
from standby.exercise.volunteers import Volunteer

# Of a torn row the names are left, and where the person lives.
_LEFT_WHEN_TORN = frozenset({"surname", "given", "full_name", "home"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """The habits of one who keeps a list. Shares are of its rows.

    `languages`: in which occupations are written; an empty one means the writer's own. `label`: how people who travel
    together are marked. `blank_every`, `header_every`: after so many rows a blank line or the header again.
    """

    id: str
    file: str
    layout: Layout
    columns: tuple[Column, ...]
    scripts: Odds[Script]
    languages: Odds[str]
    flaws: Odds[Flaw]
    slips: float
    other_phones: float
    repeats: float
    label: str
    order: Callable[[Entry], tuple[str, str]]
    titles: tuple[str, ...] = ()
    last_line: str = ""
    blank_every: int = 0
    header_every: int = 0

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(column.header for column in self.columns)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    entry: Entry
    kind: RowKind


def keep_list(keeping: Keeping, *, people: Sequence[Volunteer], seed: int, today: date) -> KeptList:
    """The list of these people as this keeper writes it."""
    dice = Dice(seed=seed, name=f"list {keeping.id}")
    lines = list(_lines(keeping, people=people, today=today, dice=dice))
    lines.sort(key=lambda line: keeping.order(line.entry))
    rows = [_row(line, columns=keeping.columns) for line in lines]
    return KeptList(
        id=keeping.id,
        file=keeping.file,
        keeper=text(keeping.id),
        compiled_for=text("compiled_for"),
        layout=keeping.layout,
        titles=keeping.titles,
        header=keeping.header,
        fields={column.header: column.field for column in keeping.columns if column.field},
        rows=tuple(_with_lines_of_nobody(rows, keeping=keeping)),
    )


def _lines(keeping: Keeping, *, people: Sequence[Volunteer], today: date, dice: Dice) -> Iterator[_Line]:
    labels = _party_labels(people, pattern=keeping.label)
    for volunteer in people:
        label = labels.get(volunteer.party, "")
        yield _Line(entry=_entry(keeping, volunteer, label=label, today=today, dice=dice), kind=RowKind.FIRST)
        if dice.chance(keeping.repeats):
            again = _entry(keeping, volunteer, label=label, today=today, dice=dice)
            yield _Line(entry=again, kind=RowKind.REPEATED)


def _party_labels(people: Sequence[Volunteer], *, pattern: str) -> dict[str, str]:
    """A label for each party of which at least two are on this list."""
    sizes = Counter(volunteer.party for volunteer in people if volunteer.party)
    numbers = count(1)
    return {party: pattern.format(next(numbers)) for party, size in sizes.items() if size > 1}


def _entry(keeping: Keeping, volunteer: Volunteer, *, label: str, today: date, dice: Dice) -> Entry:
    form = written(volunteer.name, script=dice.draw(keeping.scripts), dice=dice)
    other_phone = dice.chance(keeping.other_phones)
    return Entry(
        volunteer=volunteer,
        form=with_slip(form, dice=dice) if dice.chance(keeping.slips) else form,
        language=dice.draw(keeping.languages) or volunteer.name.community.value,
        phone=draw_phone(dice, country=volunteer.home.town.country) if other_phone else volunteer.phone,
        party=label,
        # What is refused or needs an answer of its own must be readable: such rows are whole.
        flaw=Flaw.NONE if volunteer.is_combat_offer else dice.draw(keeping.flaws),
        today=today,
        dice=dice,
    )


def _row(line: _Line, *, columns: tuple[Column, ...]) -> ListRow:
    entry = line.entry
    cells = _torn(entry, columns) if entry.is_name_only else [column.write(entry) for column in columns]
    return ListRow(cells=tuple(cells), person=entry.volunteer.id, household=entry.volunteer.household, kind=line.kind)


def _torn(entry: Entry, columns: tuple[Column, ...]) -> list[Cell]:
    """The row breaks off after the last thing that was written down."""
    cells = [column.write(entry) if column.field in _LEFT_WHEN_TORN else "" for column in columns]
    while cells and cells[-1] == "":
        cells.pop()
    return cells


def _with_lines_of_nobody(rows: Sequence[ListRow], *, keeping: Keeping) -> Iterator[ListRow]:
    for number, row in enumerate(rows, start=1):
        yield row
        if keeping.blank_every and number % keeping.blank_every == 0:
            yield ListRow(cells=("",) * len(keeping.columns))
        if keeping.header_every and number % keeping.header_every == 0:
            yield ListRow(cells=keeping.header)
    if keeping.last_line:
        total = keeping.last_line.format(len(rows))
        yield ListRow(cells=(total, *("",) * (len(keeping.columns) - 1)))

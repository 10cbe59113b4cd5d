"""One page of occupations: beside each, the roles somebody typed or chose."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from standby.domain.errors import Refused
from standby.exchange import RoleChoice
from standby.rooms.door.queries.pages import OccupationRow
from standby.rooms.door.role_names import choice_of, titles_of


@dataclass(frozen=True, slots=True, kw_only=True)
class OccupationLine:
    """`field` is the name of its input; `choice` is what was typed, None where nobody has said anything."""

    row: OccupationRow
    field: str
    typed: str
    choice: RoleChoice | None
    wrong: str = ""


def lines_of(rows: Iterable[OccupationRow], *, said: Mapping[str, str] | None) -> list[OccupationLine]:
    """As the page shows them; with what was sent, as somebody said."""
    return [_line(row, f"role-{place}", said) for place, row in enumerate(rows)]


def said_in(lines: Iterable[OccupationLine]) -> dict[str, RoleChoice]:
    """What differs from the guess, by folded occupation: a guess that was left alone keeps its level."""
    return {
        line.row.key: line.choice for line in lines if line.choice is not None and line.typed != _typed(line.row.choice)
    }


def _line(row: OccupationRow, field: str, said: Mapping[str, str] | None) -> OccupationLine:
    before = _typed(row.choice)
    # The rows of a page may have moved since it was shown: what was typed belongs to the words beside it.
    if said is None or said.get(f"{field}-words") != row.words:
        return OccupationLine(row=row, field=field, typed=before, choice=row.choice)
    typed = said.get(field, "").strip()
    try:
        return OccupationLine(row=row, field=field, typed=typed, choice=choice_of(typed))
    except Refused as refusal:
        return OccupationLine(row=row, field=field, typed=typed, choice=None, wrong=str(refusal))


def _typed(choice: RoleChoice | None) -> str:
    return titles_of(choice) if choice is not None else ""

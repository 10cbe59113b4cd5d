"""Where a record stands: on which list, in which row."""

from dataclasses import dataclass

from standby.identity import RecordId


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class RowPlace:
    """`row` counts records from 1, the header not counted (FORMATS.md). In order by list, then row."""

    list_name: str
    row: int


def record_ids(places: list[RowPlace]) -> dict[RowPlace, RecordId]:
    """Ids that sort as the places do, whatever characters the lists' names have."""
    return {place: RecordId(f"{number:09}") for number, place in enumerate(sorted(places), start=1)}

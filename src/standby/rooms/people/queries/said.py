"""What was said in a registration, opened, and where it came from: for the one card or pair that is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from standby.domain.offers import Offer, PersonalDetails
from standby.rooms.people.codecs import offer_from_json
from standby.rooms.people.models import ListRow, Registration
from standby.rooms.people.sealed import open_registrations


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One registration as it came in. `list_title` is empty for who came to a desk or a form."""

    id: int
    ref: str
    list_title: str
    row: int | None
    details: PersonalDetails
    offer: Offer
    language: str
    registered_at: datetime


def said_in(registration_ids: Sequence[int], *, is_opened: bool = True) -> dict[int, Said]:
    """By registration id, the oldest first; without what identifies where it is not opened, or was erased."""
    rows = list(
        Registration.objects.filter(id__in=registration_ids)
        .select_related("source_list")
        .order_by("registered_at", "id")
    )
    opened = open_registrations(rows) if is_opened else {}
    numbers = _rows_in_lists(registration_ids)
    return {
        row.id: Said(
            id=row.id,
            ref=row.ref,
            list_title=row.source_list.title if row.source_list else "",
            row=numbers.get(row.id),
            details=opened.get(row.id, PersonalDetails()),
            offer=offer_from_json(row.offer),
            language=row.language,
            registered_at=row.registered_at,
        )
        for row in rows
    }


def _rows_in_lists(registration_ids: Sequence[int]) -> dict[int, int]:
    """The row of each in the newest version of its list that has it."""
    rows = ListRow.objects.filter(registration_id__in=registration_ids).order_by("version__number")
    return dict(rows.values_list("registration_id", "row"))

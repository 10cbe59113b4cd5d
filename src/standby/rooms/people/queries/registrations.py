"""Registrations as they came in, without what identifies anybody."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from standby.domain.offers import Offer
from standby.rooms.people.codecs import offer_from_json
from standby.rooms.people.models import Registration


@dataclass(frozen=True, slots=True, kw_only=True)
class RegistrationView:
    """What a registration adds to its person."""

    id: int
    offer: Offer
    language: str
    is_under_age: bool
    is_affiliated: bool
    registered_at: datetime


def registrations_by_id(ids: Iterable[int]) -> dict[int, RegistrationView]:
    fields = ("id", "offer", "language", "is_under_age", "is_affiliated", "registered_at")
    rows = Registration.objects.filter(id__in=list(ids)).order_by("id").values_list(*fields)
    return {
        row_id: RegistrationView(
            id=row_id,
            offer=offer_from_json(offer),
            language=language,
            is_under_age=is_under_age,
            is_affiliated=is_affiliated,
            registered_at=registered_at,
        )
        for row_id, offer, language, is_under_age, is_affiliated, registered_at in rows
    }

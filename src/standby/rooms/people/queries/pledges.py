"""Goods, money and work from home that people offered, and what they were answered."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from standby.domain.sign_up import PledgeKind
from standby.rooms.people.models import Pledge


@dataclass(frozen=True, slots=True, kw_only=True)
class PledgeView:
    """One pledge without its words, which may name people."""

    kind: PledgeKind
    what: Sequence[str]
    answer: str
    next_word_on: date | None


def pledges_of(*, person_id: int) -> list[PledgeView]:
    rows = Pledge.objects.filter(person_id=person_id).order_by("id")
    return [
        PledgeView(kind=PledgeKind(row.kind), what=tuple(row.what), answer=row.answer, next_word_on=row.next_word_on)
        for row in rows
    ]

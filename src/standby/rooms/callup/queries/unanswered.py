"""Calls that wait for an answer."""

from dataclasses import dataclass
from datetime import datetime

from standby.rooms.callup.models import Call, CallState


@dataclass(frozen=True, slots=True, kw_only=True)
class Unanswered:
    """How many wait, and until when the first of them may still answer."""

    number: int
    first_answer_by: datetime | None


def unanswered(*, operation_id: int) -> Unanswered:
    rows = Call.objects.filter(operation_id=operation_id, state__in=[CallState.CALLED, CallState.INTERESTED])
    first = rows.order_by("answer_by").values_list("answer_by", flat=True).first()
    return Unanswered(number=rows.count(), first_answer_by=first)

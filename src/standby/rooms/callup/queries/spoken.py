"""What callers have reported of the people on the call sheet."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from standby.rooms.callup.models import SpokenOutcome, SpokenTo
from standby.rooms.people.queries.unreached import newest_changes

_NOT_REACHED = (SpokenOutcome.NO_ANSWER, SpokenOutcome.WRONG_NUMBER, SpokenOutcome.CALL_BACK)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tried:
    """How often somebody tried to speak to a person about their newest word, and what came of the last time."""

    times: int
    outcome: SpokenOutcome
    at: datetime


def newest_change(*, person_id: int) -> int | None:
    """The id of the newest word a person was given."""
    return newest_changes(ids=[person_id]).get(person_id)


def tries_of(*, change_ids: Iterable[int]) -> dict[int, Tried]:
    """By status change; absent where nobody tried yet."""
    found: dict[int, Tried] = {}
    rows = SpokenTo.objects.filter(status_change_id__in=list(change_ids)).order_by("id")
    for change_id, outcome, at in rows.values_list("status_change_id", "outcome", "at"):
        before = found[change_id].times if change_id in found else 0
        found[change_id] = Tried(times=before + 1, outcome=SpokenOutcome(outcome), at=at)
    return found


def tried_since(*, operation_id: int, since: datetime) -> set[int]:
    """Ids of people whom somebody rang since then and did not reach."""
    rows = SpokenTo.objects.filter(operation_id=operation_id, at__gt=since)
    return set(rows.filter(outcome__in=_NOT_REACHED).values_list("person_id", flat=True))

"""Comparisons with other organisations: what waits, what was found."""

from standby.rooms.people.actions.overlapping import found_people
from standby.rooms.people.models import Overlap
from standby.rooms.people.queries.persons import people_by_id
from standby.rooms.people.values import PersonView

_SHOWN = 30


def newest_overlaps(*, operation_id: int) -> list[Overlap]:
    return list(Overlap.objects.filter(operation_id=operation_id).order_by("-id")[:_SHOWN])


def overlap_by_ref(*, operation_id: int, ref: str) -> Overlap | None:
    return Overlap.objects.filter(operation_id=operation_id, ref=ref).first()


def found_in(row: Overlap) -> list[PersonView]:
    """By code word and reference: a name is opened on a card alone."""
    people = people_by_id(operation_id=row.operation_id, ids=found_people(row))
    return sorted(people.values(), key=lambda person: person.id)

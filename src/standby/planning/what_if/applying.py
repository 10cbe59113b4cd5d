"""An operation as it would be after changes."""

from collections.abc import Iterable
from dataclasses import replace

from standby.domain.errors import Refused
from standby.planning.operation import Operation, Person, PersonId
from standby.planning.what_if.grammar import is_of_a_person, operation_change, person_change
from standby.planning.what_if.operation_changes import OperationChange
from standby.planning.what_if.person_changes import MaySplit, PersonChange


def applied(operation: Operation, changes: Iterable[OperationChange]) -> Operation:
    """One after the other; raises Refused where a change names what is not there."""
    for change in changes:
        operation = change.applied(operation)
    return replace(operation, input_sha256="")


def applied_for(operation: Operation, *, person_id: PersonId, would_be_called_if: str) -> Operation:
    """The operation in which what `stand_by.csv` says of somebody has come true; facts after the bar are no change."""
    text = would_be_called_if.partition("|")[0]
    if not is_of_a_person(text):
        return applied(operation, [operation_change(text)])
    change = person_change(text)
    changed = _those_changed(operation, person_id, change)
    people = tuple(
        replace(person, offer=change.applied(person.offer)) if person.person_id in changed else person
        for person in operation.people
    )
    return replace(operation, people=people, input_sha256="")


def _those_changed(operation: Operation, person_id: PersonId, change: PersonChange) -> set[PersonId]:
    """The person; and for a division everybody in their party, because all have to agree."""
    found = next((person for person in operation.people if person.person_id == person_id), None)
    if found is None:
        raise Refused(f"There is nobody {person_id}.")
    if not isinstance(change, MaySplit):
        return {person_id}
    return {person.person_id for person in operation.people if _is_with(person, found)}


def _is_with(person: Person, other: Person) -> bool:
    return person.offer.party == other.offer.party

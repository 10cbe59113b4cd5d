"""The call sheet: who is to be rung, with their number and the words to say, one page of it opened at a time."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.core.paginator import Page, Paginator

from standby.rooms.audit.actions import journal_each
from standby.rooms.audit.actors import Actor
from standby.rooms.callup.queries.next_ones import next_of
from standby.rooms.callup.queries.reach import PAGE, page_of_sheet, to_ring
from standby.rooms.callup.queries.spoken import Tried, tries_of
from standby.rooms.callup.script import Script, script_for
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.persons import named
from standby.rooms.people.queries.unreached import newest_changes
from standby.rooms.people.values import PersonView


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One person to ring. `change_id` is the word that the script reads out."""

    person: PersonView
    name: str
    phones: tuple[str, ...]
    script: Script
    change_id: int
    tried: Tried | None


def read_sheet(*, operation: OperationView, number: int, by: Actor, now: datetime) -> tuple[Page[int], Sequence[Line]]:
    """Page `number` with its lines, or the nearest there is; whose details were opened is journalled, by reference."""
    people, there_are = page_of_sheet(operation_id=operation.id, page=max(1, number))
    page = Paginator(range(there_are or to_ring(operation_id=operation.id)), PAGE).get_page(number)
    if not people and page.paginator.count:  # the sheet has become shorter than when its pages were last counted
        people, _there_are = page_of_sheet(operation_id=operation.id, page=page.number)
    lines = lines_for(operation=operation, people=people, by=by, now=now)
    return page, lines


def lines_for(*, operation: OperationView, people: Sequence[PersonView], by: Actor, now: datetime) -> list[Line]:
    changes = newest_changes(ids=[person.id for person in people])
    tries = tries_of(change_ids=changes.values())
    next_ones = next_of(operation_id=operation.id)
    lines = [
        Line(
            person=one.person,
            name=one.details.full_name,
            phones=one.details.phones,
            script=script_for(one.person, operation=operation, is_next=one.person.id in next_ones),
            change_id=changes[one.person.id],
            tried=tries.get(changes[one.person.id]),
        )
        for one in named(people)
    ]
    read = [line.person.ref for line in lines]
    journal_each(operation=operation.ref, actor=by, action="person.read", now=now, subjects=read, detail=_WHERE)
    return lines


_WHERE = {"where": "call sheet"}

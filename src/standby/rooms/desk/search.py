"""One search: a name in any script, a person's reference or code word, a need, a site."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.needs.queries.planning import NeedView, find_needs
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.persons import named, person_by_ref, search
from standby.rooms.people.values import NamedPerson

_SHORTEST = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    people: Sequence[NamedPerson]
    needs: Sequence[NeedView]


def search_everything(*, operation: OperationView, text: str, by: Actor, now: datetime) -> Found:
    """What fits, the people with their names opened; that people were looked at is journalled, not the text."""
    if len(text) < _SHORTEST:
        return Found(people=(), needs=())
    exact = person_by_ref(operation_id=operation.id, ref=text.upper())
    people = [exact] if exact else search(operation_id=operation.id, text=text)
    if people:
        detail: dict[str, str | int | bool | None] = {"people": len(people)}
        journal(operation=operation.ref, actor=by, action="people.search", now=now, detail=detail)
    return Found(people=named(people), needs=find_needs(operation=operation, text=text, now=now))

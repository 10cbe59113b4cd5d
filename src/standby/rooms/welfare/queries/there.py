"""Who is at a site, or will be: those who accepted a call to it and have not left."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta

from standby.domain.spans import Span
from standby.rooms.callup.queries.at_site import Comer, comers_to
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.queries.persons import named, people_by_id
from standby.rooms.people.values import PersonView

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Present:
    """Somebody at a site, as their site may know them: by first name and code word."""

    person: PersonView
    comer: Comer
    first_name: str = ""


def people_at(*, operation: OperationView, site_id: int, now: datetime) -> list[Present]:
    """In the order of their code words; nobody is named yet."""
    comers = comers_to(operation_id=operation.id, site_id=site_id, today=operation.today(now))
    there = {comer.person_id: comer for comer in comers if comer.has_answered}
    people = people_by_id(operation_id=operation.id, ids=there)
    found = [Present(person=person, comer=there[person_id]) for person_id, person in people.items()]
    return sorted(found, key=lambda one: (one.person.code_word, one.person.id))


def with_names(present: Sequence[Present]) -> list[Present]:
    """The same with their first names: only ever for the page that is shown."""
    names = first_names([one.person for one in present])
    return [Present(person=one.person, comer=one.comer, first_name=names.get(one.person.id, "")) for one in present]


def first_names(people: Sequence[PersonView]) -> dict[int, str]:
    return {one.person.id: one.details.given for one in named(people)}


def presence_of(comer: Comer, *, operation: OperationView) -> Span:
    """From the midnight before their first day to the one after their last, by the clocks of the place."""
    first = datetime.combine(comer.days.first, time(), tzinfo=operation.zone)
    last = datetime.combine(comer.days.last + _ONE_DAY, time(), tzinfo=operation.zone)
    return Span.between(first, last)

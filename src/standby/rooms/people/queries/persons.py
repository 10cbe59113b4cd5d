"""People: who stands where, and, for the one page that shows them, who they are."""

from collections.abc import Iterable, Sequence
from typing import overload

from django.db.models import Count, QuerySet

from standby.domain.merging import merge_details
from standby.domain.offers import PersonalDetails
from standby.domain.statuses import PersonStatus, Reason
from standby.identity import query_folds
from standby.rooms.people.blinds import search_blind
from standby.rooms.people.codecs import offer_from_json
from standby.rooms.people.models import Person, RegistrationPerson, SearchPrefix
from standby.rooms.people.sealed import open_own_words, open_registrations
from standby.rooms.people.values import NamedPerson, PersonView

_SHOWN = 50
# Fewer are counted as they are: whoever works on them sees each one go.
MANY = 500


def person_by_ref(*, operation_id: int, ref: str) -> PersonView | None:
    row = _rows(operation_id).filter(ref=ref).first()
    return view_of(row) if row else None


def people_by_id(*, operation_id: int, ids: Iterable[int]) -> dict[int, PersonView]:
    return {row.id: view_of(row) for row in _rows(operation_id).filter(id__in=list(ids))}


def people_by_ref(*, operation_id: int, refs: Iterable[str]) -> dict[str, PersonView]:
    return {row.ref: view_of(row) for row in _rows(operation_id).filter(ref__in=list(refs))}


def page_of_people(
    *, operation_id: int, status: PersonStatus | None = None, reason: Reason | None = None, after: int = 0
) -> list[PersonView]:
    """The next page in the order people came in, after the person with id `after`."""
    rows = _rows(operation_id).filter(id__gt=after)
    if status is not None:
        rows = rows.filter(status=status)
    if reason is not None:
        rows = rows.filter(reason=reason)
    return [view_of(row) for row in rows.order_by("id")[:_SHOWN]]


class PeopleList(Sequence[PersonView]):
    """Everyone in the order they came in, as far as asked for: only what is sliced is read.

    `counted` is how many there were a moment ago. Many are not counted again: the last page may lack the newest.
    """

    def __init__(
        self,
        *,
        operation_id: int,
        status: PersonStatus | None = None,
        reason: Reason | None = None,
        counted: int = 0,
    ) -> None:
        self._counted = counted
        rows = _rows(operation_id)
        rows = rows.filter(status=status) if status else rows
        self._found = (rows.filter(reason=reason) if reason else rows).order_by("id")

    def __len__(self) -> int:
        return self._counted if self._counted >= MANY else self._found.count()

    @overload
    def __getitem__(self, at: int) -> PersonView: ...
    @overload
    def __getitem__(self, at: slice) -> list[PersonView]: ...
    def __getitem__(self, at: int | slice) -> PersonView | list[PersonView]:
        if isinstance(at, int):
            return view_of(self._found[at])
        return [view_of(row) for row in self._found[at]]


def count_by_status(*, operation_id: int) -> dict[PersonStatus, int]:
    rows = Person.objects.filter(operation_id=operation_id, erased_at__isnull=True)
    counted = rows.values("status").annotate(number=Count("id")).order_by()
    return {PersonStatus(row["status"]): row["number"] for row in counted}


def count_by_reason(*, operation_id: int, status: PersonStatus) -> dict[Reason, int]:
    rows = Person.objects.filter(operation_id=operation_id, erased_at__isnull=True, status=status)
    counted = rows.values("reason").annotate(number=Count("id")).order_by()
    return {Reason(row["reason"]): row["number"] for row in counted}


def search(*, operation_id: int, text: str, limit: int = _SHOWN) -> list[PersonView]:
    """People whose name, in whatever script it was registered, begins as `text` sounds; every word has to fit."""
    words = query_folds(text)
    if not words:
        return []
    found: set[int] | None = None
    for readings in words:
        blinds = [search_blind(operation_id=operation_id, prefix=reading) for reading in sorted(readings)]
        hits = SearchPrefix.objects.filter(operation_id=operation_id, blind__in=blinds)
        ids = set(hits.values_list("registration_id", flat=True))
        found = ids if found is None else found & ids
    owners = RegistrationPerson.objects.filter(registration_id__in=found or ()).values("person_id")
    return [view_of(row) for row in _rows(operation_id).filter(id__in=owners).order_by("id")[:limit]]


def named(people: Sequence[PersonView]) -> list[NamedPerson]:
    """The same people with their details opened: only ever the page that is shown."""
    ids = [person.id for person in people]
    opened = details_of(ids)
    return [NamedPerson(person=person, details=opened.get(person.id, PersonalDetails())) for person in people]


def details_of(person_ids: Sequence[int]) -> dict[int, PersonalDetails]:
    """What a person wrote themself goes before what lists said, and a newer list before an older one."""
    links = RegistrationPerson.objects.filter(person_id__in=person_ids).select_related("registration")
    registrations = sorted((link.registration for link in links), key=lambda row: row.registered_at, reverse=True)
    opened = open_registrations(registrations)
    owner = {link.registration_id: link.person_id for link in links}
    collected: dict[int, list[PersonalDetails]] = {person_id: [] for person_id in person_ids}
    for person_id, own_words in open_own_words(Person.objects.filter(id__in=person_ids)).items():
        collected[person_id].append(own_words)
    for row in registrations:
        if row.id in opened:
            collected[owner[row.id]].append(opened[row.id])
    return {person_id: merge_details(found) for person_id, found in collected.items() if found}


def view_of(row: Person) -> PersonView:
    return PersonView(
        id=row.id,
        ref=row.ref,
        code_word=row.code_word,
        language=row.language,
        status=PersonStatus(row.status),
        reason=Reason(row.reason),
        since=row.status_change.at if row.status_change else None,
        next_word_on=row.next_word_on,
        occasion=row.status_change.occasion if row.status_change else "",
        offer=offer_from_json(row.offer),
        is_complete=row.is_complete,
        has_email=row.has_email,
        has_phone=row.has_phone,
        party=row.party,
        registered_at=row.registered_at,
        is_confirmed=row.contact_confirmed_at is not None,
        gives_only=row.gives_only,
    )


def _rows(operation_id: int) -> QuerySet[Person]:
    return Person.objects.filter(operation_id=operation_id, erased_at__isnull=True).select_related("status_change")

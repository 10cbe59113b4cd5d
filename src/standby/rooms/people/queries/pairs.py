"""Pairs of registrations that may be one person's, one after the other."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import F, Q, QuerySet

from standby.domain.offers import PersonalDetails
from standby.identity import Comparison, RecordId
from standby.identity.comparison import compare
from standby.identity.records import identifiers
from standby.rooms.people.models import DoubtfulPair, MatchKey, MatchRun, Person, RegistrationPerson
from standby.rooms.people.queries.persons import details_of, view_of
from standby.rooms.people.queries.said import Said, said_in
from standby.rooms.people.records import record_of
from standby.rooms.people.values import NamedPerson, PersonView

_PHONE = "phone"
_MOST_HOUSEHOLD = 8
_IN_ORDER = F("place").asc(nulls_last=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Side:
    said: Said
    person: PersonView


@dataclass(frozen=True, slots=True, kw_only=True)
class PairView:
    """Two registrations side by side; `household` are other people who gave the same telephone."""

    id: int
    ref: str
    why: str
    verdict: str
    chance: float | None
    second_look: str
    first: Side
    second: Side
    comparison: Comparison
    household: Sequence[NamedPerson]

    @property
    def is_one_person(self) -> bool:
        return self.first.person.id == self.second.person.id


def next_pair(*, operation_id: int, after: int = 0, default_region: str) -> PairView | None:
    """The pair nobody has judged whose answer teaches most (`actions.matching`); then those found since, in order.

    `after` is the id of the pair that was skipped: those that come before it, and it, are left out.
    """
    rows = _open_pairs(operation_id).order_by(_IN_ORDER, "id")
    skipped = DoubtfulPair.objects.filter(operation_id=operation_id, id=after).first() if after else None
    if skipped is not None:
        later = Q(place__gt=skipped.place) | Q(place__isnull=True) if skipped.place is not None else Q()
        same_place = Q(place=skipped.place) if skipped.place is not None else Q(place__isnull=True)
        rows = rows.filter((same_place & Q(id__gt=skipped.id)) | (later if skipped.place is not None else Q(pk=None)))
    row = rows.first()
    return _view(row, default_region=default_region) if row else None


def next_second_look(*, operation_id: int, by: str, default_region: str) -> PairView | None:
    """A pair that somebody else judged and this person is to judge without knowing how."""
    rows = _of_people_who_are_there(operation_id).filter(second_look="due")
    row = rows.exclude(pairjudgement__by=by).order_by("id").first()
    return _view(row, default_region=default_region) if row else None


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondLooks:
    """How far two people agree; `differing` are the references of the pairs on which they do not."""

    agreed: int
    due: int
    differing: Sequence[str]


def second_looks(*, operation_id: int) -> SecondLooks:
    rows = DoubtfulPair.objects.filter(operation_id=operation_id)
    return SecondLooks(
        agreed=rows.filter(second_look="agreed").count(),
        due=rows.filter(second_look="due").count(),
        differing=tuple(rows.filter(second_look="differs").order_by("id").values_list("ref", flat=True)),
    )


def newest_run(*, operation_id: int) -> MatchRun | None:
    return MatchRun.objects.filter(operation_id=operation_id).order_by("-id").first()


def applied_run(*, operation_id: int) -> MatchRun | None:
    """The one applied last, which can be taken back."""
    rows = MatchRun.objects.filter(operation_id=operation_id, applied_at__isnull=False, undone_at__isnull=True)
    return rows.order_by("-id").first()


def pair_by_ref(*, operation_id: int, ref: str, default_region: str) -> PairView | None:
    row = _of_people_who_are_there(operation_id).filter(ref=ref).first()
    return _view(row, default_region=default_region) if row else None


def open_pairs(*, operation_id: int) -> int:
    return _open_pairs(operation_id).count()


def _open_pairs(operation_id: int) -> QuerySet[DoubtfulPair]:
    """Of people who both count: whoever typed a name at the door and showed nothing gives nobody anything to judge."""
    return _of_people_who_are_there(operation_id).filter(
        verdict="",
        first__registrationperson__person__contact_confirmed_at__isnull=False,
        second__registrationperson__person__contact_confirmed_at__isnull=False,
    )


def _of_people_who_are_there(operation_id: int) -> QuerySet[DoubtfulPair]:
    return DoubtfulPair.objects.filter(
        operation_id=operation_id,
        first__registrationperson__person__erased_at__isnull=True,
        second__registrationperson__person__erased_at__isnull=True,
    )


def _view(row: DoubtfulPair, *, default_region: str) -> PairView:
    ids = [row.first_id, row.second_id]
    said = said_in(ids)
    links = RegistrationPerson.objects.filter(registration_id__in=ids).select_related("person__status_change")
    people = {link.registration_id: view_of(link.person) for link in links}
    first, second = (Side(said=said[row_id], person=people[row_id]) for row_id in ids)
    return PairView(
        id=row.id,
        ref=row.ref,
        why=row.why,
        verdict=row.verdict,
        chance=row.chance,
        second_look=row.second_look,
        first=first,
        second=second,
        comparison=_compared(first.said, second.said, default_region=default_region),
        household=_household(row.operation_id, ids, besides={person.id for person in people.values()}),
    )


def _compared(first: Said, second: Said, *, default_region: str) -> Comparison:
    one, other = (
        identifiers(record_of(RecordId(said.ref), said.details), default_region=default_region)
        for said in (first, second)
    )
    return compare(one, other)


def _household(operation_id: int, registration_ids: Sequence[int], *, besides: set[int]) -> list[NamedPerson]:
    """Families share a telephone: who else gave it says more about a pair than the number itself."""
    phones = MatchKey.objects.filter(registration_id__in=registration_ids, kind=_PHONE).values("blind")
    sharing = MatchKey.objects.filter(operation_id=operation_id, blind__in=phones).values("registration_id")
    owners = RegistrationPerson.objects.filter(registration_id__in=sharing).values("person_id")
    rows = Person.objects.filter(id__in=owners, erased_at__isnull=True).exclude(id__in=besides)
    people = [view_of(row) for row in rows.select_related("status_change").order_by("id")[:_MOST_HOUSEHOLD]]
    details = details_of([person.id for person in people])
    return [NamedPerson(person=person, details=details.get(person.id, PersonalDetails())) for person in people]

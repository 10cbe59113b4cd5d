"""Joins that wait to be confirmed from where the older of two was reached before."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from standby.domain.statuses import ENDED_STATUSES, FIXED_STATUSES, PersonStatus
from standby.rooms.people.models import ContactClaim, Credential, CredentialState, HeldJoin, MatchKey, Person
from standby.rooms.people.queries.persons import details_of, view_of
from standby.rooms.people.values import NamedPerson

HOLDS_A_CALL = frozenset({PersonStatus.CALLED, PersonStatus.ACCEPTED}) | FIXED_STATUSES
CONTACTS = ("phone", "email")
_CHECKED = (CredentialState.SEEN, CredentialState.PRIMARY_VERIFIED)
_NOT_ASKED_FOR = "vouched"


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldView:
    """A held join with its two people opened, for the page of the desk."""

    ref: str
    pair_ref: str
    older: NamedPerson
    newer: NamedPerson
    needs_two: bool
    made_at: datetime
    vouched_by: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """A held join as its older person sees it: when somebody registered, and nothing of who they are."""

    ref: str
    registered_at: datetime


def waiting_joins(*, operation_id: int) -> QuerySet[HeldJoin]:
    return HeldJoin.objects.filter(
        operation_id=operation_id, state="waiting", older__erased_at__isnull=True, newer__erased_at__isnull=True
    )


def count_held(*, operation_id: int) -> int:
    return waiting_joins(operation_id=operation_id).count()


def count_denied(*, operation_id: int) -> int:
    """Those of whom the one who was here first said that it was somebody else."""
    return HeldJoin.objects.filter(operation_id=operation_id, state="denied").count()


def is_waiting(*, operation_id: int, ref: str) -> bool:
    return waiting_joins(operation_id=operation_id).filter(ref=ref).exists()


def held_joins(*, operation_id: int, limit: int = 20) -> list[HeldView]:
    """Who waited longest first; names are opened for those on the page alone."""
    found = waiting_joins(operation_id=operation_id).select_related("pair").prefetch_related("vouches")
    rows = list(found.order_by("id")[:limit])
    people = {person_id for row in rows for person_id in (row.older_id, row.newer_id)}
    stand = Person.objects.filter(id__in=people).select_related("status_change")
    details = details_of(sorted(people))
    named = {row.id: NamedPerson(person=view_of(row), details=details[row.id]) for row in stand if row.id in details}
    return [
        HeldView(
            ref=row.ref,
            pair_ref=row.pair.ref,
            older=named[row.older_id],
            newer=named[row.newer_id],
            needs_two=row.needs_two,
            made_at=row.made_at,
            vouched_by=tuple(vouch.by for vouch in row.vouches.all()),
        )
        for row in rows
        if row.older_id in named and row.newer_id in named
    ]


def questions_to(*, person_id: int) -> list[Question]:
    """What this person is asked on their own page: whether it was them who registered again."""
    rows = HeldJoin.objects.filter(
        older_id=person_id, state="waiting", needs_two=False, newer__erased_at__isnull=True
    ).select_related("newer")
    return [Question(ref=row.ref, registered_at=row.newer.registered_at) for row in rows.order_by("id")]


def is_guarded(person: Person) -> bool:
    """Whether there is something a stranger could gain by being taken for them: a checked licence, or a call."""
    checked = Credential.objects.filter(person_id=person.id, state__in=_CHECKED)
    return person.status in HOLDS_A_CALL or checked.exists()


def share_a_shown_contact(registrations: Collection[int], others: Collection[int]) -> bool:
    """A telephone or an e-mail in common that neither side merely typed: a list or the desk brought it, or it answered.

    That a registrar vouched for somebody says who stands there, not that the telephone they named is theirs.
    """
    return bool(_shown(registrations) & _shown(others))


def has_contact(registrations: Collection[int]) -> bool:
    shown = MatchKey.objects.filter(registration_id__in=registrations, kind__in=CONTACTS)
    return shown.exists() or ContactClaim.objects.filter(registration_id__in=registrations).exists()


def _shown(registrations: Iterable[int]) -> set[bytes]:
    ids = list(registrations)
    keys = MatchKey.objects.filter(registration_id__in=ids, kind__in=CONTACTS)
    claims = ContactClaim.objects.filter(registration_id__in=ids, how=_NOT_ASKED_FOR)
    vouched = {(row_id, bytes(blind)) for row_id, blind in claims.values_list("registration_id", "blind")}
    return {
        bytes(blind)
        for row_id, blind in keys.values_list("registration_id", "blind")
        if (row_id, bytes(blind)) not in vouched
    }


def counted_as_another() -> Q:
    """Of Person: those who are planned as somebody else whose offer still stands, and hold no call of their own."""
    return (
        Q(planned_as__isnull=False, planned_as__erased_at__isnull=True)
        & ~Q(planned_as__status__in=[*ENDED_STATUSES, PersonStatus.DECLINED])
        & ~Q(status__in=HOLDS_A_CALL)
    )

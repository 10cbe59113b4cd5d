"""People, not rows: which registrations are one person's, by the careful rule and by what people judged.

Nothing is ever merged for good: each step is a JoinEvent, and `actions.judging` can undo every one of them.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from types import MappingProxyType

from django.db import connection, transaction

from standby.domain.offers import PersonalDetails
from standby.domain.statuses import PersonStatus, Reason
from standby.identity import Doubt, Joins, Pair, RecordId, Verdict, propose_joins
from standby.rooms.audit.actors import Actor
from standby.rooms.people.actions.giving import Gift, give
from standby.rooms.people.actions.persons import (
    claim_licences,
    claims_anything,
    make_people,
    merged_offers,
    renew_offers,
)
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.models import DoubtfulPair, MatchKey, Person, Registration, RegistrationPerson
from standby.rooms.people.queries.contacts import without_unproven
from standby.rooms.people.queries.registrations import RegistrationView, registrations_by_id
from standby.rooms.people.queries.verdicts import Apart, are_apart, carried_on, people_apart, verdicts_among
from standby.rooms.people.records import record_of
from standby.rooms.people.sealed import open_registrations
from standby.rooms.people.values import NewStatus

NOTHING_OPEN: Mapping[int, PersonalDetails] = MappingProxyType({})
LINKS_TWO_PEOPLE = "links_two_people"


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """What became of new registrations; `made` are the ids of the people who are new here."""

    made: tuple[int, ...] = field(repr=False)
    joined: int
    doubtful: int

    @property
    def people_made(self) -> int:
        return len(self.made)


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """The new registrations and all that may be the same people's: what they add, who they are, whose they are."""

    views: Mapping[int, RegistrationView]
    details: Mapping[int, PersonalDetails]
    owners: Mapping[int, int]


@transaction.atomic
def settle_identities(
    *,
    operation_id: int,
    new_ids: Sequence[int],
    continues: Mapping[int, int],
    default_region: str,
    next_word_on: date,
    today: date,
    by: Actor,
    now: datetime,
    details: Mapping[int, PersonalDetails] = NOTHING_OPEN,
) -> Joined:
    """Gives each new registration to a person: one who is known, or a new one, told at once where they stand.

    `continues` names, for a new registration, the one its row had in the list's last version: the same person's.
    `details` are those of registrations that lie open anyway; the others are opened as far as they are needed.
    """
    if not new_ids:
        return Joined(made=(), joined=0, doubtful=0)
    around = with_neighbours(operation_id=operation_id, new_ids=new_ids, continues=continues)
    known = known_of(around, details)
    decided = verdicts_among(operation_id=operation_id, registration_ids=around)
    apart = people_apart(decided, owners=known.owners)
    decided |= carried_on(continues=continues, owners=known.owners, apart=apart)
    joins = propose(known.details, decided=decided, default_region=default_region)
    groups = _groups(new_ids=new_ids, joins=joins, continues=continues)
    fresh = [group for group in groups if not any(member in known.owners for member in group)]
    made = make_people(
        operation_id=operation_id,
        groups=[[known.views[member] for member in group] for group in fresh],
        details=known.details,
        next_word_on=next_word_on,
        by=by,
        now=now,
    )
    given = dict(zip(map(tuple, fresh), made, strict=True))
    found = {tuple(group): _owner(group, known.owners) for group in groups if tuple(group) not in given}
    give(_gifts(given | found, known.owners), operation_id=operation_id, by=by, now=now)
    _claim(operation_id, given | found, new_ids=set(new_ids), known=known, now=now)
    _renew(operation_id, set(found.values()), next_word_on=next_word_on, by=by, today=today, now=now)
    _note_contacts(found, known.details)
    doubts = _doubts(joins, groups=groups, owners=known.owners)
    doubts = _still_open(doubts, given=given | found, owners=known.owners, apart=apart)
    doubtful = remember_doubts(operation_id=operation_id, doubts=doubts, now=now)
    return Joined(made=tuple(made), joined=len(new_ids) - len(made), doubtful=doubtful)


def known_of(around: Collection[int], details: Mapping[int, PersonalDetails]) -> Known:
    closed = Registration.objects.filter(id__in=[row_id for row_id in around if row_id not in details])
    opened = open_registrations(closed.only("id", "ref", "sealed"))
    known = {row_id: found for row_id, found in {**details, **opened}.items() if row_id in around}
    return Known(views=registrations_by_id(around), details=without_unproven(known), owners=_owners(around))


def _owner(group: Sequence[int], owners: Mapping[int, int]) -> int:
    return min(owners[member] for member in group if member in owners)


def with_neighbours(*, operation_id: int, new_ids: Sequence[int], continues: Mapping[int, int]) -> set[int]:
    """The new registrations, those that share a key with them, and all others of the same people."""
    blinds = MatchKey.objects.filter(registration_id__in=new_ids).values("blind")
    sharing = set(
        MatchKey.objects.filter(operation_id=operation_id, blind__in=blinds).values_list("registration_id", flat=True)
    )
    sharing |= set(continues.values())
    people = RegistrationPerson.objects.filter(registration_id__in=sharing).values("person_id")
    of_same_people = RegistrationPerson.objects.filter(person_id__in=people).values_list("registration_id", flat=True)
    return sharing | set(of_same_people) | set(new_ids)


def propose(details: Mapping[int, PersonalDetails], *, decided: Mapping[Pair, Verdict], default_region: str) -> Joins:
    records = [record_of(RecordId(str(row_id)), opened) for row_id, opened in details.items()]
    return propose_joins(records, decided, default_region=default_region)


def _owners(registration_ids: Collection[int]) -> dict[int, int]:
    rows = RegistrationPerson.objects.filter(registration_id__in=registration_ids)
    return dict(rows.values_list("registration_id", "person_id"))


def _groups(*, new_ids: Sequence[int], joins: Joins, continues: Mapping[int, int]) -> list[list[int]]:
    """The registrations of each person who has a new one: by the engine's groups, and by the row of their list."""
    leader: dict[int, int] = {}

    def find(member: int) -> int:
        while leader.setdefault(member, member) != member:
            member = leader[member]
        return member

    linked = [tuple(int(record) for record in group) for group in joins.groups]
    for group in [*linked, *continues.items()]:
        for member in group[1:]:
            leader[find(member)] = find(group[0])
    members: dict[int, set[int]] = defaultdict(set)
    for member in {*leader, *new_ids}:
        members[find(member)].add(member)
    new = set(new_ids)
    return sorted(sorted(group) for group in members.values() if group & new)


def _gifts(given: Mapping[tuple[int, ...], int], owners: Mapping[int, int]) -> list[Gift]:
    """Registrations without a person get one; those of another stay: only a person makes two people one."""
    return [
        (registration_id, person_id, "rule" if len(group) > 1 else "first")
        for group, person_id in given.items()
        for registration_id in group
        if registration_id not in owners
    ]


def _claim(
    operation_id: int, given: Mapping[tuple[int, ...], int], *, new_ids: set[int], known: Known, now: datetime
) -> None:
    """What the new registrations claim to hold, for whoever they belong to now."""
    owner = {
        member: person_id
        for group, person_id in given.items()
        for member in group
        if member in new_ids and claims_anything(known.details[member], known.views[member].offer)
    }
    people = Person.objects.in_bulk(list(set(owner.values())))
    registrations = Registration.objects.only("id").in_bulk(list(owner))
    claims = [
        (people[person_id], registrations[row_id], known.details[row_id], known.views[row_id].offer)
        for row_id, person_id in sorted(owner.items())
    ]
    claim_licences(operation_id=operation_id, claims=claims, now=now)


def _renew(
    operation_id: int, person_ids: set[int], *, next_word_on: date, by: Actor, today: date, now: datetime
) -> None:
    """People who were known count with what is new; who was incomplete until now stands by, and is told so."""
    links = RegistrationPerson.objects.filter(person_id__in=person_ids).values_list("registration_id", "person_id")
    owners = dict(links)
    registrations: dict[int, list[RegistrationView]] = defaultdict(list)
    for row_id, view in registrations_by_id(owners).items():
        registrations[owners[row_id]].append(view)
    offers = merged_offers(registrations)
    renew_offers(operation_id=operation_id, offers=offers, why="registration", by=by, today=today, now=now)
    waiting = Person.objects.filter(id__in=person_ids, status=PersonStatus.OFFERED, is_complete=True)
    stands_by = [
        NewStatus(
            person_id=person_id,
            status=PersonStatus.STAND_BY,
            reason=Reason.NO_NEED_NOW,
            next_word_on=next_word_on,
        )
        for person_id in waiting.order_by("id").values_list("id", flat=True)
    ]
    tell(operation_id=operation_id, statuses=stands_by, occasion="registered", by=by, now=now)


def _note_contacts(found: Mapping[tuple[int, ...], int], details: Mapping[int, PersonalDetails]) -> None:
    opened = {
        person_id: [details[member] for member in group if member in details] for group, person_id in found.items()
    }
    with connection.cursor() as cursor:
        columns = (
            list(opened),
            [any(known.emails for known in group) for group in opened.values()],
            [any(known.phones for known in group) for group in opened.values()],
        )
        cursor.execute(_NOTE_CONTACTS, columns)


_NOTE_CONTACTS = """
UPDATE people_person AS person
SET has_email = person.has_email OR new.has_email, has_phone = person.has_phone OR new.has_phone
FROM unnest(%s::bigint[], %s::boolean[], %s::boolean[]) AS new(id, has_email, has_phone)
WHERE person.id = new.id
"""


# Two registrations, why they are in doubt, and how their fields compare.
DoubtRow = tuple[int, int, str, dict[str, str]]


def _doubts(joins: Joins, *, groups: Sequence[Sequence[int]], owners: Mapping[int, int]) -> list[DoubtRow]:
    found = doubts_in(joins)
    for group in groups:
        # A new registration that belongs to two people who are known: only a person may make these one.
        by_owner = {owners[member]: member for member in reversed(group) if member in owners}
        first, *others = sorted(by_owner.values()) or [0]
        found += [(first, other, LINKS_TWO_PEOPLE, {}) for other in others]
    return found


def doubts_in(joins: Joins) -> list[DoubtRow]:
    return [(*_ids(doubt.pair), doubt.reason.value, _evidence(doubt)) for doubt in joins.doubtful]


def _still_open(
    doubts: Iterable[DoubtRow], *, given: Mapping[tuple[int, ...], int], owners: Mapping[int, int], apart: Apart
) -> list[DoubtRow]:
    """Without those between two people whom somebody has told apart already, by other registrations of theirs."""
    whose = {**{member: person_id for group, person_id in given.items() for member in group}, **owners}
    return [doubt for doubt in doubts if not are_apart(whose.get(doubt[0]), whose.get(doubt[1]), apart)]


def _ids(pair: Pair) -> tuple[int, int]:
    first, second = sorted(int(record) for record in pair)
    return first, second


def _evidence(doubt: Doubt) -> dict[str, str]:
    """How each field compares, as codes: no name, no number, no date."""
    return {field.value: agreement.value for field, agreement in doubt.comparison}


def remember_doubts(*, operation_id: int, doubts: Iterable[DoubtRow], now: datetime) -> int:
    rows = [
        DoubtfulPair(
            operation_id=operation_id, first_id=first, second_id=second, why=why, evidence=evidence, found_at=now
        )
        for first, second, why, evidence in doubts
    ]
    before = DoubtfulPair.objects.filter(operation_id=operation_id).count()
    DoubtfulPair.objects.bulk_create(rows, batch_size=5000, ignore_conflicts=True)
    return DoubtfulPair.objects.filter(operation_id=operation_id).count() - before

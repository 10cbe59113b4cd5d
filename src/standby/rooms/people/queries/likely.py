"""Who may be the person that stands here: asked by the identity rule before anything is stored."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from enum import StrEnum

from standby.domain.offers import PersonalDetails
from standby.identity import Joins, RecordId, propose_joins, record_keys
from standby.rooms.people.blinds import match_blind
from standby.rooms.people.models import MatchKey, Registration, RegistrationPerson
from standby.rooms.people.queries.persons import named, people_by_id, search
from standby.rooms.people.records import record_of
from standby.rooms.people.sealed import open_registrations
from standby.rooms.people.values import NamedPerson

_NEW = RecordId("new")
_MOST = 5


class Likeness(StrEnum):
    """How sure the rule is. Who is surely the same is joined when they are stored; the others wait for a judgement."""

    SAME = "same"
    DOUBTFUL = "doubtful"
    SAME_NAME = "same_name"


@dataclass(frozen=True, slots=True, kw_only=True)
class Likely:
    known: NamedPerson
    likeness: Likeness


def likely_same(*, operation_id: int, details: PersonalDetails, default_region: str) -> list[Likely]:
    """The surest first, with their names opened: for the one registrar who has them before their eyes."""
    owners = _owners(operation_id, details, default_region=default_region)
    joins = _joins(owners, details, default_region=default_region)
    likeness = dict.fromkeys(_of_doubts(joins, owners), Likeness.DOUBTFUL)
    likeness |= dict.fromkeys(_of_groups(joins, owners), Likeness.SAME)
    for person in search(operation_id=operation_id, text=details.name or details.full_name, limit=_MOST):
        likeness.setdefault(person.id, Likeness.SAME_NAME)
    order = sorted(likeness, key=lambda person_id: (list(Likeness).index(likeness[person_id]), person_id))[:_MOST]
    people = people_by_id(operation_id=operation_id, ids=order)
    known = named([people[person_id] for person_id in order if person_id in people])
    return [Likely(known=one, likeness=likeness[one.person.id]) for one in known]


def _owners(operation_id: int, details: PersonalDetails, *, default_region: str) -> dict[str, int]:
    """By registration, the people who share a telephone, an e-mail or a licence; with all that these registered."""
    keys = record_keys(record_of(_NEW, details), default_region=default_region)
    blinds = [match_blind(operation_id=operation_id, key=key) for key in sorted(keys)]
    sharing = MatchKey.objects.filter(operation_id=operation_id, blind__in=blinds).values("registration_id")
    people = RegistrationPerson.objects.filter(registration_id__in=sharing).values("person_id")
    links = RegistrationPerson.objects.filter(person_id__in=people, person__erased_at__isnull=True)
    return {str(row_id): person_id for row_id, person_id in links.values_list("registration_id", "person_id")}


def _joins(owners: Collection[str], details: PersonalDetails, *, default_region: str) -> Joins:
    opened = open_registrations(Registration.objects.filter(id__in=[int(row_id) for row_id in owners]))
    records = [record_of(RecordId(str(row_id)), known) for row_id, known in opened.items()]
    return propose_joins([record_of(_NEW, details), *records], {}, default_region=default_region)


def _of_groups(joins: Joins, owners: dict[str, int]) -> Sequence[int]:
    return [owners[one] for group in joins.groups if _NEW in group for one in group if one != _NEW]


def _of_doubts(joins: Joins, owners: dict[str, int]) -> Sequence[int]:
    return [owners[one] for doubt in joins.doubtful if _NEW in doubt.pair for one in doubt.pair if one != _NEW]

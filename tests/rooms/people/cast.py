"""People who may be one: registered one by one as at a desk, and the doubts between them."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from django.db import transaction

from standby.domain.days import Days
from standby.domain.offers import Offer, PersonalDetails
from standby.domain.roles import Level, OfferedRole
from standby.rooms.audit.actors import system
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.joining import settle_identities
from standby.rooms.people.actions.registering import register
from standby.rooms.people.models import DoubtfulPair, Person, Registration, RegistrationPerson
from standby.rooms.people.queries.persons import details_of, person_by_ref
from standby.rooms.people.values import Incoming, PersonView

_HELPER = OfferedRole(code="9629", level=Level.SUPERVISED)
_PHONE = "+37400000055"


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """Registers people who share a telephone, or a name, and finds them again."""

    operation: OperationView
    now: datetime

    def registers(
        self,
        *,
        given: str,
        surname: str = "Testyan",
        phone: str = _PHONE,
        birth_date: str = "",
        patronymic: str = "",
        roles: tuple[OfferedRole, ...] = (_HELPER,),
        continues: int = 0,
        email: str = "",
    ) -> int:
        """One registration; its id."""
        details = PersonalDetails(
            given=given,
            surname=surname,
            patronymic=patronymic,
            birth_date=birth_date,
            phones=(phone,) if phone else (),
            emails=(email,) if email else (),
        )
        offer = Offer(roles=roles, windows=(Days(first=self.now.date(), last=self.now.date() + timedelta(days=20)),))
        count = Registration.objects.count()
        incoming = Incoming(
            row=1,
            details=details,
            offer=offer,
            language="en",
            registered_at=self.now + timedelta(minutes=count),
            fingerprint=repr((details, count)).encode(),
        )
        by_row, new_ids = register(
            operation_id=self.operation.id,
            source_list_id=None,
            incoming=[incoming],
            default_region="AM",
            now=self.now,
            on_progress=lambda _: None,
        )
        settle_identities(
            operation_id=self.operation.id,
            new_ids=new_ids,
            continues={by_row[1]: continues} if continues else {},
            default_region="AM",
            next_word_on=self.operation.next_word_on(self.now),
            today=self.operation.today(self.now),
            by=system("tests"),
            now=self.now,
        )
        return by_row[1]

    def two_people_in_doubt(
        self, *, roles: tuple[OfferedRole, ...] = (_HELPER,)
    ) -> tuple[PersonView, PersonView, DoubtfulPair]:
        """One telephone and one name, but other fathers: cousins, or a slip of the pen."""
        first = self.registers(given="Anna", patronymic="Borisovna")
        second = self.registers(given="Anna", patronymic="Viktorovna", roles=roles)
        return person_of(first), person_of(second), DoubtfulPair.objects.get(first_id=first, second_id=second)

    def one_person_by_rule(self) -> tuple[PersonView, DoubtfulPair]:
        """Joined by their telephone; somebody asks about the two registrations nevertheless."""
        first = self.registers(given="Anna")
        second = self.registers(given="Աննա", surname="Թեստյան")
        pair = DoubtfulPair.objects.create(
            operation_id=self.operation.id, first_id=first, second_id=second, why="same_licence", found_at=self.now
        )
        return person_of(first), pair

    def comes_again_changed(self, person: PersonView) -> None:
        """The same row of the list in its next version, with one word corrected."""
        (before,) = RegistrationPerson.objects.filter(person_id=person.id).values_list("registration_id", flat=True)
        self.registers(given="Anna", surname="Testian", patronymic="Viktorovna", continues=before)

    def open_pairs(self) -> list[DoubtfulPair]:
        return list(DoubtfulPair.objects.filter(operation_id=self.operation.id, verdict=""))

    def chain_of_doubts(self, people: int) -> list[DoubtfulPair]:
        """Strangers whom nobody can reach, each thought to be the next one."""
        ids = [
            self.registers(given=given, surname=f"{given}yan", phone="")
            for given in ("Anna", "Boris", "Vera", "Gagik")[:people]
        ]
        return [
            DoubtfulPair.objects.create(
                operation_id=self.operation.id, first_id=first, second_id=second, why="same_licence", found_at=self.now
            )
            for first, second in pairwise(ids)
        ]

    def arrive(self, order: Sequence[int]) -> set[frozenset[str]]:
        """Four rows of one household come in, in this order: whose given names are one person's."""
        rows = [("Anna", "Testyan"), ("Աննա", "Թեստյան"), ("Boris", "Testyan"), ("Vera", "Testyan")]
        said = {self.registers(given=rows[at][0], surname=rows[at][1]): rows[at][0] for at in order}
        return {frozenset(said[row_id] for row_id in group) for group in partition().values()}

    @contextmanager
    def afresh(self) -> Iterator[None]:
        """Each example of a property starts with nobody registered."""
        with transaction.atomic():
            yield
            transaction.set_rollback(True)


def person_of(registration_id: int) -> PersonView:
    row = Person.objects.get(registrations__registration_id=registration_id)
    return _view(row)


def person_by_id(person_id: int) -> PersonView:
    return _view(Person.objects.get(id=person_id))


def status_of(person: PersonView) -> PersonView:
    """As they stand now."""
    return person_by_id(person.id)


def said_of(person: PersonView) -> list[str]:
    rows = RegistrationPerson.objects.filter(person_id=person.id).order_by("registration_id")
    return list(rows.values_list("registration__ref", flat=True))


def partition() -> dict[int, frozenset[int]]:
    """Which registrations are whose, by person."""
    groups: dict[int, set[int]] = {}
    for registration_id, person_id in RegistrationPerson.objects.values_list("registration_id", "person_id"):
        groups.setdefault(person_id, set()).add(registration_id)
    return {person_id: frozenset(group) for person_id, group in groups.items()}


def name_of(person: PersonView) -> str:
    return details_of([person.id])[person.id].full_name


def _view(row: Person) -> PersonView:
    found = person_by_ref(operation_id=row.operation_id, ref=row.ref)
    assert found is not None
    return found

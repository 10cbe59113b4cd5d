"""A photo of a licence is sealed, seen by whoever judges it, and gone with the judgement, the person or the month."""

from datetime import datetime, timedelta

import pytest
from tests.fakes.photos import a_photo

from standby.domain.credentials import Standing
from standby.domain.errors import Refused
from standby.domain.statuses import PersonStatus
from standby.rooms.audit.actors import Actor
from standby.rooms.audit.models import JournalEntry
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.erasing import erase_person
from standby.rooms.people.actions.licences import Finding, judge_licence
from standby.rooms.people.actions.photos import forget_old_photos, keep_photo, look_at_photo, take_photo_back
from standby.rooms.people.models import Credential, CredentialPhoto, Person
from standby.rooms.people.queries.persons import people_by_id
from standby.rooms.people.values import PersonView
from standby.rooms.vault.models import SubjectKey

PHOTO = a_photo()


@pytest.fixture
def the_claim(the_doctor: PersonView, operation: OperationView, machine: Actor, now: datetime) -> Credential:
    """The doctor's, with a photo."""
    claim = Credential.objects.get(person_id=the_doctor.id)
    keep_photo(operation=operation, person=the_doctor, credential_ref=claim.ref, photo=PHOTO, by=machine, now=now)
    return claim


def looked_at(claim: Credential, operation: OperationView, by: Actor, now: datetime) -> bytes | None:
    return look_at_photo(operation=operation, credential_ref=claim.ref, by=by, now=now)


def test_it_is_kept_sealed_and_every_look_is_written_down(
    the_claim: Credential, operation: OperationView, machine: Actor, now: datetime
) -> None:
    row = CredentialPhoto.objects.get()
    assert bytes(row.sealed) != PHOTO
    assert PHOTO[:20] not in bytes(row.sealed)

    assert looked_at(the_claim, operation, machine, now) == PHOTO

    assert JournalEntry.objects.filter(action="licence.photo_view", subject=the_claim.person.ref).count() == 1


@pytest.mark.parametrize("standing", [Standing.PRIMARY_VERIFIED, Standing.SEEN, Standing.REFUSED])
def test_it_goes_with_the_judgement_whatever_that_is(
    the_claim: Credential, operation: OperationView, machine: Actor, now: datetime, standing: Standing
) -> None:
    finding = Finding(standing=standing, issuer="Board of tests", number="N-17")

    judge_licence(operation=operation, credential_ref=the_claim.ref, finding=finding, by=machine, now=now)

    assert looked_at(the_claim, operation, machine, now) is None
    row = CredentialPhoto.objects.get()
    assert bytes(row.sealed) == b""
    assert not SubjectKey.objects.filter(subject=row.ref).exists()


def test_it_goes_with_its_holder(
    the_claim: Credential, the_doctor: PersonView, operation: OperationView, machine: Actor, now: datetime
) -> None:
    ref = CredentialPhoto.objects.get().ref
    Person.objects.filter(id=the_doctor.id).update(status=PersonStatus.WITHDRAWN)
    gone = people_by_id(operation_id=operation.id, ids=[the_doctor.id])[the_doctor.id]

    erase_person(operation=operation, person=gone, by=machine, now=now)

    assert not SubjectKey.objects.filter(subject=ref).exists()
    assert bytes(CredentialPhoto.objects.get().sealed) == b""


def test_it_goes_when_its_holder_says_so(
    the_claim: Credential, the_doctor: PersonView, operation: OperationView, machine: Actor, now: datetime
) -> None:
    take_photo_back(operation=operation, person=the_doctor, credential_ref=the_claim.ref, by=machine, now=now)
    take_photo_back(operation=operation, person=the_doctor, credential_ref=the_claim.ref, by=machine, now=now)

    assert looked_at(the_claim, operation, machine, now) is None
    assert JournalEntry.objects.filter(action="licence.photo_gone").count() == 1


def test_it_goes_after_a_month_and_not_before(
    the_claim: Credential, operation: OperationView, machine: Actor, now: datetime
) -> None:
    assert forget_old_photos(operation=operation, now=now + timedelta(days=30)) == 0
    assert forget_old_photos(operation=operation, now=now + timedelta(days=30, seconds=1)) == 1

    assert looked_at(the_claim, operation, machine, now) is None


def test_it_goes_when_its_holder_has_left(
    the_claim: Credential, the_doctor: PersonView, operation: OperationView, now: datetime
) -> None:
    Person.objects.filter(id=the_doctor.id).update(status=PersonStatus.WITHDRAWN)

    assert forget_old_photos(operation=operation, now=now) == 1


def test_a_second_one_takes_the_place_of_the_first_and_the_eleventh_is_refused(
    the_claim: Credential, the_doctor: PersonView, operation: OperationView, machine: Actor, now: datetime
) -> None:
    for number in range(2, 11):
        photo = f"photo {number}".encode()
        keep_photo(
            operation=operation, person=the_doctor, credential_ref=the_claim.ref, photo=photo, by=machine, now=now
        )

    with pytest.raises(Refused, match="Very many photos"):
        keep_photo(
            operation=operation, person=the_doctor, credential_ref=the_claim.ref, photo=b"x", by=machine, now=now
        )
    assert looked_at(the_claim, operation, machine, now) == b"photo 10"
    assert CredentialPhoto.objects.count() == 1


def test_nobody_sends_one_for_another_or_for_what_was_judged(
    the_claim: Credential, the_helper: PersonView, the_doctor: PersonView, operation: OperationView,
    machine: Actor, now: datetime,
) -> None:  # fmt: skip
    for person, state in ((the_helper, Standing.CLAIMED), (the_doctor, Standing.SEEN)):
        Credential.objects.update(state=state.value)
        with pytest.raises(Refused, match="does not wait"):
            keep_photo(
                operation=operation, person=person, credential_ref=the_claim.ref, photo=b"x", by=machine, now=now
            )

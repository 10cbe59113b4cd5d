"""One's own data: everybody sees all of it, corrects it, takes it along and erases it, without asking anybody."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.fakes.photos import a_photo
from tests.rooms.conftest import Register

from standby.domain.credentials import Standing
from standby.domain.roles import Level, OfferedRole
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.audit.models import JournalEntry
from standby.rooms.callup.models import Call
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_links
from standby.rooms.people.actions.licences import Finding, judge_licence
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.models import Credential, CredentialPhoto, Person
from standby.rooms.people.queries.licences import licences_of
from standby.rooms.people.queries.persons import details_of
from standby.rooms.people.values import NewStatus, PersonView

Calls = Callable[[PersonView], PersonView]
Opens = Callable[[PersonView], Client]


@pytest.fixture
def opens(client: Client, operation: OperationView, now: datetime) -> Opens:
    def by_link(person: PersonView) -> Client:
        token = make_links(operation_id=operation.id, person_ids=[person.id], now=now)[person.id]
        client.get(f"/status/l/{token}/")
        return client

    return by_link


@pytest.fixture
def the_nurse(registers: Register) -> PersonView:
    return registers(
        given="Anahit",
        surname="Testyan",
        phones=("+37400000001",),
        emails=("nurse@example.org",),
        roles=(OfferedRole(code="2221", level=Level.INDEPENDENT),),
    )


def test_everything_that_is_kept_stands_on_one_page_and_that_it_was_looked_at_is_noted(
    opens: Opens, the_nurse: PersonView
) -> None:
    page = opens(the_nurse).get("/status/data/").content.decode()

    assert "Anahit Testyan" in page
    assert "+37400000001" in page
    assert "nurse@example.org" in page
    assert JournalEntry.objects.filter(action="own.look", subject=the_nurse.ref).exists()


def test_what_is_taken_along_holds_every_answer_and_no_key_to_the_page(
    opens: Opens, the_nurse: PersonView, calls: Calls
) -> None:
    calls(the_nurse)

    taken = opens(the_nurse).get("/status/data/standby.json")
    content = json.loads(taken.content)

    assert taken["Content-Disposition"] == 'attachment; filename="standby.json"'
    assert taken["Cache-Control"] == "no-store"
    assert content["format"] == "standby-own-data-1"
    assert content["person"]["emails"] == ["nurse@example.org"]
    assert [answer["status"] for answer in content["answers"]] == ["called", "stand_by"]
    assert [call["state"] for call in content["calls"]] == ["called"]
    assert "/status/l/" not in taken.content.decode()


def test_the_calendar_tells_the_days_and_nothing_else(opens: Opens, the_nurse: PersonView, calls: Calls) -> None:
    calls(the_nurse)
    call = Call.objects.get()

    calendar = opens(the_nurse).get("/status/data/standby.ics").content.decode()

    assert f"DTSTART;VALUE=DATE:{call.absence.lower:%Y%m%d}" in calendar
    assert "SUMMARY:Away" in calendar
    for word in ("Earthquake", "Mountain Relief", "2221", "urse", the_nurse.code_word, "Anahit"):
        assert word not in calendar.replace(the_nurse.ref, "")


def test_the_card_is_for_ones_own_address_book(opens: Opens, the_nurse: PersonView) -> None:
    card = opens(the_nurse).get("/status/data/standby.vcf")

    assert card["Content-Type"] == "text/vcard; charset=utf-8"
    assert b"FN:Anahit Testyan" in card.content


@pytest.mark.parametrize("page", ["", "standby.json", "standby.vcf", "standby.ics"])
def test_nobody_else_sees_any_of_it(client: Client, db: None, page: str) -> None:
    answer = client.get(f"/status/data/{page}")

    assert (answer.status_code, answer["Location"]) == (302, "/status/")


def test_a_new_number_goes_before_the_old_one_which_stays(opens: Opens, the_nurse: PersonView) -> None:
    said = {"name": "Anahit Testyan", "phone": "+374 00 000077", "email": "nurse@example.org"}

    opens(the_nurse).post("/status/contact/", said)

    details = details_of([the_nurse.id])[the_nurse.id]
    assert details.phones == ("+37400000077", "+37400000001")
    assert details.emails == ("nurse@example.org",)


def test_a_number_nobody_can_ring_is_named_and_stores_nothing(opens: Opens, the_nurse: PersonView) -> None:
    answer = opens(the_nurse).post("/status/contact/", {"name": "Anahit Testyan", "phone": "12", "email": ""})

    assert b"Write it with its country" in answer.content
    assert details_of([the_nurse.id])[the_nurse.id].phones == ("+37400000001",)


def test_a_licence_is_added_to_the_role_it_is_for(opens: Opens, the_nurse: PersonView, now: datetime) -> None:
    last = now.date() + timedelta(days=400)
    said = {"held_for": "2221/", "number": "N-17", "issuer": "Board of tests", "expires_on": last.isoformat()}

    opens(the_nurse).post("/status/licences/", said)

    [licence] = licences_of(person_id=the_nurse.id)
    assert (licence.number, licence.issuer, licence.expires_on) == ("N-17", "Board of tests", last)
    assert licence.standing is Standing.CLAIMED


def test_what_was_checked_is_not_corrected_by_its_holder(
    opens: Opens, the_nurse: PersonView, operation: OperationView, machine: Actor, now: datetime
) -> None:
    found = Finding(standing=Standing.PRIMARY_VERIFIED, issuer="Board of tests", number="N-17")
    ref = Credential.objects.get().ref
    judge_licence(operation=operation, credential_ref=ref, finding=found, by=machine, now=now)

    answer = opens(the_nurse).post("/status/licences/", {"held_for": "2221/", "number": "N-18", "issuer": "Me"})

    assert b"was checked already" in answer.content
    assert licences_of(person_id=the_nurse.id)[0].found_number == "N-17"


def test_one_that_was_refused_is_checked_again_and_its_history_stays(
    opens: Opens, the_nurse: PersonView, operation: OperationView, machine: Actor, now: datetime
) -> None:
    ref = Credential.objects.get().ref
    refused = Finding(standing=Standing.REFUSED)
    judge_licence(operation=operation, credential_ref=ref, finding=refused, by=machine, now=now)

    opens(the_nurse).post("/status/licences/", {"held_for": "2221/", "number": "N-18", "issuer": "Board of tests"})

    [licence] = licences_of(person_id=the_nurse.id)
    assert licence.standing is Standing.CLAIMED
    assert [one.standing for one in licence.judgements] == [Standing.CLAIMED, Standing.REFUSED]


def _with_photo(content: bytes) -> dict[str, object]:
    photo = SimpleUploadedFile("licence.jpg", content, content_type="image/jpeg")
    return {"held_for": "2221/", "number": "N-17", "issuer": "Board of tests", "photo": photo}


def test_a_photo_of_a_licence_is_seen_by_who_checks_it_and_by_nobody_after(
    opens: Opens, the_nurse: PersonView, logged_in: Callable[[User], Client], verifier_user: User
) -> None:
    own = opens(the_nurse)
    page = own.post("/status/licences/", _with_photo(a_photo(size=(2000, 1000))), follow=True).content.decode()
    taken = json.loads(own.get("/status/data/standby.json").content)
    ref = Credential.objects.get().ref
    desk = logged_in(verifier_user)

    queue, seen = desk.get("/desk/licences/").content.decode(), desk.get(f"/desk/licences/{ref}/photo/")
    desk.post(f"/desk/licences/{ref}/", {"standing": "refused", "idempotency_key": "k"})

    assert "A photo waits to be looked at." in page
    assert taken["licences"][0]["photo_sent_at"]
    assert f"/desk/licences/{ref}/photo/" in queue
    assert (seen["Content-Type"], seen["Cache-Control"]) == ("image/jpeg", "no-store")
    assert seen.content.startswith(b"\xff\xd8")
    assert desk.get(f"/desk/licences/{ref}/photo/").status_code == 404


def test_what_is_no_photo_is_named_and_stores_no_licence(opens: Opens, the_nurse: PersonView) -> None:
    before = licences_of(person_id=the_nurse.id)

    page = opens(the_nurse).post("/status/licences/", _with_photo(b"not a picture")).content.decode()

    assert "could not be read as a photo" in page
    assert licences_of(person_id=the_nurse.id) == before


def test_a_photo_far_too_large_is_not_lost_in_silence(opens: Opens, the_nurse: PersonView) -> None:
    page = opens(the_nurse).post("/status/licences/", _with_photo(bytes(33 * 1024 * 1024))).content.decode()

    assert "more than 10 megabytes" in page
    assert not CredentialPhoto.objects.exists()


def test_its_holder_deletes_the_photo_with_one_button(opens: Opens, the_nurse: PersonView) -> None:
    own = opens(the_nurse)
    own.post("/status/licences/", _with_photo(a_photo()))

    page = own.post(f"/status/licences/{Credential.objects.get().ref}/photo/gone/", follow=True).content.decode()

    assert "A photo waits" not in page


def test_who_erases_themselves_withdraws_first_and_is_gone(opens: Opens, the_nurse: PersonView, calls: Calls) -> None:
    calls(the_nurse)
    browser = opens(the_nurse)

    browser.post("/status/erase/", {})
    assert Person.objects.get(id=the_nurse.id).erased_at is None
    answer = browser.post("/status/erase/", {"understood": "on"})

    assert b"It is erased" in answer.content
    assert Person.objects.get(id=the_nurse.id).erased_at is not None
    assert Call.objects.get().state == "withdrawn"
    assert details_of([the_nurse.id]) == {}
    assert browser.get("/status/data/")["Location"] == "/status/"


def test_who_is_looked_for_is_erased_by_a_human_only(
    opens: Opens, the_nurse: PersonView, operation: OperationView, machine: Actor, now: datetime
) -> None:
    missing = NewStatus(
        person_id=the_nurse.id, status=PersonStatus.UNACCOUNTED, reason=Reason.NEEDED, next_word_on=None
    )
    tell(operation_id=operation.id, statuses=[missing], occasion="test", by=machine, now=now)

    opens(the_nurse).post("/status/erase/", {"understood": "on"})

    assert Person.objects.get(id=the_nurse.id).erased_at is None

"""The attack: somebody signs up under a doctor's name and licence number, which any public register tells.

A tired registrar takes them for the doctor. They must gain nothing by it: no licence, no address, no message about the
doctor's call, no page. The doctor alone, from where we reached them before, or two at the desk, make the two one.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime

import pytest
from django.test import Client
from tests.rooms.conftest import Register
from tests.rooms.people.cast import said_of, status_of
from tests.rooms.people.signing import receipt_hash, sign_up

from standby.domain.credentials import Standing
from standby.domain.errors import Conflict, Refused
from standby.domain.offers import LicenceClaim
from standby.domain.roles import Level, OfferedRole
from standby.domain.statuses import PersonStatus
from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.actors import Actor, ActorKind
from standby.rooms.audit.models import JournalEntry
from standby.rooms.callup.actions.replying import take_reply
from standby.rooms.callup.actions.writing import write_to
from standby.rooms.callup.reaching import addresses_of, wishes_in
from standby.rooms.desk.deciding import decide_pair, put_back, vouch_for_pair
from standby.rooms.messages.actions.choosing import choose_channel
from standby.rooms.messages.actions.replying import Incoming
from standby.rooms.messages.actions.spending import change_budget
from standby.rooms.messages.models import Channel, Message
from standby.rooms.messages.money import PartPrice
from standby.rooms.messages.places import message_place
from standby.rooms.operations.installation import SmsGateway, install, installation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_links
from standby.rooms.people.actions.confirming import confirm_contact, vouch_for
from standby.rooms.people.actions.held_joins import VouchReason
from standby.rooms.people.actions.judging import Judged, Verdict
from standby.rooms.people.actions.licences import Finding, judge_licence
from standby.rooms.people.actions.settling import settle_sign_ups
from standby.rooms.people.actions.signing_up import Receipt, Sent, receive_sign_ups
from standby.rooms.people.models import Credential, DoubtfulPair, HeldJoin, Person
from standby.rooms.people.queries.access import holder_of_receipt
from standby.rooms.people.queries.by_role import people_by_role
from standby.rooms.people.queries.persons import details_of, person_by_ref
from standby.rooms.people.queries.planning import people_to_plan, standing_of
from standby.rooms.people.values import PersonView
from standby.rooms.vault.queries import keys_of, open_payload

URL = "https://standby.example.org"
OLD_EMAIL, OLD_PHONE = "doctor@example.org", "+37400000003"
NEW_EMAIL = "thief@example.org"
DOCTOR = OfferedRole(code="2212", level=Level.INDEPENDENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Theft:
    """The doctor, whose licence was checked; whoever signed up under the doctor's name; the pair at the desk."""

    doctor: PersonView
    thief: PersonView
    receipt: Receipt
    pair: DoubtfulPair

    def addresses(self, *, kind: str) -> set[str]:
        """Everywhere the doctor is written to by letters of this kind."""
        rows = Message.objects.filter(recipient=self.doctor.ref, kind=kind)
        key = keys_of([self.doctor.ref])[self.doctor.ref]
        return {str(open_payload(row.sealed, key=key, place=message_place(row.ref))["address"]) for row in rows}

    def verified_roles(self, person: PersonView) -> set[str]:
        return {role.code for role in status_of(person).offer.roles if role.is_verified}


@pytest.fixture
def theft(operation: OperationView, registers: Register, machine: Actor, now: datetime) -> Theft:
    doctor = registers(
        given="Nare",
        surname="Pordzyan",
        phones=(OLD_PHONE,),
        emails=(OLD_EMAIL,),
        roles=(DOCTOR,),
        licences=(LicenceClaim(role="2212", number="AB-1234"),),
    )
    checked = Finding(standing=Standing.PRIMARY_VERIFIED, issuer="An invented chamber", number="AB 1234")
    licence = Credential.objects.get(person_id=doctor.id)
    judge_licence(operation=operation, credential_ref=licence.ref, finding=checked, by=machine, now=now)
    sent = Sent(
        key="a form",
        sign_up=sign_up(
            name="Nare Pordzyan",
            phone="",
            email=NEW_EMAIL,
            roles="2212",
            licence_for="2212",
            licence_number="AB 1234",
        ),
    )
    (receipt,) = receive_sign_ups(operation=operation, sent=[sent], now=now)
    assert isinstance(receipt, Receipt)
    settle_sign_ups(operation=operation, public_url=URL, now=now, only=[receipt_hash(receipt)])
    holder = holder_of_receipt(receipt.code, now=now)
    assert holder is not None
    thief = person_by_ref(operation_id=operation.id, ref=holder.person_ref)
    assert thief is not None
    by = Actor(kind=ActorKind.VOLUNTEER, ref=thief.ref)
    confirm_contact(operation=operation, person=thief, kind="email", how="link", by=by, now=now)
    pair = DoubtfulPair.objects.get(operation_id=operation.id)
    return Theft(doctor=status_of(doctor), thief=status_of(thief), receipt=receipt, pair=pair)


@pytest.fixture
def taken_for_the_doctor(theft: Theft, operation: OperationView, registrar: Staff, now: datetime) -> Theft:
    judged = decide_pair(
        operation=operation,
        pair_ref=theft.pair.ref,
        verdict=Verdict.SAME,
        public_url=URL,
        by=registrar.actor,
        now=now,
    )
    assert judged.held
    return theft


@pytest.fixture
def own_page(client: Client, operation: OperationView, now: datetime) -> Callable[[PersonView], Client]:
    """A browser in which somebody looks at their own page."""

    def open_page(person: PersonView) -> Client:
        client.get(f"/status/l/{make_links(operation_id=operation.id, person_ids=[person.id], now=now)[person.id]}/")
        return client

    return open_page


def test_the_desk_sees_the_pair_and_nobody_was_joined_by_a_machine(theft: Theft) -> None:
    assert theft.pair.verdict == ""
    assert len(said_of(theft.doctor)) == 1


def test_whoever_is_taken_for_the_doctor_gains_no_licence_and_no_address(taken_for_the_doctor: Theft) -> None:
    theft = taken_for_the_doctor

    assert theft.verified_roles(theft.doctor) == {"2212"}
    assert theft.verified_roles(theft.thief) == set()
    assert NEW_EMAIL not in details_of([theft.doctor.id])[theft.doctor.id].emails
    assert [len(said_of(person)) for person in (theft.doctor, theft.thief)] == [1, 1]


def test_no_message_about_the_doctor_goes_to_the_new_address(
    taken_for_the_doctor: Theft, operation: OperationView, calls: Callable[[PersonView], PersonView], now: datetime
) -> None:
    theft = taken_for_the_doctor
    calls(theft.doctor)
    people = standing_of(operation_id=operation.id, ids=[theft.doctor.id])

    write_to(operation=operation, people=people, occasion="a call", public_url=URL, now=now)

    where = addresses_of(people, wishes=wishes_in(operation, installation()))[theft.doctor.id]
    assert where[Channel.EMAIL] == OLD_EMAIL
    assert where[Channel.SMS] == OLD_PHONE
    assert theft.addresses(kind="called") == {OLD_EMAIL}


def test_a_plan_counts_the_two_as_one_and_by_what_the_doctor_said(
    taken_for_the_doctor: Theft, operation: OperationView
) -> None:
    theft = taken_for_the_doctor

    planned = {one.id: one for one in people_to_plan(operation_id=operation.id)}

    assert theft.thief.id not in planned
    assert planned[theft.doctor.id].offer == theft.doctor.offer
    assert people_by_role(operation_id=operation.id) == {"2212": 1}


def test_the_page_of_whoever_signed_up_says_what_it_said_before(
    theft: Theft,
    own_page: Callable[[PersonView], Client],
    operation: OperationView,
    registrar: Staff,
    now: datetime,
) -> None:
    """Not a word tells them that a doctor of this name is registered, or that the desk took them for anybody."""
    browser = own_page(theft.thief)
    before = _without_keys(browser.get("/status/").content.decode())

    decide_pair(
        operation=operation, pair_ref=theft.pair.ref, verdict=Verdict.SAME, public_url=URL, by=registrar.actor, now=now
    )

    assert _without_keys(browser.get("/status/").content.decode()) == before
    assert not Message.objects.filter(recipient=theft.thief.ref, kind="joined").exists()


def test_the_doctor_is_asked_where_they_were_reached_before(taken_for_the_doctor: Theft) -> None:
    assert taken_for_the_doctor.addresses(kind="joined") == {OLD_EMAIL}


def test_the_doctor_says_that_it_was_somebody_else_and_it_is_remembered_for_ever(
    taken_for_the_doctor: Theft, own_page: Callable[[PersonView], Client], operation: OperationView
) -> None:
    theft = taken_for_the_doctor
    browser = own_page(theft.doctor)
    join = HeldJoin.objects.get()
    assert "Did you register again?" in browser.get("/status/").content.decode()

    browser.post(f"/status/joined/{join.ref}/", {"was": "not_me"})

    theft.pair.refresh_from_db()
    assert theft.pair.verdict == "not_same"
    assert theft.thief.id in {one.id for one in people_to_plan(operation_id=operation.id)}
    assert "Did you register again?" not in browser.get("/status/").content.decode()


def test_the_doctor_says_that_it_was_them_and_both_registrations_are_one(
    taken_for_the_doctor: Theft, own_page: Callable[[PersonView], Client], now: datetime
) -> None:
    theft = taken_for_the_doctor
    browser = own_page(theft.doctor)

    browser.post(f"/status/joined/{HeldJoin.objects.get().ref}/", {"was": "me"})

    assert len(said_of(theft.doctor)) == 2
    assert status_of(theft.thief).status is PersonStatus.DUPLICATE
    assert NEW_EMAIL in details_of([theft.doctor.id])[theft.doctor.id].emails
    holder = holder_of_receipt(theft.receipt.code, now=now)
    assert holder is not None
    assert holder.person_ref == theft.doctor.ref


def test_a_link_alone_changes_nothing(taken_for_the_doctor: Theft, own_page: Callable[[PersonView], Client]) -> None:
    browser = own_page(taken_for_the_doctor.doctor)

    answer = browser.get(f"/status/joined/{HeldJoin.objects.get().ref}/")

    assert answer.status_code == 405
    assert HeldJoin.objects.get().state == "waiting"


def test_whoever_signed_up_cannot_answer_for_the_doctor(
    taken_for_the_doctor: Theft, own_page: Callable[[PersonView], Client]
) -> None:
    browser = own_page(taken_for_the_doctor.thief)

    answer = browser.post(f"/status/joined/{HeldJoin.objects.get().ref}/", {"was": "me"})

    assert answer.status_code == 404
    assert HeldJoin.objects.get().state == "waiting"


def test_the_code_word_sent_from_the_old_number_confirms(
    theft: Theft, operation: OperationView, registrar: Staff, machine: Actor, now: datetime
) -> None:
    install(replace(installation(), sms=SmsGateway(url="http://127.0.0.1:9/")))
    price = PartPrice(thousandths=50, currency="EUR")
    change_budget(operation=operation, price=price, parts_an_hour=100, by=machine, now=now)
    choose_channel(operation=operation, recipient=theft.doctor.ref, first=Channel.SMS, by=machine, now=now)
    decide_pair(
        operation=operation, pair_ref=theft.pair.ref, verdict=Verdict.SAME, public_url=URL, by=registrar.actor, now=now
    )

    take_reply(incoming=Incoming(channel=Channel.SMS, sender=OLD_PHONE, text=theft.doctor.code_word), now=now)

    assert OLD_PHONE in theft.addresses(kind="joined")
    assert HeldJoin.objects.get().state == "confirmed"


def test_two_at_the_desk_may_vouch_and_one_alone_may_not(
    taken_for_the_doctor: Theft, operation: OperationView, registrar: Staff, coordinator: Staff, now: datetime
) -> None:
    ref = HeldJoin.objects.get().ref

    def vouch(by: Staff) -> bool:
        return vouch_for_pair(
            operation=operation, ref=ref, reason=VouchReason.PAPERS, public_url=URL, by=by.actor, now=now
        )

    assert not vouch(registrar)
    with pytest.raises(Refused, match="Somebody else"):
        vouch(registrar)
    assert len(said_of(taken_for_the_doctor.doctor)) == 1

    assert vouch(coordinator)
    assert len(said_of(taken_for_the_doctor.doctor)) == 2
    with pytest.raises(Conflict):
        vouch(coordinator)
    assert set(JournalEntry.objects.filter(action__startswith="join.").values_list("action", flat=True)) == {
        "join.vouch",
        "join.vouched",
    }


def test_a_registrar_who_vouches_for_a_stranger_hands_them_no_licence(
    operation: OperationView, theft: Theft, registrar: Staff, now: datetime
) -> None:
    """They named the doctor's telephone as theirs; who stands at the desk was seen, whose telephone it is was not."""
    sent = Sent(key="another", sign_up=sign_up(name="Nare Pordzyan", phone=OLD_PHONE, email="x@example.org"))
    (receipt,) = receive_sign_ups(operation=operation, sent=[sent], now=now)
    assert isinstance(receipt, Receipt)
    settle_sign_ups(operation=operation, public_url=URL, now=now, only=[receipt_hash(receipt)])
    holder = holder_of_receipt(receipt.code, now=now)
    assert holder is not None
    stranger = person_by_ref(operation_id=operation.id, ref=holder.person_ref)
    assert stranger is not None

    vouch_for(operation=operation, person=stranger, by=registrar.actor, now=now)

    assert len(said_of(theft.doctor)) == 1
    assert "x@example.org" not in details_of([theft.doctor.id])[theft.doctor.id].emails
    assert HeldJoin.objects.get().older_id == theft.doctor.id


def test_giving_back_what_was_never_theirs_is_held_like_any_join(
    theft: Theft, operation: OperationView, registrar: Staff, now: datetime
) -> None:
    said = {"operation": operation, "public_url": URL, "by": registrar.actor, "now": now}
    decide_pair(**said, pair_ref=theft.pair.ref, verdict=Verdict.NOT_SAME)  # type: ignore[arg-type]

    put_back(**said, registration_ref=said_of(theft.thief)[0], to_ref=theft.doctor.ref)  # type: ignore[arg-type]

    assert len(said_of(theft.doctor)) == 1
    assert HeldJoin.objects.get().state == "waiting"


def test_the_last_word_of_a_held_join_can_be_taken_back(
    taken_for_the_doctor: Theft, operation: OperationView, registrar: Staff, now: datetime
) -> None:
    theft = taken_for_the_doctor

    judged = decide_pair(
        operation=operation,
        pair_ref=theft.pair.ref,
        verdict=Verdict.UNDONE,
        public_url=URL,
        by=registrar.actor,
        now=now,
    )

    assert judged == Judged()
    assert HeldJoin.objects.get().state == "undone"
    assert theft.thief.id in {one.id for one in people_to_plan(operation_id=operation.id)}
    assert not Person.objects.filter(planned_as__isnull=False).exists()


def test_a_later_list_brings_the_two_together_as_little(taken_for_the_doctor: Theft, registers: Register) -> None:
    registers(given="Nare", surname="Pordzyan", phones=(), emails=(NEW_EMAIL,))

    assert len(said_of(taken_for_the_doctor.doctor)) == 1
    assert len(said_of(taken_for_the_doctor.thief)) == 2


def test_the_page_of_held_joins_takes_two_people(
    taken_for_the_doctor: Theft,
    logged_in: Callable[[User], Client],
    registrar_user: User,
    coordinator_user: User,
) -> None:
    address = f"/desk/pairs/waiting/{HeldJoin.objects.get().ref}/"
    first = logged_in(registrar_user)
    first.post(address, {"reason": "papers"})
    page = first.get("/desk/pairs/waiting/").content.decode()

    logged_in(coordinator_user).post(address, {"reason": "spoke"})

    assert "registrar vouches for it." in page
    assert HeldJoin.objects.get().state == "vouched"


def _without_keys(page: str) -> str:
    """Forms carry a fresh key each time they are drawn."""
    return "\n".join(line for line in page.splitlines() if 'type="hidden"' not in line)

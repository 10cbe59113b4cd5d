"""Acknowledged means stored, once; settled means a person who was told, and nobody else's secret."""

from collections.abc import Callable
from datetime import datetime

import pytest
from tests.rooms.people.signing import Answer, receipt_hash, sign_up

from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actors import Actor, ActorKind
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.confirming import confirm_contact, vouch_for
from standby.rooms.people.actions.refusing import count_refused
from standby.rooms.people.actions.settling import forget_settled, settle_sign_ups
from standby.rooms.people.actions.signing_up import Receipt, Sent, SpentKey, receive_sign_ups
from standby.rooms.people.models import DoubtfulPair, MatchKey, Person, Pledge, ReceivedSignUp, RefusedOffers
from standby.rooms.people.queries.access import holder_of_receipt
from standby.rooms.people.queries.parties import party_of, waiting_parties
from standby.rooms.people.queries.persons import details_of, person_by_ref, search
from standby.rooms.people.queries.planning import people_to_plan
from standby.rooms.people.values import PersonView
from standby.rooms.vault.models import SubjectKey

pytestmark = pytest.mark.django_db
SignsUp = Callable[..., PersonView]


@pytest.fixture
def receives(operation: OperationView, now: datetime) -> Callable[..., Receipt]:
    """Acknowledges one sign-up, unsettled."""

    def receive(*, key: str, **answers: Answer) -> Receipt:
        (receipt,) = receive_sign_ups(operation=operation, sent=[Sent(key=key, sign_up=sign_up(**answers))], now=now)
        assert isinstance(receipt, Receipt)
        return receipt

    return receive


@pytest.fixture
def opens(operation: OperationView, now: datetime) -> Callable[[Receipt], PersonView]:
    """Who a receipt leads to."""

    def open_page(receipt: Receipt) -> PersonView:
        holder = holder_of_receipt(receipt.code, now=now)
        assert holder is not None
        person = person_by_ref(operation_id=operation.id, ref=holder.person_ref)
        assert person is not None
        return person

    return open_page


@pytest.fixture
def signs_up(
    operation: OperationView,
    now: datetime,
    receives: Callable[..., Receipt],
    opens: Callable[[Receipt], PersonView],
) -> SignsUp:
    """Signs somebody up and settles it, as the form at the door does."""

    def sign(*, key: str, **answers: Answer) -> PersonView:
        receipt = receives(key=key, **answers)
        settle_sign_ups(operation=operation, public_url="https://example.org", now=now, only=[receipt_hash(receipt)])
        return opens(receipt)

    return sign


def test_a_sign_up_is_answered_with_a_receipt_a_status_a_reason_and_a_day(
    receives: Callable[..., Receipt], operation: OperationView, now: datetime
) -> None:
    receipt = receives(key="one")

    assert receipt.answer.status is PersonStatus.STAND_BY
    assert receipt.answer.reason is Reason.INCOMPLETE
    assert receipt.next_word_on == operation.next_word_on(now)
    assert not receipt.is_repeat


def test_the_same_form_sent_again_gets_the_same_receipt_and_is_stored_once(receives: Callable[..., Receipt]) -> None:
    first = receives(key="one")

    again = receives(key="one")

    assert (again.code, again.is_repeat) == (first.code, True)
    assert ReceivedSignUp.objects.count() == 1


def test_the_same_form_twice_in_one_batch_is_stored_once(operation: OperationView, now: datetime) -> None:
    sent = [Sent(key="one", sign_up=sign_up()), Sent(key="two", sign_up=sign_up()), Sent(key="one", sign_up=sign_up())]

    one, two, again = receive_sign_ups(operation=operation, sent=sent, now=now)

    assert isinstance(one, Receipt)
    assert isinstance(two, Receipt)
    assert isinstance(again, Receipt)
    assert one.code == again.code != two.code
    assert ReceivedSignUp.objects.count() == 2


def test_a_key_that_was_used_for_other_answers_stores_and_tells_nothing(
    receives: Callable[..., Receipt], operation: OperationView, now: datetime
) -> None:
    receives(key="one")

    others = [Sent(key="one", sign_up=sign_up(name="Somebody Else"))]

    assert receive_sign_ups(operation=operation, sent=others, now=now) == [SpentKey()]
    assert ReceivedSignUp.objects.count() == 1


def test_a_form_sent_again_after_it_was_settled_gets_the_same_receipt(
    signs_up: SignsUp, receives: Callable[..., Receipt], opens: Callable[[Receipt], PersonView]
) -> None:
    person = signs_up(key="one")

    assert opens(receives(key="one")) == person
    assert Person.objects.count() == 1


def test_a_settled_sign_up_is_a_person_with_a_page_licences_and_a_name_that_is_found(
    signs_up: SignsUp, operation: OperationView
) -> None:
    doctor = signs_up(
        key="one", name="Նարե Փորձյան", roles="2212/anaesthesia", licence_for="2212/anaesthesia", licence_number="A-1"
    )

    assert search(operation_id=operation.id, text="nare") == [doctor]
    assert details_of([doctor.id])[doctor.id].licences[0].number == "A-1"
    assert (doctor.status, doctor.reason, doctor.is_confirmed) == (PersonStatus.STAND_BY, Reason.INCOMPLETE, False)


def test_settling_twice_does_nothing_the_second_time(
    receives: Callable[..., Receipt], operation: OperationView, now: datetime
) -> None:
    receives(key="one")

    assert settle_sign_ups(operation=operation, public_url="", now=now) == 1
    assert settle_sign_ups(operation=operation, public_url="", now=now) == 0
    assert Person.objects.count() == 1


def test_what_was_said_is_gone_from_the_waiting_row_once_it_is_settled(
    signs_up: SignsUp, operation: OperationView, now: datetime
) -> None:
    signs_up(key="one")
    row = ReceivedSignUp.objects.get()

    later = now.replace(day=now.day + 1)
    forget_settled(operation_id=operation.id, now=later)

    assert bytes(row.sealed) == b""
    assert not SubjectKey.objects.filter(subject=row.sealed_under).exists()


def test_whoever_is_under_age_or_belongs_elsewhere_gets_their_own_answer(receives: Callable[..., Receipt]) -> None:
    young, other = receives(key="one", age="no"), receives(key="two", affiliation="yes")

    assert (young.answer.reason, young.next_word_on) == (Reason.UNDER_AGE, None)
    assert (other.answer.reason, other.next_word_on) == (Reason.AFFILIATED_ELSEWHERE, None)


def test_a_web_sign_up_counts_in_a_plan_only_once_its_contact_is_confirmed(
    signs_up: SignsUp, operation: OperationView, now: datetime
) -> None:
    driver = signs_up(key="one")
    before = [bool(person.offer.windows) for person in people_to_plan(operation_id=operation.id)]

    confirmed = confirm_contact(operation=operation, person=driver, kind="email", how="link", by=_own(driver), now=now)

    assert before == [False]
    assert [bool(person.offer.windows) for person in people_to_plan(operation_id=operation.id)] == [True]
    assert (confirmed.is_confirmed, confirmed.reason) == (True, Reason.NO_NEED_NOW)


def test_a_registrar_who_vouches_makes_them_count(
    signs_up: SignsUp, operation: OperationView, machine: Actor, now: datetime
) -> None:
    driver = signs_up(key="one", email="")

    assert vouch_for(operation=operation, person=driver, by=machine, now=now).reason is Reason.NO_NEED_NOW


def test_nobody_becomes_somebody_known_by_typing_their_name_and_telephone(
    the_driver: PersonView, signs_up: SignsUp, operation: OperationView, now: datetime
) -> None:
    stranger = signs_up(key="one", email="stranger@example.org")

    confirmed = confirm_contact(
        operation=operation, person=stranger, kind="email", how="link", by=_own(stranger), now=now
    )

    assert stranger.ref != the_driver.ref
    assert confirmed.ref == stranger.ref
    assert not DoubtfulPair.objects.exists()


def test_whoever_confirms_a_contact_by_which_they_are_known_is_that_person(
    the_driver: PersonView, signs_up: SignsUp, operation: OperationView, now: datetime
) -> None:
    again = signs_up(key="one")

    confirmed = confirm_contact(operation=operation, person=again, kind="email", how="link", by=_own(again), now=now)

    gone = person_by_ref(operation_id=operation.id, ref=again.ref)
    assert confirmed.ref == the_driver.ref
    assert gone is not None
    assert gone.status is PersonStatus.DUPLICATE


def test_a_list_that_comes_later_joins_nobody_by_a_contact_that_was_only_typed(
    signs_up: SignsUp, registers: Callable[..., PersonView]
) -> None:
    typed = signs_up(key="one", name="Tigran Probayan")

    listed = registers(given="Tigran", surname="Probayan", phones=("+37400000002",), emails=("driver@example.org",))

    assert listed.ref != typed.ref


def test_a_party_counts_when_each_companion_has_confirmed(
    signs_up: SignsUp, receives: Callable[..., Receipt], operation: OperationView, machine: Actor, now: datetime
) -> None:
    receipt = receives(key="one", party="first", party_size="2")
    settle_sign_ups(operation=operation, public_url="", now=now)
    companion = signs_up(
        key="two",
        name="Anahit Testyan",
        phone="+37400000001",
        email="",
        party="companion",
        party_code=receipt.party_code,
    )
    seen = party_of(operation_id=operation.id, label=companion.party)
    assert seen is not None
    assert (seen.signed_up, seen.confirmed, seen.is_waiting) == (2, 0, True)

    for row in Person.objects.all():
        person = person_by_ref(operation_id=operation.id, ref=row.ref)
        assert person is not None
        assert waiting_parties(operation_id=operation.id) == {companion.party}
        vouch_for(operation=operation, person=person, by=machine, now=now)

    assert waiting_parties(operation_id=operation.id) == frozenset()
    assert len({person.party for person in people_to_plan(operation_id=operation.id)} - {""}) == 1


def test_a_code_of_no_party_leaves_somebody_alone(signs_up: SignsUp) -> None:
    assert signs_up(key="one", party="companion", party_code="00000-00000").party == ""


def test_goods_are_noted_and_no_plan_asks_for_the_giver(signs_up: SignsUp, operation: OperationView) -> None:
    giver = signs_up(
        key="one", roles="", first_day="", last_day="", goods=["food", "water"], goods_text="Forty blankets of my aunt"
    )

    pledge = Pledge.objects.get(person_id=giver.id)
    assert (pledge.what, pledge.answer) == (["food", "water"], "noted")
    assert b"blankets" not in bytes(pledge.sealed)
    assert (giver.status, giver.reason) == (PersonStatus.STAND_BY, Reason.SKILL_NOT_NEEDED)
    assert list(people_to_plan(operation_id=operation.id)) == []


def test_of_refused_offers_only_a_number_a_day_is_kept(operation: OperationView, now: datetime) -> None:
    count_refused(operation_id=operation.id, day=now.date())
    count_refused(operation_id=operation.id, day=now.date(), number=4)

    assert list(RefusedOffers.objects.values_list("number", flat=True)) == [5]


def test_contacts_that_were_only_typed_are_no_match_keys(signs_up: SignsUp) -> None:
    signs_up(key="one")

    assert not MatchKey.objects.filter(kind__in=["phone", "email"]).exists()


def _own(person: PersonView) -> Actor:
    return Actor(kind=ActorKind.VOLUNTEER, ref=person.ref)

"""What somebody decides about two registrations, and that every join can be taken apart again."""

from collections.abc import Callable, Sequence
from datetime import datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.rooms.people.cast import Family, partition, person_by_id, person_of, said_of, status_of

from standby.domain.errors import Conflict, Refused
from standby.domain.roles import Level, OfferedRole
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.accounts.queries import Staff
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.judging import Verdict, judge_pair
from standby.rooms.people.actions.splitting import give_back, split_off
from standby.rooms.people.actions.statuses import tell
from standby.rooms.people.models import Credential, DoubtfulPair, Person, Registration
from standby.rooms.people.values import NewStatus, PersonView

Judge = Callable[[DoubtfulPair, Verdict], None]


@pytest.fixture
def judge(operation: OperationView, registrar: Staff, now: datetime) -> Judge:
    def judge_one(pair: DoubtfulPair, verdict: Verdict) -> None:
        judge_pair(operation=operation, pair_ref=pair.ref, verdict=verdict, by=registrar.actor, now=now)

    return judge_one


def test_two_people_judged_the_same_are_one_and_nobody_is_left_without_an_answer(family: Family, judge: Judge) -> None:
    first, second, pair = family.two_people_in_doubt()

    judge(pair, Verdict.SAME)

    assert len(said_of(first)) == 2
    assert status_of(first).status is PersonStatus.STAND_BY
    assert status_of(second).status is PersonStatus.DUPLICATE


def test_what_both_offered_adds_up(family: Family, judge: Judge) -> None:
    first, _, pair = family.two_people_in_doubt(roles=(OfferedRole(code="8322", level=Level.INDEPENDENT),))

    judge(pair, Verdict.SAME)

    assert {role.code for role in status_of(first).offer.roles} == {"9629", "8322"}


def test_an_undone_verdict_gives_back_both_people_as_they_were(family: Family, judge: Judge) -> None:
    first, second, pair = family.two_people_in_doubt()
    judge(pair, Verdict.SAME)

    judge(pair, Verdict.UNDONE)

    pair.refresh_from_db()
    assert pair.verdict == ""
    assert [len(said_of(person)) for person in (first, second)] == [1, 1]
    assert status_of(second).status is PersonStatus.STAND_BY
    assert status_of(first).offer == first.offer
    assert status_of(second).offer == second.offer


def test_whoever_had_withdrawn_is_still_withdrawn_after_a_join_was_undone(
    family: Family, judge: Judge, operation: OperationView, registrar: Staff, now: datetime
) -> None:
    _, second, pair = family.two_people_in_doubt()
    gone = NewStatus(person_id=second.id, status=PersonStatus.WITHDRAWN, reason=Reason.NO_NEED_NOW, next_word_on=None)
    tell(operation_id=operation.id, statuses=[gone], occasion="withdrawn", by=registrar.actor, now=now)
    judge(pair, Verdict.SAME)

    judge(pair, Verdict.UNDONE)

    assert status_of(second).status is PersonStatus.WITHDRAWN


def test_the_one_who_was_called_stays_whoever_registered_first(
    family: Family, judge: Judge, called: Callable[[PersonView], None]
) -> None:
    first, second, pair = family.two_people_in_doubt()
    called(second)

    judge(pair, Verdict.SAME)

    assert status_of(second).status is PersonStatus.CALLED
    assert status_of(first).status is PersonStatus.DUPLICATE


def test_when_both_hold_a_call_somebody_has_to_say_who_answered(
    family: Family,
    judge: Judge,
    called: Callable[[PersonView], None],
    operation: OperationView,
    registrar: Staff,
    now: datetime,
) -> None:
    first, second, pair = family.two_people_in_doubt()
    called(first)
    called(second)

    with pytest.raises(Conflict, match="which of them answered"):
        judge(pair, Verdict.SAME)
    judged = judge_pair(
        operation=operation,
        pair_ref=pair.ref,
        verdict=Verdict.SAME,
        keep_ref=second.ref,
        by=registrar.actor,
        now=now,
    )

    assert (judged.kept, judged.gone) == (second.id, first.id)


def test_the_missing_stop_the_machine_in_a_join_too(
    family: Family, judge: Judge, operation: OperationView, registrar: Staff, now: datetime
) -> None:
    """Whoever is missed goes on being missed: a join never makes a search look finished."""
    _, second, pair = family.two_people_in_doubt()
    missed = NewStatus(person_id=second.id, status=PersonStatus.UNACCOUNTED, reason=Reason.FIXED, next_word_on=None)
    tell(operation_id=operation.id, statuses=[missed], occasion="missed", by=registrar.actor, now=now)

    judge(pair, Verdict.SAME)

    assert status_of(second).status is PersonStatus.UNACCOUNTED


def test_not_the_same_is_remembered_when_the_row_comes_again_changed(family: Family, judge: Judge) -> None:
    first, second, pair = family.two_people_in_doubt()
    judge(pair, Verdict.NOT_SAME)

    family.comes_again_changed(second)

    assert family.open_pairs() == []
    assert [len(said_of(person)) for person in (first, second)] == [1, 2]


def test_joined_by_the_rule_and_judged_not_the_same_makes_two_people(family: Family, judge: Judge) -> None:
    person, pair = family.one_person_by_rule()

    judge(pair, Verdict.NOT_SAME)

    assert len(said_of(person)) == 1
    assert len(partition()) == 2


def test_a_licence_goes_with_the_registration_that_claims_it(family: Family, judge: Judge) -> None:
    first, second, pair = family.two_people_in_doubt(roles=(OfferedRole(code="2212", level=Level.INDEPENDENT),))

    judge(pair, Verdict.SAME)
    held_together = list(Credential.objects.values_list("person_id", flat=True))
    judge(pair, Verdict.UNDONE)

    assert held_together == [first.id]
    assert list(Credential.objects.values_list("person_id", flat=True)) == [second.id]


def test_a_registration_taken_away_is_somebody_who_stands_by_and_is_told(
    family: Family, operation: OperationView, registrar: Staff, now: datetime
) -> None:
    person, _ = family.one_person_by_rule()
    taken = said_of(person)[1]

    other = split_off(operation=operation, registration_refs=[taken], by=registrar.actor, now=now)

    made = Person.objects.get(id=other)
    assert (made.status, made.reason) == (PersonStatus.STAND_BY, Reason.NO_NEED_NOW)
    assert made.next_word_on == operation.next_word_on(now)
    assert said_of(person) != said_of(person_by_id(other)) == [taken]


def test_the_call_stays_with_the_one_who_answered(
    family: Family,
    called: Callable[[PersonView], None],
    operation: OperationView,
    registrar: Staff,
    now: datetime,
) -> None:
    person, _ = family.one_person_by_rule()
    called(person)

    split_off(operation=operation, registration_refs=[said_of(person)[1]], by=registrar.actor, now=now)

    assert status_of(person).status is PersonStatus.CALLED


def test_a_registration_taken_away_can_be_given_back(
    family: Family, operation: OperationView, registrar: Staff, now: datetime
) -> None:
    person, _ = family.one_person_by_rule()
    before = partition()
    taken = said_of(person)[1]
    split_off(operation=operation, registration_refs=[taken], by=registrar.actor, now=now)

    give_back(operation=operation, registration_ref=taken, to_ref=person.ref, by=registrar.actor, now=now)

    assert partition() == before
    assert not DoubtfulPair.objects.filter(verdict="not_same").exists()


def test_a_registration_with_another_telephone_goes_back_at_once_to_whom_it_was_taken_from(
    family: Family, operation: OperationView, registrar: Staff, now: datetime
) -> None:
    first = family.registers(given="Anna", email="anna@example.org")
    family.registers(given="Anna", phone="+37400000056", email="anna@example.org")
    family.registers(given="Anna", phone="+37400000056")
    person, before = person_of(first), partition()
    taken = said_of(person)[0]

    split_off(operation=operation, registration_refs=[said_of(person)[2]], by=registrar.actor, now=now)
    split_off(operation=operation, registration_refs=[said_of(person)[1]], by=registrar.actor, now=now)
    apart = len(partition())
    for ref in sorted(set(Registration.objects.values_list("ref", flat=True)) - {taken}):
        give_back(operation=operation, registration_ref=ref, to_ref=person.ref, by=registrar.actor, now=now)

    assert apart == 3
    assert partition() == before


def test_nobody_loses_their_last_registration(
    the_helper: PersonView, operation: OperationView, registrar: Staff, now: datetime
) -> None:
    with pytest.raises(Refused, match="at least one"):
        split_off(operation=operation, registration_refs=said_of(the_helper), by=registrar.actor, now=now)


def test_a_pair_of_another_operation_cannot_be_judged(
    family: Family, other_operation: OperationView, registrar: Staff, now: datetime
) -> None:
    _, _, pair = family.two_people_in_doubt()

    with pytest.raises(Refused):
        judge_pair(operation=other_operation, pair_ref=pair.ref, verdict=Verdict.SAME, by=registrar.actor, now=now)


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(3)), keep=st.booleans())
def test_joins_undone_from_the_last_to_the_first_restore_everybody(
    family: Family, judge: Judge, order: Sequence[int], keep: bool
) -> None:
    """Whatever was joined with whatever, in any order: in the end everybody is who they were, and has an answer."""
    with family.afresh():
        pairs = family.chain_of_doubts(4)
        before = partition()

        for step in order:
            judge(pairs[step], Verdict.SAME)
        together = partition()
        for step in reversed(order):
            judge(pairs[step], Verdict.UNDONE)

        assert len(together) == 1
        assert partition() == before
        assert all(person.status == PersonStatus.STAND_BY for person in Person.objects.all())


@settings(max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(order=st.permutations(range(4)))
def test_who_is_one_person_does_not_depend_on_the_order_in_which_people_came(
    family: Family, order: Sequence[int]
) -> None:
    with family.afresh():
        found = family.arrive(order)

        assert found == {frozenset({"Anna", "Աննա"}), frozenset({"Boris"}), frozenset({"Vera"})}

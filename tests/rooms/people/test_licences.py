"""Judging licences: what a judgement is worth, taking it back, and the day a licence ends."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from tests.rooms.people.cast import status_of

from standby.domain.credentials import Standing
from standby.domain.errors import Refused, WrongOrder
from standby.domain.roles import Level, OfferedRole
from standby.rooms.accounts.queries import Staff
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.licences import Finding, expire_licences, judge_licence, take_back_judgement
from standby.rooms.people.models import CredentialJudgement
from standby.rooms.people.queries.licences import LicenceView, licences_of
from standby.rooms.people.values import PersonView

Judge = Callable[..., None]
NEXT_YEAR = date(2027, 10, 1)


@pytest.fixture
def judge(operation: OperationView, verifier: Staff, the_doctor: PersonView, now: datetime) -> Judge:
    def judge_one(standing: Standing, *, expires_on: date | None = NEXT_YEAR, tags: tuple[str, ...] = ()) -> None:
        finding = Finding(standing=standing, issuer="Ministry of Tests", number="A-1", expires_on=expires_on, tags=tags)
        judge_licence(
            operation=operation, credential_ref=claim(the_doctor).ref, finding=finding, by=verifier.actor, now=now
        )

    return judge_one


def claim(person: PersonView) -> LicenceView:
    return licences_of(person_id=person.id)[0]


def roles_of(person: PersonView) -> tuple[OfferedRole, ...]:
    return status_of(person).offer.roles


def test_a_health_role_is_claimed_without_being_asked_for_a_number(the_doctor: PersonView) -> None:
    assert (claim(the_doctor).role, claim(the_doctor).standing) == ("2212", Standing.CLAIMED)


def test_looked_up_at_the_registry_a_licence_counts_at_the_level_claimed(judge: Judge, the_doctor: PersonView) -> None:
    judge(Standing.PRIMARY_VERIFIED)

    assert roles_of(the_doctor) == (OfferedRole(code="2212", level=Level.INDEPENDENT, is_verified=True),)


def test_a_document_only_seen_counts_under_supervision(judge: Judge, the_doctor: PersonView) -> None:
    judge(Standing.SEEN)

    verified = [role for role in roles_of(the_doctor) if role.is_verified]
    assert verified == [OfferedRole(code="2212", level=Level.SUPERVISED, is_verified=True)]


def test_the_specialities_a_licence_names_are_checked_with_it(judge: Judge, the_doctor: PersonView) -> None:
    judge(Standing.PRIMARY_VERIFIED, tags=("anaesthesia",))

    assert status_of(the_doctor).offer.tags == ("anaesthesia:v",)


@pytest.mark.parametrize("standing", [Standing.REFUSED, Standing.REVOKED, Standing.EXPIRED])
def test_a_licence_that_does_not_hold_gives_nothing(standing: Standing, judge: Judge, the_doctor: PersonView) -> None:
    judge(Standing.PRIMARY_VERIFIED)

    judge(standing)

    assert not any(role.is_verified for role in roles_of(the_doctor))


def test_a_judgement_is_taken_back_and_both_are_kept(
    judge: Judge, the_doctor: PersonView, operation: OperationView, verifier: Staff, now: datetime
) -> None:
    judge(Standing.PRIMARY_VERIFIED, tags=("anaesthesia",))

    take_back_judgement(
        operation=operation, credential_ref=claim(the_doctor).ref, by=verifier.actor, now=now + timedelta(minutes=1)
    )

    assert claim(the_doctor).standing is Standing.CLAIMED
    assert roles_of(the_doctor) == the_doctor.offer.roles
    assert status_of(the_doctor).offer.tags == the_doctor.offer.tags
    assert CredentialJudgement.objects.count() == 4


def test_what_nobody_judged_cannot_be_taken_back(
    the_doctor: PersonView, operation: OperationView, verifier: Staff, now: datetime
) -> None:
    with pytest.raises(WrongOrder):
        take_back_judgement(operation=operation, credential_ref=claim(the_doctor).ref, by=verifier.actor, now=now)


def test_what_was_found_stands_beside_what_was_claimed(judge: Judge, the_doctor: PersonView) -> None:
    judge(Standing.SEEN)

    found = claim(the_doctor)
    assert (found.found_issuer, found.found_number) == ("Ministry of Tests", "A-1")
    assert (found.issuer, found.number) == ("", "")


def test_a_checked_licence_needs_an_issuer_and_a_number() -> None:
    with pytest.raises(Refused, match="issuer and a number"):
        Finding(standing=Standing.SEEN, issuer=" ", number="A-1")


def test_a_licence_that_has_ended_cannot_be_found_valid(judge: Judge, now: datetime) -> None:
    with pytest.raises(Refused, match="ended on"):
        judge(Standing.PRIMARY_VERIFIED, expires_on=now.date() - timedelta(days=1))


def test_a_licence_of_another_operation_cannot_be_judged(
    other_operation: OperationView, the_doctor: PersonView, verifier: Staff, now: datetime
) -> None:
    finding = Finding(standing=Standing.REFUSED)

    with pytest.raises(Refused):
        judge_licence(
            operation=other_operation,
            credential_ref=claim(the_doctor).ref,
            finding=finding,
            by=verifier.actor,
            now=now,
        )


def test_a_licence_loses_its_effect_the_day_after_it_ends(
    judge: Judge, the_doctor: PersonView, operation: OperationView, now: datetime
) -> None:
    judge(Standing.PRIMARY_VERIFIED, expires_on=now.date())

    on_its_day = expire_licences(operation=operation, now=now)
    still = any(role.is_verified for role in roles_of(the_doctor))
    the_day_after = expire_licences(operation=operation, now=now + timedelta(days=1))

    assert (on_its_day, the_day_after) == (0, 1)
    assert still
    assert not any(role.is_verified for role in roles_of(the_doctor))
    assert claim(the_doctor).standing is Standing.EXPIRED


def test_an_ended_licence_is_ended_once(judge: Judge, operation: OperationView, now: datetime) -> None:
    judge(Standing.SEEN, expires_on=now.date())
    later = now + timedelta(days=2)

    assert [expire_licences(operation=operation, now=later) for _ in range(2)] == [1, 0]

"""What the door tells everybody: enough to be honest, and nothing of risk, of rare skills or of one site."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest

from standby.domain.roles import Level, OfferedRole
from standby.rooms.audit.actors import Actor
from standby.rooms.door.actions.counting import LEAST_PEOPLE, count_public_numbers
from standby.rooms.door.models import PublicNumbers
from standby.rooms.door.queries.numbers import numbers_for, say_chance
from standby.rooms.needs.models import Request
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.weighing import weigh_weeks
from standby.rooms.people.models import Person, StandingWeek
from standby.rooms.people.queries.chances import weeks_of
from standby.rooms.people.values import PersonView

pytestmark = pytest.mark.django_db
_HELPER = "9629"


@pytest.fixture
def helpers(registers: Callable[..., PersonView], operation: OperationView) -> list[PersonView]:
    """Just enough of them to be counted in public."""
    return [
        registers(
            given=f"Helper{chr(97 + number)}", surname=f"Test{chr(97 + number)}yan", phones=(f"+374000001{number:02}",)
        )
        for number in range(LEAST_PEOPLE)
    ]


def _counts(operation: OperationView, now: datetime) -> tuple[str, ...]:
    count_public_numbers(operation=operation, now=now)
    return numbers_for(operation_id=operation.id, roles=[_HELPER], now=now).counts


def test_registered_and_places_are_told_where_nothing_speaks_against_it(
    helpers: list[PersonView], the_need: NeedView, operation: OperationView, now: datetime
) -> None:
    (sentence,) = _counts(operation, now)

    assert sentence.endswith(f"today {LEAST_PEOPLE} people are registered for 10 places.")


def test_of_a_rare_skill_nothing_is_told(
    helpers: list[PersonView], the_need: NeedView, operation: OperationView, now: datetime
) -> None:
    Person.objects.filter(id=helpers[0].id).update(erased_at=now)

    assert _counts(operation, now) == ()


def test_whoever_has_not_confirmed_their_contact_is_not_counted(
    helpers: list[PersonView], the_need: NeedView, operation: OperationView, now: datetime
) -> None:
    Person.objects.filter(id=helpers[0].id).update(contact_confirmed_at=None)

    assert _counts(operation, now) == ()


def test_of_a_role_of_which_one_need_is_of_risk_nothing_is_told(
    helpers: list[PersonView], the_need: NeedView, operation: OperationView, now: datetime
) -> None:
    Request.objects.update(risk="raised", approved_by=None, proposed_by=None, state="draft")
    Request.objects.update(state="draft")

    assert _counts(operation, now) == ()


def test_what_one_site_alone_is_short_of_is_not_told(
    helpers: list[PersonView], the_need: NeedView, operation: OperationView, now: datetime
) -> None:
    count_public_numbers(operation=operation, now=now)

    assert PublicNumbers.objects.get().short == {"languages": [], "licences": [], "days": []}


def test_numbers_of_another_day_are_not_told(
    helpers: list[PersonView], the_need: NeedView, operation: OperationView, now: datetime
) -> None:
    count_public_numbers(operation=operation, now=now - timedelta(days=1))

    assert numbers_for(operation_id=operation.id, roles=[_HELPER], now=now).counts == ()


def test_a_week_that_is_over_is_counted_once_with_who_was_called_in_it(
    registers: Callable[..., PersonView],
    calls: Callable[[PersonView], PersonView],
    operation: OperationView,
    machine: Actor,
    now: datetime,
) -> None:
    roles = (OfferedRole(code=_HELPER, level=Level.SUPERVISED),)
    called, _waiting = (
        registers(phones=("+37400000041",), roles=roles),
        registers(given="Tigran", surname="Probayan", phones=("+37400000042",), roles=roles),
    )
    calls(called)
    StandingWeek.objects.all().delete()
    Person.objects.update(contact_confirmed_at=now - timedelta(days=2))

    assert weigh_weeks(operation=operation, now=now + timedelta(days=8)) == 2
    assert weigh_weeks(operation=operation, now=now + timedelta(days=8)) == 0
    (week,) = weeks_of(operation_id=operation.id)
    assert (week.standing, week.called) == (1, 0)


def test_a_chance_is_said_in_whole_numbers_of_what() -> None:
    assert "about a 4% chance" in say_chance(0.041)
    assert "less than a 1% chance" in say_chance(0.001)

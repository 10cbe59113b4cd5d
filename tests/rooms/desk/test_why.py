"""Why somebody stands by, exactly, and what would change it: at the desk, and nowhere else."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.fakes.planner import ScriptedPlanner

from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.callup.actions.planning import ask_for_plan, compute_plan
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.access import make_links
from standby.rooms.people.values import PersonView

LogIn = Callable[[User], Client]
Tells = Callable[..., None]


@pytest.fixture
def tells(operation: OperationView, coordinator: Staff, now: datetime) -> Tells:
    """A plan by which this person stands by, and what would call them."""

    def plan(person: PersonView, change: str) -> None:
        planner = ScriptedPlanner(reason="site_full", would_be_called_if={person.ref: change})
        row = ask_for_plan(operation=operation, seed=1, by=coordinator.actor, now=now)
        compute_plan(operation=operation, plan_ref=row.ref, planner=planner, clock=lambda: now)

    return plan


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ("verified:2221", "Their licence is checked: "),
        ("window:2026-10-12..2026-10-20", "They are free on these days too, travel included: "),
        ("party:may_split", "Everybody in their party agrees that it may be divided"),
        ("beds:school-1:2026-10-12..2026-10-16:+1", "1 more bed, School"),
        ("", "No single change that we know of would call them"),
        ("surplus:{need}:54:18", "54 people suit its 18 places."),
    ],
)
def test_the_card_says_the_one_change_that_would_call_somebody(
    logged_in: LogIn,
    registrar_user: User,
    tells: Tells,
    the_helper: PersonView,
    the_need: NeedView,
    change: str,
    sentence: str,
) -> None:
    tells(the_helper, change.replace("{need}", the_need.code))

    page = " ".join(logged_in(registrar_user).get(f"/desk/person/{the_helper.ref}/").content.decode().split())

    assert "Why are they standing by, and what would change it?" in page
    assert sentence in page


def test_the_person_themself_sees_neither_the_site_nor_what_it_lacks(
    client: Client, operation: OperationView, tells: Tells, the_helper: PersonView, the_need: NeedView, now: datetime
) -> None:
    tells(the_helper, f"beds:school-1:2026-10-12..2026-10-16:+1|surplus:{the_need.code}:75431:18")
    token = make_links(operation_id=operation.id, person_ids=[the_helper.id], now=now)[the_helper.id]
    client.get(f"/status/l/{token}/")

    for address in ("/status/", "/status/data/", "/status/data/standby.json"):
        told = client.get(address).content.decode()
        assert told
        assert not any(secret in told for secret in ("school-1", "School", the_need.code, "surplus", "75431", "75,431"))

"""Who stands where: the page, who may see it, and what it costs."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.rooms.people.cast import Family

from standby.rooms.accounts.models import User
from standby.rooms.audit.models import JournalEntry
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import CrowdCounts
from standby.rooms.people.values import PersonView

LogIn = Callable[[User], Client]
PEOPLE = "/desk/people/"


def test_the_page_says_how_many_stand_where_before_any_table(
    logged_in: LogIn, coordinator_user: User, the_helper: PersonView, the_driver: PersonView
) -> None:
    page = logged_in(coordinator_user).get(PEOPLE).content.decode()

    assert "2 people are registered." in page
    assert page.index("standing by&nbsp;<b>2</b>") < page.index("<table")


def test_a_registrar_sees_names_in_the_script_they_were_given(
    logged_in: LogIn, registrar_user: User, the_doctor: PersonView
) -> None:
    page = logged_in(registrar_user).get(PEOPLE).content.decode()

    assert "Նարե Փորձյան" in page


def test_an_auditor_sees_references_and_nobody_s_name(
    logged_in: LogIn, auditor_user: User, the_helper: PersonView
) -> None:
    page = logged_in(auditor_user).get(PEOPLE).content.decode()

    assert the_helper.ref in page
    assert "Testyan" not in page


@pytest.mark.parametrize("login", ["site_contact_user", "other_coordinator_user", "outsider_user"])
def test_nobody_else_sees_anybody(
    login: str, request: pytest.FixtureRequest, logged_in: LogIn, the_helper: PersonView
) -> None:
    answer = logged_in(request.getfixturevalue(login)).get(PEOPLE)

    assert answer.status_code in {302, 404} or b"Testyan" not in answer.content


def test_a_site_contact_is_told_that_there_is_no_such_page(logged_in: LogIn, site_contact_user: User) -> None:
    assert logged_in(site_contact_user).get(PEOPLE).status_code == 404


def test_links_narrow_the_list_to_a_status_and_a_reason(
    logged_in: LogIn, coordinator_user: User, the_helper: PersonView, family: Family
) -> None:
    family.registers(given="Vera", roles=())
    browser = logged_in(coordinator_user)

    offered = browser.get(f"{PEOPLE}?status=offered").content.decode()
    by_reason = browser.get(f"{PEOPLE}?status=offered&reason=dates").content.decode()

    assert "Vera" in offered
    assert "Anahit" not in offered
    assert "offer is incomplete&nbsp;<b>1</b>" in offered
    assert "Nobody stands there now." in by_reason


def test_an_address_with_nonsense_in_it_shows_everybody(
    logged_in: LogIn, coordinator_user: User, the_helper: PersonView
) -> None:
    page = logged_in(coordinator_user).get(f"{PEOPLE}?status=hero&reason=none&page=-4").content.decode()

    assert "Anahit" in page


def test_an_empty_operation_says_what_to_do_first(logged_in: LogIn, coordinator_user: User) -> None:
    page = logged_in(coordinator_user).get(PEOPLE).content.decode()

    assert "Nobody is registered yet" in page
    assert "/desk/register/" in page


def test_fifty_people_cost_no_more_queries_than_two(logged_in: LogIn, coordinator_user: User, family: Family) -> None:
    browser = logged_in(coordinator_user)
    for number in range(2):
        family.registers(given=f"Anna{number}", phone=f"+3740000{number:04}")
    browser.get(PEOPLE)
    with CaptureQueriesContext(connection) as for_two:
        browser.get(PEOPLE)
    for number in range(2, 60):
        family.registers(given=f"Anna{number}", phone=f"+3740000{number:04}")

    with CaptureQueriesContext(connection) as for_fifty:
        page = browser.get(PEOPLE).content.decode()

    assert page.count("<tr>") == 51
    assert len(for_fifty) == len(for_two) <= 18


def test_that_names_were_looked_at_is_in_the_journal_without_them(
    logged_in: LogIn, coordinator_user: User, the_helper: PersonView
) -> None:
    logged_in(coordinator_user).get(PEOPLE)

    entry = JournalEntry.objects.get(action="people.look")
    assert entry.actor == f"staff:{coordinator_user.ref}"
    assert "Testyan" not in entry.detail


@pytest.mark.parametrize("counted", [0, 499, 600])
def test_counts_of_a_moment_ago_hide_nobody_of_a_few_and_are_not_made_again_for_many(
    logged_in: LogIn,
    coordinator_user: User,
    the_helper: PersonView,
    the_driver: PersonView,
    operation: OperationView,
    now: datetime,
    counted: int,
) -> None:
    CrowdCounts.objects.create(
        operation_id=operation.id,
        counted_at=now,
        statuses={"stand_by": counted, "offered": 5000},
        hours=[],
        to_confirm=0,
        pairs=0,
        licences=0,
    )
    with CaptureQueriesContext(connection) as asked:
        page = logged_in(coordinator_user).get(f"{PEOPLE}?status=stand_by").content.decode()
    counting = [query["sql"] for query in asked if 'COUNT(*) AS "__count" FROM "people_person"' in query["sql"]]

    assert the_helper.ref in page
    assert the_driver.ref in page
    assert bool(counting) is (counted < 500)

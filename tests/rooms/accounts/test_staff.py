"""Who works here: let in, given duties, taken out again; it holds from the next click."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client

from standby.domain.errors import NotAllowed
from standby.rooms.accounts.actions import appoint, close_account, end_duty
from standby.rooms.accounts.models import Duty, User
from standby.rooms.accounts.queries import Staff, staff_in, staff_of, user_by_login
from standby.rooms.audit.actors import Actor
from standby.rooms.audit.queries import recent
from standby.rooms.operations.queries import OperationView

LogIn = Callable[[User], Client]
BACKEND = "django.contrib.auth.backends.ModelBackend"
STAFF = "/desk/accounts/staff/"


@pytest.fixture
def browser(coordinator_user: User, logged_in: LogIn) -> Client:
    return logged_in(coordinator_user)


def _browser_of(user: User) -> Client:
    browser = Client()
    browser.force_login(user, backend=BACKEND)
    return browser


def test_somebody_new_gets_a_password_that_is_shown_once(browser: Client, operation: OperationView) -> None:
    answer = browser.post(f"{STAFF}add/", {"login": "new.person", "duty": "registrar"})

    made, password = answer.context["made"]
    assert password in answer.content.decode()
    assert password not in browser.get(STAFF).content.decode()
    assert made.check_password(password)
    assert staff_in(user=made, operation=operation).duties == {Duty.REGISTRAR}


def test_a_password_somebody_else_has_seen_is_asked_to_be_replaced(browser: Client) -> None:
    made = browser.post(f"{STAFF}add/", {"login": "new.person", "duty": "registrar"}).context["made"][0]

    assert b"Your password was made for you" in _browser_of(made).get("/desk/accounts/").content


@pytest.mark.parametrize("login", ["", "ab", "Anahit Testyan", "a@example.org", "<script>", "x" * 41, "Անահիտ"])
def test_a_login_that_could_name_a_person_or_break_a_page_is_refused(login: str, browser: Client) -> None:
    answer = browser.post(f"{STAFF}add/", {"login": login, "duty": "registrar"})

    assert answer.status_code == 200
    assert answer.context["made"] is None


def test_a_login_that_is_taken_is_answered(browser: Client) -> None:
    answer = browser.post(f"{STAFF}add/", {"login": "coordinator", "duty": "registrar"})

    assert b"already logs in" in answer.content


def test_a_duty_given_or_ended_holds_from_the_next_click(browser: Client, registrar_user: User) -> None:
    theirs = _browser_of(registrar_user)
    assert theirs.get("/desk/licences/").status_code == 404

    browser.post(f"{STAFF}{registrar_user.ref}/duty/", {"duty": "verifier"})
    assert theirs.get("/desk/licences/").status_code == 200

    browser.post(f"{STAFF}{registrar_user.ref}/duty/", {"duty": "verifier", "deed": "end"})
    assert theirs.get("/desk/licences/").status_code == 404


def test_nobody_ends_their_own_duty_of_coordinator(browser: Client, coordinator_user: User) -> None:
    answer = browser.post(f"{STAFF}{coordinator_user.ref}/duty/", {"duty": "coordinator", "deed": "end"})

    assert answer.status_code == 409
    assert browser.get(STAFF).status_code == 200


def test_of_two_coordinators_who_end_each_other_one_is_left(
    coordinator: Staff,
    second_coordinator: Staff,
    coordinator_user: User,
    second_coordinator_user: User,
    operation: OperationView,
    now: datetime,
) -> None:
    end_duty(user=second_coordinator_user, operation=operation, duty=Duty.COORDINATOR, by=coordinator, now=now)

    with pytest.raises(NotAllowed):
        end_duty(user=coordinator_user, operation=operation, duty=Duty.COORDINATOR, by=second_coordinator, now=now)


def test_a_closed_account_is_out_at_once_and_can_be_opened_again(browser: Client, registrar_user: User) -> None:
    theirs = _browser_of(registrar_user)
    assert theirs.get("/desk/accounts/").status_code == 200

    browser.post(f"{STAFF}{registrar_user.ref}/close/")
    assert theirs.get("/desk/accounts/").status_code == 302

    browser.post(f"{STAFF}{registrar_user.ref}/open/")
    assert _browser_of(registrar_user).get("/desk/accounts/").status_code == 200


def test_nobody_closes_their_own_account(browser: Client, coordinator_user: User) -> None:
    assert browser.post(f"{STAFF}{coordinator_user.ref}/close/").status_code == 409


def test_an_account_that_others_need_elsewhere_is_not_closed_from_here(
    coordinator: Staff,
    registrar_user: User,
    operation: OperationView,
    other_operation: OperationView,
    machine: Actor,
    now: datetime,
) -> None:
    appoint(user=registrar_user, operation=other_operation, duty=Duty.REGISTRAR, by=machine, now=now)

    with pytest.raises(NotAllowed, match="another operation"):
        close_account(user=registrar_user, operation=operation, by=coordinator, now=now)


def test_nobody_of_another_operation_can_be_touched_from_here(
    browser: Client, other_coordinator_user: User, other_operation: OperationView
) -> None:
    for deed in ("duty", "close", "open"):
        answer = browser.post(f"{STAFF}{other_coordinator_user.ref}/{deed}/", {"duty": "coordinator", "deed": "end"})
        assert answer.status_code == 404

    assert staff_in(user=other_coordinator_user, operation=other_operation).duties == {Duty.COORDINATOR}


def test_every_change_leaves_an_entry(browser: Client, registrar_user: User, operation: OperationView) -> None:
    browser.post(f"{STAFF}{registrar_user.ref}/close/")

    entry = recent(operation=operation.ref)[0]
    assert (entry.action, entry.subject) == ("user.close", registrar_user.ref)


def test_the_auditor_reads_who_works_here_and_changes_nobody(
    auditor_user: User, registrar_user: User, logged_in: LogIn
) -> None:
    browser = logged_in(auditor_user)

    page = browser.get(STAFF).content.decode()

    assert "registrar" in page
    assert "/duty/" not in page
    assert browser.post(f"{STAFF}{registrar_user.ref}/close/").status_code == 404


def test_the_list_of_staff_costs_the_same_however_long_it_is(
    browser: Client,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    for number in range(6):
        browser.post(f"{STAFF}add/", {"login": f"person-{number}", "duty": "registrar"})

    with django_assert_max_num_queries(8):  # type: ignore[attr-defined]  # a context manager
        browser.get(STAFF)

    assert len(staff_of(operation=operation)) == 7
    assert user_by_login("person-5") is not None

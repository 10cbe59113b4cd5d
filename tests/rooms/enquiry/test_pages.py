"""The pages of the enquiry desk: the counter, the ticket, the screen on the wall and the telephone in a hand."""

from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.rooms.enquiry.conftest import Calls, Gives

from standby.rooms.accounts.models import User
from standby.rooms.audit.actors import Actor
from standby.rooms.enquiry.actions.papers import print_forms
from standby.rooms.enquiry.actions.tickets import miss
from standby.rooms.enquiry.models import PaperForm, Queue, Ticket, TicketState
from standby.rooms.operations.queries import OperationView

LogIn = Callable[[User], Client]
HOME = "/desk/enquiry/"


@pytest.fixture
def desk(logged_in: LogIn, registrar_user: User) -> Client:
    return logged_in(registrar_user)


def at(queue: Queue, deed: str = "") -> str:
    return f"{HOME}queue/{queue.ref}/{deed}"


def test_a_registrar_opens_a_queue_gives_a_number_and_calls_it(desk: Client) -> None:
    desk.post(HOME, {"place": "Embassy"})
    queue = Queue.objects.get()

    slip = desk.post(at(queue, "give/"), {"language": "hy"}, follow=True).content.decode()
    page = desk.post(at(queue, "call/"), {"counter": "4"}, follow=True).content.decode()

    assert 'lang="hy"' in slip.partition('class="slip')[2]
    assert Ticket.objects.get().state == TicketState.CALLED
    assert "Number 1 is at counter 4." in page


def test_the_same_button_pressed_twice_calls_one_number(desk: Client, gives: Gives, the_queue: Queue) -> None:
    gives(), gives()
    for _ in range(2):
        desk.post(at(the_queue, "call/"), {"counter": "1", "idempotency_key": "one"})

    assert list(Ticket.objects.order_by("number").values_list("state", flat=True)) == ["called", "waiting"]


def test_a_counter_is_asked_for_first(desk: Client, the_queue: Queue) -> None:
    asked = desk.get(at(the_queue)).content.decode()
    wrong = desk.get(f"{at(the_queue)}?counter=banana").content.decode()

    assert "Which counter do you sit at?" in asked
    assert "Which counter do you sit at?" in wrong


@pytest.mark.parametrize("counter", ["", "0", "banana", "1" * 30, "²"])
def test_a_counter_that_is_none_is_an_answer_and_no_broken_page(
    counter: str, desk: Client, gives: Gives, the_queue: Queue
) -> None:
    gives()

    answer = desk.post(at(the_queue, "call/"), {"counter": counter})

    assert answer.status_code == 409
    assert "from 1 to 99" in answer.content.decode()


def test_somebody_who_did_not_come_is_put_back(desk: Client, gives: Gives, calls_to: Calls, the_queue: Queue) -> None:
    gives()
    ticket = calls_to(2)
    desk.post(f"{HOME}ticket/{ticket.ref}/missed/", {"counter": "2"})
    listed = desk.get(f"{at(the_queue)}?counter=2").content.decode()
    back = desk.post(f"{HOME}ticket/{ticket.ref}/back/", {"counter": "2"})

    assert "Did not come when they were called" in listed
    assert back["Location"].endswith("?counter=2")
    assert Ticket.objects.get().state == TicketState.WAITING


def test_nobody_waits_is_an_answer(desk: Client, the_queue: Queue) -> None:
    answer = desk.post(at(the_queue, "call/"), {"counter": "1"})

    assert answer.status_code == 409
    assert "Nobody waits here now." in answer.content.decode()


def test_what_is_not_there_is_no_page(desk: Client, gives: Gives, the_queue: Queue) -> None:
    ticket = gives()

    assert desk.get(f"{HOME}queue/{'0' * 16}/").status_code == 404
    assert desk.post(at(the_queue, "burn/")).status_code == 404
    assert desk.post(f"{HOME}ticket/{ticket.ref}/burn/").status_code == 404
    assert desk.post(at(the_queue, "give/"), {"language": "tlh"}).status_code == 404


def test_the_screen_shows_numbers_and_counters_and_renews_itself_without_a_script(
    client: Client, gives: Gives, calls_to: Calls, the_queue: Queue
) -> None:
    gives(), gives(), calls_to(7)

    answer = client.get(f"/screen/{the_queue.screen_code}/")
    page = answer.content.decode()

    assert answer.headers["Refresh"] == "10"
    assert '<span class="big-number">1</span>' in page
    assert "Counter 7" in page
    assert "1 person waits." in page
    assert not any(ticket.code in page or ticket.ref in page for ticket in Ticket.objects.all())
    assert client.get("/screen/guessed/").status_code == 404


@pytest.mark.parametrize(
    ("state", "says"),
    [
        ("waiting", "Your number is 2."),
        ("called", "please come to counter 3 now"),
        ("missed", "you did not come"),
        ("served", "was served"),
    ],
)
def test_a_telephone_shows_where_a_number_stands(
    state: str,
    says: str,
    client: Client,
    gives: Gives,
    calls_to: Calls,
    operation: OperationView,
    machine: Actor,
    now: datetime,
) -> None:
    gives(), gives(), gives()
    ticket = Ticket.objects.get(number=2)
    if state != "waiting":
        calls_to(1), calls_to(3)
    if state == "missed":
        miss(operation=operation, ticket_ref=ticket.ref, by=machine, now=now)
    if state == "served":
        calls_to(3)

    page = client.get(f"/ticket/{ticket.code}/").content.decode()

    assert says in page


def test_a_code_is_typed_with_a_dash_and_a_wrong_one_is_told(client: Client, gives: Gives) -> None:
    code = gives().code

    typed = client.post("/ticket/", {"code": f"{code[:4].lower()}-{code[4:]}"})
    wrong = client.post("/ticket/", {"code": "AAAA-AAAA"}).content.decode()

    assert typed["Location"] == f"/ticket/{code}/"
    assert "no code of a ticket" in wrong
    assert client.get("/ticket/AAAAAAAA/").status_code == 302


def test_yesterdays_ticket_says_so(client: Client, gives: Gives, now: datetime) -> None:
    ticket = gives(at=now - timedelta(days=1))

    assert "another day" in client.get(f"/ticket/{ticket.code}/").content.decode()


def test_blank_forms_are_printed_with_their_numbers_in_their_language(desk: Client) -> None:
    page = desk.post(f"{HOME}forms/", {"language": "ru", "copies": "3"}, follow=True).content.decode()

    assert PaperForm.objects.count() == 3
    assert page.count('class="blank') == 3
    assert 'lang="ru"' in page


def test_the_list_of_forms_asks_the_database_as_often_for_many_as_for_one(
    desk: Client,
    operation: OperationView,
    machine: Actor,
    now: datetime,
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    for _ in range(20):
        print_forms(operation=operation, language="hy", copies=10, by=machine, now=now)

    with django_assert_max_num_queries(12):  # type: ignore[attr-defined]  # pytest-django gives a context manager
        page = desk.get(f"{HOME}forms/").content.decode()
    assert page.count("10 forms") == 20


def test_too_many_copies_are_refused_on_the_page(desk: Client) -> None:
    page = desk.post(f"{HOME}forms/", {"language": "ru", "copies": "100000"}).content.decode()

    assert not PaperForm.objects.exists()
    assert "200" in page

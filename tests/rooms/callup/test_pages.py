"""The coordinator's pages about plans and calls: what each says first, who may open it, and what it costs."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries
from tests.fakes.planner import RefusingPlanner, ScriptedPlanner
from tests.rooms.callup.conftest import Announces, Plans

from standby.domain.errors import Refused
from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.models import JournalEntry
from standby.rooms.callup.actions.planning import ask_for_plan
from standby.rooms.callup.models import Announcement, Call, CallState, PlanRevision, PlanState
from standby.rooms.messages.models import Message
from standby.rooms.needs.models import Need
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView

LogIn = Callable[[User], Client]
READABLE = (
    "/desk/callup/plan/turnout/",
    "/desk/callup/plan/turnout/foretold/",
    "/desk/callup/plan/",
    "/desk/callup/calls/",
    "/desk/callup/calls/announcement/",
    "/desk/messages/",
)
COORDINATORS = (
    *READABLE,
    "/desk/callup/plan/over-call/",
    "/desk/callup/calls/sheet/",
    "/desk/callup/calls/sheet/print/",
    "/desk/callup/calls/recall/",
)


@pytest.fixture
def desk(logged_in: LogIn, coordinator_user: User) -> Client:
    return logged_in(coordinator_user)


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return " ".join(response.content.decode().split())


def test_an_empty_operation_teaches_on_every_page(desk: Client) -> None:
    for address in COORDINATORS:
        text_of(desk, address)


def test_before_anybody_is_registered_the_plan_page_asks_for_a_list(desk: Client) -> None:
    assert "Nobody is registered yet" in text_of(desk, "/desk/callup/plan/")


def test_before_a_need_is_approved_the_plan_page_asks_for_one(desk: Client, the_helper: PersonView) -> None:
    assert "No need is approved yet" in text_of(desk, "/desk/callup/plan/")


def test_a_plan_leads_with_who_is_missing_and_what_to_do(desk: Client, plans: Plans, the_helper: PersonView) -> None:
    plans(the_helper)

    page = text_of(desk, "/desk/callup/plan/")

    assert "<strong>9 people are missing</strong> of 10 who are asked for." in page
    assert "Nobody registered can do this. That keeps 9 places empty" in page
    assert "1 person is newly called" in page
    assert "School in the valley" in page
    assert "No plan at all, by whatever method, can fill more than 0 % more than this one" in page


def test_a_relief_is_said_in_words(desk: Client, plans: Plans, the_need: NeedView, the_helper: PersonView) -> None:
    first, last = the_need.days.first, the_need.days.last
    # Nine places, each of which counts twice its weight of 100.
    relief = f"beds:school-1:{first}..{last}:+9=+1800"
    plans(planner=ScriptedPlanner(short_because="beds", relief=relief))

    page = text_of(desk, "/desk/callup/plan/")

    assert "9 more beds, Saturday 10 October to Friday 16 October, would let in more people: 9." in page


def test_many_empty_places_are_cut_into_pages(
    desk: Client, plans: Plans, the_need: NeedView, the_helper: PersonView
) -> None:
    known = Need.objects.get(id=the_need.id)
    Need.objects.bulk_create(
        Need(
            operation_id=known.operation_id,
            request_id=known.request_id,
            code=f"{known.code}-{number}",
            first_day=known.first_day,
            last_day=known.last_day,
            headcount=1,
        )
        for number in range(24)
    )
    plans(the_helper)

    pages = [text_of(desk, f"/desk/callup/plan/?page={number}") for number in (1, 2)]

    assert [page.count('<td class="words">') for page in pages] == [20, 5]


def test_a_plan_in_which_nobody_can_take_a_place_says_so(desk: Client, plans: Plans, the_helper: PersonView) -> None:
    plans()

    assert "The 1 person who is registered can take none of them." in text_of(desk, "/desk/callup/plan/")


def test_a_limit_that_people_on_the_way_exceed_stands_first(desk: Client, plans: Plans, the_helper: PersonView) -> None:
    plans(planner=ScriptedPlanner(conflicts=[("beds", "school-1", "2026-10-12", 3)]))

    page = text_of(desk, "/desk/callup/plan/")

    assert page.index("Site school-1 has 3 beds too few on Monday 12 October.") < page.index("are missing")


def test_a_failed_plan_says_why_and_that_nothing_changed(desk: Client, plans: Plans, the_helper: PersonView) -> None:
    fault = "needs.csv:3: headcount: There is no number here."
    plans(planner=RefusingPlanner(error=Refused(fault)))

    page = text_of(desk, "/desk/callup/plan/")

    assert "Plan 1 could not be computed" in page
    assert fault in page
    assert "Compute again" in page


def test_asking_for_a_plan_queues_it_with_references_only(
    desk: Client, operation: OperationView, the_helper: PersonView
) -> None:
    from procrastinate.contrib.django.models import ProcrastinateJob  # noqa: PLC0415

    response = desk.post("/desk/callup/plan/compute/", {"idempotency_key": "k1"})

    plan = PlanRevision.objects.get()
    job = ProcrastinateJob.objects.get(queue_name="plans")
    assert response.status_code == 302
    assert plan.state == PlanState.QUEUED
    assert job.args == {"operation_id": operation.id, "plan_ref": plan.ref}
    assert "Plan 1 is being computed" in text_of(desk, "/desk/callup/plan/")


def test_pressing_twice_asks_for_one_plan(desk: Client, the_helper: PersonView) -> None:
    for _ in range(2):
        desk.post("/desk/callup/plan/compute/", {"idempotency_key": "the same"})

    assert PlanRevision.objects.count() == 1


def test_a_second_plan_is_refused_while_the_first_is_computed(
    desk: Client, operation: OperationView, coordinator: Staff, now: datetime
) -> None:
    ask_for_plan(operation=operation, seed=0, by=coordinator.actor, now=now)

    response = desk.post("/desk/callup/plan/compute/", {"idempotency_key": "k2"})

    assert response.status_code == 409
    assert "Plan 1 is being computed. Wait for it." in response.content.decode()


def test_two_coordinators_walk_from_the_plan_to_the_announcement(
    logged_in: LogIn,
    coordinator_user: User,
    second_coordinator_user: User,
    plans: Plans,
    the_helper: PersonView,
    the_driver: PersonView,
    public_address: None,
) -> None:
    plan = plans(the_helper)
    first = logged_in(coordinator_user)
    first.post(f"/desk/callup/plan/{plan.ref}/approve/", {"idempotency_key": "a"})
    assert "proposed this plan" in text_of(first, "/desk/callup/plan/")
    second = logged_in(second_coordinator_user)
    second.post(f"/desk/callup/plan/{plan.ref}/approve/", {"idempotency_key": "b"})
    outlook = text_of(second, f"/desk/callup/plan/{plan.ref}/announce/")

    response = second.post(f"/desk/callup/plan/{plan.ref}/announce/", {"idempotency_key": "c"}, follow=True)

    assert "2 people are told where they stand" in outlook
    assert response.status_code == 200
    assert "2 people were told where they stand" in " ".join(response.content.decode().split())
    assert Announcement.objects.count() == 1
    assert Message.objects.count() == 2


def test_one_coordinator_cannot_approve_their_own_proposal(desk: Client, plans: Plans, the_helper: PersonView) -> None:
    plan = plans(the_helper)
    desk.post(f"/desk/callup/plan/{plan.ref}/approve/", {"idempotency_key": "a"})

    response = desk.post(f"/desk/callup/plan/{plan.ref}/approve/", {"idempotency_key": "b"})

    assert response.status_code == 409
    assert "Somebody else has to approve it" in response.content.decode()


def test_the_auditor_reads_and_changes_nothing(
    logged_in: LogIn, auditor_user: User, announces: Announces, the_helper: PersonView
) -> None:
    announces(the_helper)
    client = logged_in(auditor_user)

    for address in READABLE:
        text_of(client, address)
    for address in set(COORDINATORS) - set(READABLE):
        assert client.get(address).status_code == 404
    assert client.post("/desk/callup/plan/compute/").status_code == 404


def test_nobody_of_another_operation_opens_a_plan(
    logged_in: LogIn, other_coordinator_user: User, announces: Announces, the_helper: PersonView
) -> None:
    plan = announces(the_helper).plan
    client = logged_in(other_coordinator_user)

    for address in (f"/desk/callup/plan/{plan.ref}/", f"/desk/callup/plan/{plan.ref}/files/"):
        assert client.get(address).status_code == 404
    assert client.get(f"/desk/callup/calls/call/{Call.objects.get().ref}/").status_code == 404


def test_the_files_of_a_plan_are_handed_out_and_that_is_journalled(
    desk: Client, plans: Plans, the_helper: PersonView
) -> None:
    plan = plans(the_helper)

    response = desk.get(f"/desk/callup/plan/{plan.ref}/files/")

    assert response["Content-Type"] == "application/zip"
    assert response.content.startswith(b"PK")
    assert JournalEntry.objects.filter(action="plan.files", subject=plan.ref).exists()


def test_who_is_newly_called_stands_by_code_word(desk: Client, plans: Plans, the_helper: PersonView) -> None:
    plan = plans(the_helper)

    page = text_of(desk, f"/desk/callup/plan/{plan.ref}/people/new/")

    assert the_helper.code_word in page
    assert "Testyan" not in page


def test_a_call_shows_what_became_of_it(desk: Client, announces: Announces, the_helper: PersonView) -> None:
    announces(the_helper)

    page = text_of(desk, f"/desk/callup/calls/call/{Call.objects.get().ref}/")

    assert "called, no answer yet" in page


def test_a_letter_is_read_at_the_desk_and_that_is_journalled(
    desk: Client, announces: Announces, the_helper: PersonView
) -> None:
    announces(the_helper)
    letter = Message.objects.get()

    page = text_of(desk, f"/desk/messages/{letter.ref}/")

    assert "You are called." in page
    assert JournalEntry.objects.filter(action="message.read", subject=the_helper.ref).exists()


def test_more_are_called_than_needed_where_the_policy_says_so(
    desk: Client, operation: OperationView, the_need: NeedView
) -> None:
    response = desk.post("/desk/callup/plan/over-call/", {"risk": "0", "waves": "1", "*": "100", "9629": "120"})

    assert response.status_code == 302
    assert "a plan calls up to 12," in text_of(desk, "/desk/callup/plan/over-call/")


@pytest.mark.parametrize("address", READABLE)
def test_more_people_cost_no_more_queries(
    address: str,
    desk: Client,
    announces: Announces,
    registers: Callable[..., PersonView],
    the_helper: PersonView,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    others = [registers(given=f"Name{n}", phones=(f"+3740000{n:04}",), emails=(f"p{n}@example.org",)) for n in range(8)]
    announces(the_helper, *others[:5])
    Call.objects.filter(person_id=others[0].id).update(state=CallState.DECLINED)

    with django_assert_max_num_queries(34):
        desk.get(address)

"""What if, and what would help most: worked out beside the plan, journalled, announced to nobody."""

from collections.abc import Callable
from datetime import datetime

import pytest
from django.test import Client
from tests.fakes.planner import ScriptedPlanner
from tests.fakes.trier import ScriptedTrier
from tests.rooms.callup.conftest import Plans

from standby.domain.errors import Conflict, Refused
from standby.rooms.accounts.models import User
from standby.rooms.accounts.queries import Staff
from standby.rooms.audit.models import JournalEntry
from standby.rooms.callup.actions.trying import ask_what_helps, ask_what_if, compute_trial
from standby.rooms.callup.models import PlanRevision, PlanState, PlanTrial
from standby.rooms.callup.trier import CommandTrier, Trier
from standby.rooms.messages.models import Message
from standby.rooms.needs.queries.planning import NeedView
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView

LogIn = Callable[[User], Client]
CLOSED = "site:school-1:closed"
BEDS = "beds:school-1:2026-10-12..2026-10-16:+20"
Asks = Callable[..., PlanTrial]


@pytest.fixture
def desk(logged_in: LogIn, coordinator_user: User) -> Client:
    return logged_in(coordinator_user)


@pytest.fixture
def asks(operation: OperationView, coordinator: Staff, now: datetime) -> Asks:
    """Asks what if, and has it worked out."""

    def ask(plan: PlanRevision, *changes: str, trier: Trier) -> PlanTrial:
        row = ask_what_if(operation=operation, plan_ref=plan.ref, changes=changes, by=coordinator.actor, now=now)
        return compute_trial(operation=operation, ref=row.ref, trier=trier, clock=lambda: now)

    return ask


def text_of(client: Client, address: str) -> str:
    response = client.get(address)
    assert response.status_code == 200, (address, response.status_code)
    return " ".join(response.content.decode().split())


def test_a_question_is_worked_out_beside_the_plan_and_told_to_nobody(
    plans: Plans, asks: Asks, the_helper: PersonView
) -> None:
    plan, trier = plans(the_helper), ScriptedTrier()

    row = asks(plan, CLOSED, trier=trier)

    assert row.state == PlanState.READY
    assert trier.asked == [[CLOSED]]
    assert PlanRevision.objects.count() == 1
    assert Message.objects.count() == 0
    assert JournalEntry.objects.filter(action="plan.what_if", subject=row.ref).exists()


def test_what_cannot_be_worked_out_is_said_in_words(plans: Plans, asks: Asks, the_helper: PersonView) -> None:
    row = asks(plans(the_helper), "site:S9:closed", trier=ScriptedTrier(error=Refused("There is no site S9.")))

    assert (row.state, row.failure) == (PlanState.FAILED, "There is no site S9.")


def test_two_questions_at_once_are_refused(
    operation: OperationView, plans: Plans, coordinator: Staff, the_helper: PersonView, now: datetime
) -> None:
    plan = plans(the_helper)
    asked = {"operation": operation, "plan_ref": plan.ref, "changes": [CLOSED], "by": coordinator.actor, "now": now}
    ask_what_if(**asked)  # type: ignore[arg-type]  # the words of one call

    with pytest.raises(Conflict):
        ask_what_if(**asked)  # type: ignore[arg-type]  # the words of one call


def test_the_differences_stand_first_on_the_page(
    desk: Client, plans: Plans, asks: Asks, the_helper: PersonView, the_driver: PersonView, the_need: NeedView
) -> None:
    trier = ScriptedTrier(called=[the_driver.ref, "what-if.1"], not_called=[the_helper.ref], need=the_need.code)

    row = asks(plans(the_helper), CLOSED, trier=trier)

    page = text_of(desk, f"/desk/callup/plan/what-if/{row.ref}/")
    assert "This site closes, nobody new is called there: School" in page
    assert "3 places would be filled instead of 1" in page
    assert "2 people would be called who are not now." in page
    assert "1 person would no longer be called." in page
    assert the_driver.code_word in page
    assert "3 of 4" in page


def test_the_list_of_changes_grows_form_by_form(desk: Client, plans: Plans, the_helper: PersonView) -> None:
    plans(the_helper)
    beds = {"beds-site": "school-1", "beds-more": "20", "beds-first_day": "2026-10-12", "beds-last_day": "2026-10-16"}

    page = desk.post("/desk/callup/plan/what-if/", {"kind": "beds", "change": [CLOSED], **beds}).content.decode()
    asked = desk.post("/desk/callup/plan/what-if/ask/", {"change": [CLOSED, BEDS]})

    assert f'value="{BEDS}"' in page
    assert f'value="{CLOSED}"' in page
    row = PlanTrial.objects.get()
    assert asked["Location"].endswith(f"/{row.ref}/")
    assert row.changes == [CLOSED, BEDS]


@pytest.mark.parametrize(
    ("kind", "said", "change"),
    [
        ("site", {"site": "school-1"}, CLOSED),
        (
            "people",
            {
                "number": "20",
                "role": "2211/",
                "level": "2",
                "is_checked": "on",
                "first_day": "2026-10-12",
                "last_day": "2026-10-16",
            },
            "people:20:2211:2:v:-:2026-10-12..2026-10-16",
        ),
        (
            "new_need",
            {
                "site": "school-1",
                "role": "2211/",
                "level": "1",
                "number": "4",
                "priority": "2",
                "first_day": "2026-10-12",
                "last_day": "2026-10-16",
            },
            "new_need:what-if-1012-4:school-1:2211:1:2026-10-12..2026-10-16:4:2",
        ),
    ],
)
def test_each_form_gives_its_change(
    desk: Client, plans: Plans, the_helper: PersonView, kind: str, said: dict[str, str], change: str
) -> None:
    plans(the_helper)

    filled = {f"{kind}-{name}": value for name, value in said.items()}
    page = desk.post("/desk/callup/plan/what-if/", {"kind": kind} | filled)

    assert f'value="{change}"' in page.content.decode()


def test_a_form_that_is_wrong_stays_open_and_says_why(desk: Client, plans: Plans, the_helper: PersonView) -> None:
    plans(the_helper)
    beds = {"beds-site": "school-1", "beds-more": "20", "beds-first_day": "2026-10-16", "beds-last_day": "2026-10-12"}

    page = desk.post("/desk/callup/plan/what-if/", {"kind": "beds", **beds}).content.decode()

    assert "The last day is before the first" in page


def test_what_would_help_most_is_said_in_sentences_with_its_worth(
    desk: Client, operation: OperationView, plans: Plans, coordinator: Staff, the_helper: PersonView, now: datetime
) -> None:
    plan = plans(the_helper)
    row = ask_what_helps(operation=operation, plan_ref=plan.ref, by=coordinator.actor, now=now)
    trier = ScriptedTrier(helping=[("beds:school-1:2026-10-12..2026-10-16:+2", 60, 2)])
    compute_trial(operation=operation, ref=row.ref, trier=trier, clock=lambda: now)

    for address in (f"/desk/callup/plan/{plan.ref}/helps/", f"/desk/callup/plan/{plan.ref}/helps/print/"):
        page = text_of(desk, address)
        assert "2 more beds, School" in page
        assert "That fills 2 more places." in page


def test_a_plan_nobody_asked_about_offers_to_work_it_out(desk: Client, plans: Plans, the_helper: PersonView) -> None:
    plan = plans(the_helper)

    assert "Work it out" in text_of(desk, f"/desk/callup/plan/{plan.ref}/helps/")
    desk.post(f"/desk/callup/plan/{plan.ref}/helps/ask/")

    assert "It is being worked out" in text_of(desk, f"/desk/callup/plan/{plan.ref}/helps/")


def test_the_real_commands_answer_from_the_plan_s_own_files(
    plans: Plans, the_helper: PersonView, the_need: NeedView, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("NUMBA_DISABLE_JIT", "1")
    plan = plans(planner=ScriptedPlanner(calls=[(the_helper.ref, the_need.code)]))

    other = CommandTrier().what_if(bytes(plan.files), changes=[f"need:{the_need.code}:cancelled"])

    assert other["not_called"] == [the_helper.ref]
    with pytest.raises(Refused, match="no site"):
        CommandTrier().what_if(bytes(plan.files), changes=["site:nowhere:closed"])

"""What a flood brought along: looked at by where it came from, let through or dropped, many at once."""

from collections.abc import Callable, Sequence
from datetime import datetime, timedelta

import pytest
from django.test import Client
from tests.rooms.people.signing import sign_up

from standby.rooms.accounts.models import User
from standby.rooms.audit.models import JournalEntry
from standby.rooms.door.forms.held import group_value
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.actions.counting import keep_held
from standby.rooms.people.actions.settling import settle_sign_ups
from standby.rooms.people.actions.signing_up import Receipt, Sent, receive_sign_ups
from standby.rooms.people.models import HeldCounts, Person, ReceivedSignUp
from standby.rooms.people.queries.held import held_behind, held_groups
from standby.rooms.people.queries.held_lately import count_held_lately, held_lane, held_lately
from standby.rooms.people.values import Hold

LogIn = Callable[[User], Client]
_VILLAGE, _MACHINES = b"village1", b"machines"


def _received(
    operation: OperationView,
    now: datetime,
    *,
    keys: Sequence[str],
    held: Hold = Hold.NETWORK,
    network: bytes = _VILLAGE,
) -> list[Receipt]:
    sent = [Sent(key=key, sign_up=sign_up(), held=held, network=network) for key in keys]
    told = receive_sign_ups(operation=operation, sent=sent, now=now)
    return [receipt for receipt in told if isinstance(receipt, Receipt)]


def _settle(operation: OperationView, now: datetime) -> int:
    return settle_sign_ups(operation=operation, public_url="", now=now)


def test_whoever_is_held_has_a_receipt_and_is_settled_only_once_let_through(
    operation: OperationView, registrar_user: User, logged_in: LogIn, now: datetime
) -> None:
    (receipt,) = _received(operation, now, keys=["a"])
    assert receipt.is_held
    assert _settle(operation, now) == 0

    (group,) = held_groups(operation_id=operation.id)
    logged_in(registrar_user).post("/desk/held/judge/", {"group": group_value(group), "verdict": "release"})

    assert _settle(operation, now) == 1
    assert Person.objects.count() == 1
    assert held_behind(receipt.code) is None


def test_a_network_is_judged_alone_and_what_came_later_is_not_judged_with_it(
    operation: OperationView, registrar_user: User, logged_in: LogIn, now: datetime
) -> None:
    _received(operation, now, keys=["a", "b"])
    _received(operation, now, keys=["c"], network=_MACHINES)
    shown = {view.network: group_value(view) for view in held_groups(operation_id=operation.id)}
    _received(operation, now, keys=["later"])

    logged_in(registrar_user).post("/desk/held/judge/", {"group": [shown[_VILLAGE]], "verdict": "release"})

    left = {view.network: view.sign_ups for view in held_groups(operation_id=operation.id)}
    assert left == {_VILLAGE: 1, _MACHINES: 1}


def test_of_what_is_dropped_nothing_is_kept_and_its_holder_is_told_what_to_do(
    operation: OperationView, coordinator_user: User, logged_in: LogIn, client: Client, now: datetime
) -> None:
    (receipt,) = _received(operation, now, keys=["a"], network=_MACHINES)
    (group,) = held_groups(operation_id=operation.id)

    logged_in(coordinator_user).post("/desk/held/judge/", {"group": group_value(group), "verdict": "drop"})

    row = ReceivedSignUp.objects.get()
    assert (bytes(row.sealed), bytes(row.network), row.held) == (b"", b"", "dropped")
    assert _settle(operation, now) == 0
    page = client.post("/status/", {"code": receipt.code}).content.decode()
    assert "sign up again" in page
    assert JournalEntry.objects.filter(action="sign_up.drop").exists()


def test_while_a_look_is_awaited_the_receipt_says_so(operation: OperationView, client: Client, now: datetime) -> None:
    (receipt,) = _received(operation, now, keys=["a"])

    page = client.post("/status/", {"code": receipt.code}).content.decode()

    assert "We have not finished checking your registration" in page
    assert not Person.objects.exists()


def test_a_companion_does_not_wait_for_those_who_are_held(operation: OperationView, now: datetime) -> None:
    _received(operation, now, keys=["held"])
    party = {"party": "companion", "party_code": "00000-00000"}
    receive_sign_ups(operation=operation, sent=[Sent(key="b", sign_up=sign_up(**party))], now=now)

    assert _settle(operation, now) == 1


def test_the_same_form_again_says_again_that_it_is_held(operation: OperationView, now: datetime) -> None:
    _received(operation, now, keys=["a"])

    (again,) = _received(operation, now, keys=["a"], held=Hold.NOT, network=b"")

    assert again.is_repeat
    assert again.is_held


@pytest.mark.parametrize(
    "posted",
    [
        {},
        {"verdict": "drop"},
        {"group": "network:00:5"},
        {"group": "network:00:5", "verdict": "burn"},
        {"group": "nonsense", "verdict": "drop"},
        {"group": ":00:5", "verdict": "drop"},
        {"group": "network:xx:5", "verdict": "drop"},
        {"group": "network:00:" + "9" * 90, "verdict": "drop"},
    ],
)
def test_what_this_page_cannot_have_sent_changes_nothing(
    operation: OperationView, registrar_user: User, logged_in: LogIn, now: datetime, posted: dict[str, str]
) -> None:
    _received(operation, now, keys=["a"])

    response = logged_in(registrar_user).post("/desk/held/judge/", posted)

    assert response.status_code in {302, 409}
    assert ReceivedSignUp.objects.get().held == "network"


def test_another_operation_is_not_judged(
    operation: OperationView, other_operation: OperationView, registrar_user: User, logged_in: LogIn, now: datetime
) -> None:
    _received(other_operation, now, keys=["a"])
    (group,) = held_groups(operation_id=other_operation.id)

    logged_in(registrar_user).post("/desk/held/judge/", {"group": group_value(group), "verdict": "drop"})

    assert ReceivedSignUp.objects.get().held == "network"


def test_the_page_asks_the_database_the_same_however_many_are_held(
    operation: OperationView,
    registrar_user: User,
    logged_in: LogIn,
    now: datetime,
    django_assert_max_num_queries: Callable[[int], object],
) -> None:
    for number in range(30):
        _received(operation, now, keys=[f"k{number}"], network=number.to_bytes(8, "big"))
    client = logged_in(registrar_user)
    client.get("/desk/held/")

    with django_assert_max_num_queries(14):  # type: ignore[attr-defined]  # a context manager
        page = client.get("/desk/held/").content.decode()

    assert "30 sign-ups wait" in page
    assert page.count('type="checkbox"') == 30


def test_what_was_counted_a_moment_ago_says_the_same(operation: OperationView, now: datetime) -> None:
    _received(operation, now, keys=["a", "b"])
    _received(operation, now, keys=["c"], network=_MACHINES)

    assert keep_held(operation=operation, now=now, many=3)

    lane = held_lane(operation_id=operation.id)
    assert HeldCounts.objects.count() == 1
    assert held_lately(operation_id=operation.id, now=now) == lane
    assert count_held_lately(operation_id=operation.id, now=now) == lane.in_all == 3


def test_counts_that_nobody_renewed_are_not_told(operation: OperationView, now: datetime) -> None:
    HeldCounts.objects.create(operation_id=operation.id, counted_at=now, in_all=700, groups=[])

    later = now + timedelta(minutes=11)

    assert count_held_lately(operation_id=operation.id, now=now) == 700
    assert count_held_lately(operation_id=operation.id, now=later) == 0
    assert held_lately(operation_id=operation.id, now=later).in_all == 0


def test_where_few_are_left_they_are_counted_as_they_are(operation: OperationView, now: datetime) -> None:
    _received(operation, now, keys=["a"])
    keep_held(operation=operation, now=now, many=1)

    assert not keep_held(operation=operation, now=now)
    assert not HeldCounts.objects.exists()


@pytest.mark.parametrize("verdict", ["release", "drop"])
def test_a_group_that_was_judged_is_not_shown_again(
    verdict: str, operation: OperationView, registrar_user: User, logged_in: LogIn, now: datetime
) -> None:
    _received(operation, now, keys=["a", "b"])
    _received(operation, now, keys=["c"], network=_MACHINES)
    keep_held(operation=operation, now=now, many=1)
    shown = {view.network: group_value(view) for view in held_lately(operation_id=operation.id, now=now).groups}

    logged_in(registrar_user).post("/desk/held/judge/", {"group": [shown[_VILLAGE]], "verdict": verdict})

    left = held_lately(operation_id=operation.id, now=now)
    assert [view.network for view in left.groups] == [_MACHINES]
    assert left.in_all == 1


def test_the_largest_groups_stand_on_the_page_and_what_was_judged_makes_room(
    operation: OperationView, registrar_user: User, logged_in: LogIn, now: datetime
) -> None:
    for number in range(51):
        _received(operation, now, keys=[f"key-{number}"], network=f"network{number:02}".encode())
    registrar = logged_in(registrar_user)

    full = registrar.get("/desk/held/").content.decode()
    (first, *_) = held_groups(operation_id=operation.id)
    registrar.post("/desk/held/judge/", {"group": [group_value(first)], "verdict": "drop"})
    rest = registrar.get("/desk/held/").content.decode()

    assert full.count('<label for="group-') == rest.count('<label for="group-') == 50
    assert "the next ones appear here" in full
    assert "the next ones appear here" not in rest


def test_once_all_that_were_counted_are_judged_the_next_ones_are_looked_for(
    operation: OperationView, now: datetime
) -> None:
    _received(operation, now, keys=["a"])
    HeldCounts.objects.create(operation_id=operation.id, counted_at=now, in_all=700, groups=[])

    assert [view.network for view in held_lately(operation_id=operation.id, now=now).groups] == [_VILLAGE]

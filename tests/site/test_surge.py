"""The surge lane as a server meets it: the bytes of the ordinary site, and an answer when the database is away."""

import asyncio
import json
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import datetime

import pytest
from django.db import OperationalError, connections
from django.test import Client
from tests.rooms.door.api.asking import SIGN_UPS, Json, offer, post
from tests.site.asgi import Answered, receiving, scope, sending

from standby.rooms.audit.actors import system
from standby.rooms.door.floods.gate import Gate
from standby.rooms.door.floods.limits import FloodLimits
from standby.rooms.door.floods.proof import Puzzles
from standby.rooms.door.floods.watch import FloodWatch, flood_watch
from standby.rooms.operations.actions import NewOperation, found_operation
from standby.rooms.operations.installation import install, installation
from standby.rooms.people.models import ReceivedSignUp, RefusedOffers
from standby.site.precedence import Precedence
from standby.site.surge import SurgeLane

_NOW = datetime.fromisoformat("2026-10-05T12:00:00+00:00")


@pytest.fixture
def lane(transactional_db: None) -> Iterator[SurgeLane]:
    new = NewOperation(name="Earthquake", lead_organisation="Mountain Relief", help_contact="+374 00 000 100")
    found_operation(new=new, by=system("tests"), now=_NOW)
    flood_watch.cache_clear()
    watch = FloodWatch(gate=Gate(FloodLimits()), puzzles=Puzzles(secret=b"secret"))
    lane = SurgeLane(clock=lambda: _NOW, watch=watch, proxies=0, precedence=Precedence())
    yield lane
    lane.close()


def _headers(key: str, language: str) -> dict[str, str]:
    return {"Content-Type": "application/json", "Idempotency-Key": key, "Accept-Language": language}


async def _ask(lane: SurgeLane, content: Json | bytes, *, key: str = "key-1", language: str = "en") -> Answered:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    answered = Answered()
    await lane(scope("POST", SIGN_UPS, headers=_headers(key, language)), receiving([body]), sending(answered))
    return answered


def _asked(lane: SurgeLane, content: Json | bytes, *, key: str = "key-1", language: str = "en") -> Answered:
    return asyncio.run(_ask(lane, content, key=key, language=language))


@pytest.mark.parametrize(
    "content",
    [
        offer(),
        offer(name=None, level="2"),
        offer(roles=["0310"]),
        offer(party="companion", party_code="00000-00000"),
        b"{",
        b"[]",
        b"{}" + b" " * 70_000,
        offer(operation="nowhere"),
    ],
)
@pytest.mark.parametrize("language", ["en", "hy"])
def test_the_lane_and_the_ordinary_site_answer_with_the_same_bytes(
    lane: SurgeLane, client: Client, content: Json | bytes, language: str, clock_of_tests: None
) -> None:
    from_lane = _asked(lane, content, language=language)

    from_site = post(client, SIGN_UPS, content, headers={"Accept-Language": language})

    assert (from_lane.status, from_lane.content) == (from_site.status_code, from_site.content)
    assert from_lane.headers["content-type"] == from_site["Content-Type"]
    assert from_lane.headers["cache-control"] == from_site["Cache-Control"]


@pytest.fixture
def clock_of_tests() -> Iterator[None]:
    """The ordinary site at the same moment."""
    before = installation()
    install(replace(before, clock=lambda: _NOW))
    yield
    install(before)


def test_hundreds_at_once_are_each_told_of_their_own(lane: SurgeLane) -> None:
    async def crowd() -> list[Answered]:
        return await asyncio.gather(
            *(_ask(lane, offer(phone=f"+37400{place:06d}"), key=f"key-{place}") for place in range(300))
        )

    told = asyncio.run(crowd())

    receipts = {json.loads(one.content)["receipt_code"] for one in told if one.status == 201}
    assert len(receipts) + sum(one.status == 429 for one in told) == 300
    assert ReceivedSignUp.objects.count() == len(receipts) >= 60


def test_the_same_form_many_times_at_once_is_stored_once(lane: SurgeLane) -> None:
    async def impatient() -> list[Answered]:
        return await asyncio.gather(*(_ask(lane, offer(no_contact="yes", phone=None)) for _ in range(40)))

    told = asyncio.run(impatient())

    assert len({one.content for one in told}) == 1
    assert ReceivedSignUp.objects.count() == 1


def test_offers_to_fight_are_counted_together(lane: SurgeLane) -> None:
    async def crowd() -> list[Answered]:
        return await asyncio.gather(*(_ask(lane, offer(roles=["0110"]), key=str(place)) for place in range(20)))

    assert {one.status for one in asyncio.run(crowd())} == {403}
    assert RefusedOffers.objects.get().number == 20


def test_when_the_database_is_away_everyone_is_told_to_send_it_again(lane: SurgeLane, away: Callable[[], None]) -> None:
    _asked(lane, offer())
    away()

    answered = _asked(lane, offer(), key="another")

    assert (answered.status, answered.headers["retry-after"]) == (503, "2")
    assert json.loads(answered.content)["code"] == "unavailable"


@pytest.fixture
def away(lane: SurgeLane) -> Callable[[], None]:
    """From now on the lane's thread meets a database that does not answer."""

    def refuse(*_: object) -> object:
        raise OperationalError("gone")

    def go() -> None:
        async def in_its_thread() -> None:
            await lane.run(lambda: connections["default"].execute_wrappers.append(refuse))
            await lane.run(lambda: setattr(connections["default"], "ensure_connection", refuse))

        asyncio.run(in_its_thread())

    return go

"""`kill -9` of the site, the worker and the database while people sign up: nobody is lost, nobody is there twice."""

import http.client
import json
import random
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import cast

import psutil
import pytest
from psycopg import Connection
from tests.house import ALL_UNASKED, RunningHouse, running_house

_SENDERS = 8
_BODY = {
    "name": "Tigran Probayan",
    "age": "yes",
    "affiliation": "no",
    "consent": "yes",
    "no_contact": "yes",
    "roles": ["8322"],
    "languages": ["hy"],
}


@dataclass(slots=True)
class Senders:
    """Programs that send sign-ups, each under a key of its own, until each is acknowledged; then the next.

    `receipts` holds what was promised, by key.
    """

    port: int
    receipts: dict[str, str] = field(default_factory=dict)
    answered_otherwise: list[int] = field(default_factory=list)
    is_over: threading.Event = field(default_factory=threading.Event)

    def run(self, name: str) -> None:
        number = 0
        while not self.is_over.is_set():
            number += 1
            self._send_until_told(f"{name}-{number}")

    def _send_until_told(self, key: str) -> None:
        """A process may have stored it and died before it could say so: the repeat must find the same receipt."""
        while key not in self.receipts:
            try:
                status, receipt = _posted(self.port, key)
            except (OSError, http.client.HTTPException):
                time.sleep(0.05)
                continue
            if status == 201:
                self.receipts[key] = receipt
            elif status != 503:
                self.answered_otherwise.append(status)
                return


def _posted(port: int, key: str) -> tuple[int, str]:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=20)
    headers = {"Content-Type": "application/json", "Idempotency-Key": key, "X-Forwarded-For": _address(key)}
    try:
        connection.request("POST", "/api/v1/sign-ups", json.dumps(_BODY), headers)
        answer = connection.getresponse()
        content = answer.read()
        return answer.status, json.loads(content)["receipt_code"] if answer.status == 201 else ""
    finally:
        connection.close()


def _address(key: str) -> str:
    """Each from a network of its own."""
    dice = random.Random(key)
    return f"{dice.randint(1, 223)}.{dice.randint(0, 255)}.{dice.randint(0, 255)}.9"


@pytest.fixture
def house() -> Iterator[RunningHouse]:
    with running_house(STANDBY_PROXIES="1", **ALL_UNASKED) as house:
        yield house


_TURNS = ("site", "worker", "site", "settler", "site", "database")


def _kill_at_random(house: RunningHouse, *, times: int, dice: random.Random) -> list[str]:
    """Which were killed, each in its turn, at random moments.

    The next only once the site answers again: a house that is down for long proves nothing.
    """
    killed: list[str] = []
    while len(killed) < times:
        time.sleep(dice.uniform(0.1, 1.2))
        name = _TURNS[len(killed) % len(_TURNS)]
        family = house.children().get(name)
        if not family:
            continue
        victim = dice.choice(family)
        try:
            victim.kill()
        except psutil.NoSuchProcess:
            continue
        killed.append(name)
        house.wait_until_healthy()
    return killed


def _survive(house: RunningHouse, *, kills: int) -> None:
    senders = Senders(port=house.port)
    threads = [threading.Thread(target=senders.run, args=(f"sender-{number}",)) for number in range(_SENDERS)]
    for thread in threads:
        thread.start()
    try:
        killed = _kill_at_random(house, times=kills, dice=random.Random(2020))
        time.sleep(1)
    finally:
        senders.is_over.set()
        house.wait_until_healthy()
        for thread in threads:
            thread.join()

    assert set(killed) == set(_TURNS)
    assert senders.answered_otherwise == []
    _nobody_is_lost_or_doubled(house, senders.receipts)


_LED_TO = """
SELECT count(*), count(DISTINCT person_id) FROM people_personalcode WHERE kind = 'receipt' AND blind = ANY(%s)
"""


def _nobody_is_lost_or_doubled(house: RunningHouse, receipts: dict[str, str]) -> None:
    promised = [house.receipt_hash(code) for code in receipts.values()]
    with house.connected() as connection:
        _wait_until_settled(connection)
        rows = connection.execute("SELECT receipt FROM people_receivedsignup").fetchall()
        led_to = connection.execute(_LED_TO, (promised,)).fetchone()
        people = connection.execute("SELECT count(*) FROM people_person").fetchone()

    assert len(set(promised)) == len(receipts) > 0
    assert sorted(cast(bytes, receipt) for (receipt,) in rows) == sorted(promised)
    assert led_to == (len(receipts), len(receipts))
    assert people == (len(receipts),)


def _wait_until_settled(connection: Connection[tuple[object, ...]], *, seconds: float = 300) -> None:
    """The worker looks every minute; one that was killed is started again, and its job taken up by the next."""
    deadline = time.monotonic() + seconds
    waiting = "SELECT count(*) FROM people_receivedsignup WHERE settled_at IS NULL"
    while connection.execute(waiting).fetchone() != (0,):
        assert time.monotonic() < deadline, "The worker did not settle what waits."
        time.sleep(0.5)


def test_ten_kills_lose_nobody_and_double_nobody(house: RunningHouse) -> None:
    _survive(house, kills=10)


@pytest.mark.long
@pytest.mark.timeout(3 * 3600)
def test_two_hundred_kills_lose_nobody_and_double_nobody(house: RunningHouse) -> None:
    _survive(house, kills=200)

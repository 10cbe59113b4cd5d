"""A day of a national appeal in one go: what is acknowledged, what is lost, what machines get onto the list, and how
the desk fares meanwhile.
"""

import http.client
import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import LiteralString, cast

from tests.house import RunningHouse

# Milliseconds by page.
Pages = dict[str, list[float]]
_PAGES = ("/desk/", "/desk/people/", "/desk/held/")
_UNSETTLED: LiteralString = "SELECT count(*) FROM people_receivedsignup WHERE settled_at IS NULL AND held = ''"
_NOT_LOOKED_UP: LiteralString = "SELECT count(*) FROM people_doorlook WHERE answer = ''"
_HOUR = 3600
_LOOK_SECONDS = 0.1
_LOG_IN = """
import os; import django; django.setup()
from datetime import timedelta
from django.contrib.auth import BACKEND_SESSION_KEY, HASH_SESSION_KEY, SESSION_KEY
from django.contrib.sessions.backends.db import SessionStore
from standby.rooms.accounts.actions import add_user, appoint
from standby.rooms.accounts.models import Duty
from standby.rooms.audit.actors import system
from standby.rooms.operations.queries import operation_by_ref
from standby.site.clock import now
by = system("bench")
user = add_user(login="bench", password="a long sentence for measuring", by=by, now=now())
appoint(user=user, operation=operation_by_ref(os.environ["BENCH_OPERATION"]), duty=Duty.COORDINATOR, by=by, now=now())
user.refresh_from_db()
session = SessionStore()
session[SESSION_KEY], session[BACKEND_SESSION_KEY] = str(user.pk), "django.contrib.auth.backends.ModelBackend"
session[HASH_SESSION_KEY] = user.get_session_auth_hash()
session.save()
print(session.session_key)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Replayed:
    """`told` is what `sending` remembered; `pages` the desk's milliseconds by page while everybody came, `after` while
    they were settled, which took `settling` seconds, and looked up, which took `looking` more.
    """

    seconds: float
    told: list[dict[str, object]]
    pages: Pages
    settling: float
    looking: float
    after: Pages


def replay(house: RunningHouse, *, number: int, connections: int) -> Replayed:
    session = _log_in(house)
    with tempfile.NamedTemporaryFile(suffix=".json") as out:
        options = {"--port": house.port, "--number": number, "--connections": connections, "--out": out.name}
        command = [sys.executable, "-P", "-m", "benchmarks.door.sending", *(str(p) for o in options.items() for p in o)]
        sender = subprocess.Popen(command, env=os.environ)
        pages = _look_at_the_desk(house, session, until=lambda: sender.poll() is not None)
        if sender.returncode:
            sys.exit("The sender failed.")
        result = json.loads(Path(out.name).read_text(encoding="utf-8"))
    settling, of_settling = _while_any(house, session, _UNSETTLED)
    looking, of_looking = _while_any(house, session, _NOT_LOOKED_UP)
    return Replayed(
        seconds=result["seconds"],
        told=result["told"],
        pages=pages,
        settling=settling,
        looking=looking,
        after={page: of_settling[page] + of_looking[page] for page in _PAGES},
    )


def _while_any(house: RunningHouse, session: str, waiting: LiteralString) -> tuple[float, Pages]:
    """How long the worker still needed for what may be settled, and how the desk fared meanwhile."""
    began = time.monotonic()
    with house.connected() as connection:

        def is_done() -> bool:
            if time.monotonic() - began > _HOUR:
                sys.exit("The worker did not settle everybody within the hour.")
            return connection.execute(waiting).fetchone() == (0,)

        pages = _look_at_the_desk(house, session, until=is_done)
    return time.monotonic() - began, pages


def report(house: RunningHouse, replayed: Replayed) -> None:
    told, stored = replayed.told, _stored(house)
    acknowledged = {str(one["receipt"]): one for one in told if one["receipt"]}
    lost = sum(house.receipt_hash(code) not in stored for code in acknowledged)
    on_list = [one for code, one in acknowledged.items() if stored.get(house.receipt_hash(code)) == ""]
    machines = sum(bool(one["is_machine"]) for one in on_list)
    people = [one for one in acknowledged.values() if not one["is_machine"]]
    held = sum(bool(one["is_held"]) for one in people)
    print(f"answered {len(told)} requests in {replayed.seconds:.1f} s, {len(told) / replayed.seconds:.0f} a second")
    print(f"answers by status: {dict(sorted(Counter(cast(int, one['status']) for one in told).items()))}")
    print(f"acknowledged {len(acknowledged)} sign-ups: {lost} lost, {len(stored) - len(acknowledged)} stored unasked")
    print(f"machines on the list: {machines} of {len(on_list)}, {machines / max(1, len(on_list)):.2%}")
    print(f"people who wait for a look: {held} of {len(people)}, {held / max(1, len(people)):.2%}")
    waited = sorted(cast(float, one["milliseconds"]) for one in told)
    print(f"answer: median {statistics.median(waited):.0f} ms, p99 {waited[int(len(waited) * 0.99)]:.0f} ms")
    _report_pages("meanwhile", replayed.pages)
    print(f"settled {replayed.settling:.0f} s after the last answer, looked up {replayed.looking:.0f} s after that")
    _report_pages("while they were settled", replayed.after)


def _report_pages(when: str, pages: Pages) -> None:
    for page, times in pages.items():
        times.sort()
        if times:
            p95 = times[int(len(times) * 0.95)]
            middle = statistics.median(times)
            print(f"desk {when}, {page}: median {middle:.0f} ms, p95 {p95:.0f} ms ({len(times)} times)")


def _stored(house: RunningHouse) -> dict[bytes, str]:
    """Why each is held, by the hash of its receipt; empty for those on the list."""
    with house.connected() as connection:
        rows = connection.execute("SELECT receipt, held FROM people_receivedsignup").fetchall()
    return {bytes(cast(bytes, receipt)): str(held) for receipt, held in rows}


def _log_in(house: RunningHouse) -> str:
    told = {
        **os.environ,
        "STANDBY_DATA": str(house.data),
        "DATABASE_URL": house.database_url,
        "DJANGO_SETTINGS_MODULE": "standby.site.settings",
        "BENCH_OPERATION": house.operation,
    }
    command = (sys.executable, "-P", "-c", _LOG_IN)
    return subprocess.run(command, env=told, check=True, capture_output=True, text=True).stdout.strip()


def _look_at_the_desk(house: RunningHouse, session: str, *, until: Callable[[], bool]) -> Pages:
    """One coordinator who goes from page to page without reading much."""
    times: Pages = {page: [] for page in _PAGES}
    while not until():
        for page in _PAGES:
            times[page].append(_milliseconds(house, page, session))
            time.sleep(_LOOK_SECONDS)
    return times


def _milliseconds(house: RunningHouse, page: str, session: str) -> float:
    began = time.perf_counter()
    connection = http.client.HTTPConnection("127.0.0.1", house.port, timeout=60)
    connection.request("GET", page, headers={"Cookie": f"session={session}"})
    answer = connection.getresponse()
    answer.read()
    connection.close()
    if answer.status != 200:
        sys.exit(f"{page} answered {answer.status}")
    return (time.perf_counter() - began) * 1000

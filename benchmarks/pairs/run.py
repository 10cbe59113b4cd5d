"""A hundred pairs judged at the desk: what the server takes for each, and how long a practised registrar needs.

    ./standby bench pairs                 a tenth of the exercise
    BENCH_SCALE=1 ./standby bench pairs   all of it

The person is estimated by the keystroke-level model (Card, Moran and Newell 1980): a glance at each of some fourteen
fields (0.23 s), one decision (1.35 s), one key (0.28 s). Every tenth pair is looked at three times as long.
"""

import logging
import os
import statistics
import time

from benchmarks.exercise import loaded_exercise

_DECISIONS = 100
_FIELDS, _GLANCE, _DECIDE, _KEY = 14, 0.23, 1.35, 0.28
_HARD, _LONGER = 0.1, 3


def main() -> None:
    with loaded_exercise(scale=float(os.environ.get("BENCH_SCALE", "0.1"))):
        _measure()


def _measure() -> None:
    from django.test import Client  # noqa: PLC0415  # Django stands only once its settings do
    from django.utils import timezone  # noqa: PLC0415

    from standby.rooms.accounts.models import User  # noqa: PLC0415
    from standby.rooms.operations.queries import all_operations  # noqa: PLC0415
    from standby.rooms.people.actions.matching import weigh_pairs  # noqa: PLC0415
    from standby.rooms.people.models import DoubtfulPair  # noqa: PLC0415

    logging.disable(logging.INFO)
    (operation,) = all_operations()
    began = time.process_time()
    run = weigh_pairs(operation=operation, now=timezone.now())
    if run is not None:
        print(
            f"{run.registrations:,} registrations weighed in {time.process_time() - began:.1f} s of processor: "
            f"{run.pairs:,} pairs, {run.asked:,} worth asking about, {run.sure:,} sure"
        )
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(User.objects.get(login="coordinator"), backend="django.contrib.auth.backends.ModelBackend")
    times: list[float] = []
    busy = time.process_time()
    for number in range(_DECISIONS):
        pair = DoubtfulPair.objects.filter(verdict="").order_by("place", "id").first()
        if pair is None:
            break
        verdict = "same" if number % 2 else "not_same"
        began = time.perf_counter()
        client.post(f"/desk/pairs/{pair.ref}/", {"verdict": verdict}, follow=True)
        times.append(time.perf_counter() - began)
    plain = _plain(client)
    server = statistics.median(times)
    person = (_FIELDS * _GLANCE * (1 + _HARD * (_LONGER - 1))) + _DECIDE + _KEY
    print(f"{len(times)} decisions, each with the next pair drawn:")
    print(
        f"  server    median {server * 1000:.0f} ms, worst {max(times) * 1000:.0f} ms; /healthz {plain * 1000:.0f} ms"
    )
    print(f"  processor {(time.process_time() - busy) / len(times) * 1000:.0f} ms each, the database's not counted")
    print(f"  person    {person:.1f} s each (keystroke-level estimate)")
    print(f"  a hundred in {100 * (person + server) / 60:.1f} minutes")


def _plain(client: object) -> float:
    times = []
    for _ in range(9):
        began = time.perf_counter()
        client.get("/healthz")  # type: ignore[attr-defined]
        times.append(time.perf_counter() - began)
    return statistics.median(times)


if __name__ == "__main__":
    main()

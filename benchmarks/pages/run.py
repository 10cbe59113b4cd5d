"""Every page of the desk, in an operation of the size of the exercise.

    ./standby bench pages                 a tenth of the exercise
    BENCH_SCALE=1 ./standby bench pages   all of it

A very large crowd is counted aside first, as the worker does every minute. Beside each page stands `/healthz` of the
same run, which asks the database one question and draws nothing. Trust the ratios.
"""

import logging
import os
import statistics
import time
from collections.abc import Callable
from functools import partial

from benchmarks.exercise import loaded_exercise

_ROUNDS = 9
_PAGES = (
    "/",
    "/status/",
    "/desk/",
    "/desk/lists/",
    "/desk/people/",
    "/desk/licences/",
    "/desk/needs/",
    "/desk/callup/plan/",
    "/desk/callup/calls/",
    "/desk/callup/calls/sheet/",
)


def main() -> None:
    with loaded_exercise(scale=float(os.environ.get("BENCH_SCALE", "0.1"))):
        _measure_pages()


def _measure_pages() -> None:
    from django.test import Client  # noqa: PLC0415  # Django stands only once its settings do

    from standby.rooms.accounts.models import User  # noqa: PLC0415
    from standby.rooms.callup.tasks import count_reach  # noqa: PLC0415
    from standby.rooms.people.tasks import count_crowds  # noqa: PLC0415

    count_crowds()
    count_reach()
    logging.disable(logging.INFO)
    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(User.objects.get(login="coordinator"), backend="django.contrib.auth.backends.ModelBackend")
    plain = _median(lambda: client.get("/healthz"))
    print(f"{'page':<28}{'median ms':>10}{'worst ms':>10}{'of /healthz':>13}")
    print(f"{'/healthz':<28}{plain:>10.1f}")
    for page in _PAGES:
        times = _times(partial(client.get, page, follow=True))
        print(
            f"{page:<28}{statistics.median(times):>10.1f}{max(times):>10.1f}{statistics.median(times) / plain:>12.0f}×"
        )


def _median(do: Callable[[], object]) -> float:
    return statistics.median(_times(do))


def _times(do: Callable[[], object]) -> list[float]:
    """Milliseconds of each round, after one that is not counted."""
    do()
    times = []
    for _ in range(_ROUNDS):
        began = time.perf_counter()
        do()
        times.append((time.perf_counter() - began) * 1000)
    return times


if __name__ == "__main__":
    main()

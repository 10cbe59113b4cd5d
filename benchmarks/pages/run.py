"""The exercise loaded into a database of its own: the import, the announcement, and every page of the desk.

    ./standby bench pages                 a tenth of the exercise
    BENCH_SCALE=1 ./standby bench pages   all of it

Beside each figure stands a plain baseline of the same run: for an import and for telling everyone, one bare INSERT and
commit a row; for a page, `/healthz`, which asks the database one question and draws nothing. Trust the ratios.
"""

import os
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import django
import psycopg
from tests.server import throwaway_server

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
    with tempfile.TemporaryDirectory(prefix="standby-bench-") as data, throwaway_server() as cluster:
        os.environ |= {
            "STANDBY_DATA": data,
            "DATABASE_URL": cluster.url(),
            "DJANGO_SETTINGS_MODULE": "standby.site.settings",
        }
        _prepare(Path(data))
        rows = _load(float(os.environ.get("BENCH_SCALE", "0.1")))
        plain = _plain_rows_a_second(cluster.url())
        print(f"a bare INSERT and commit: {plain:.0f} rows a second; {rows} rows would take {rows / plain:.1f} s")
        _measure_pages()


def _prepare(data: Path) -> None:
    from django.core.management import call_command  # noqa: PLC0415  # Django stands only once its settings do

    from standby.cli.running.installation import Installation  # noqa: PLC0415
    from standby.cli.running.keys import make_keys  # noqa: PLC0415

    installation = Installation(data=data)
    installation.prepare()
    make_keys(installation)
    django.setup()
    call_command("migrate", verbosity=0)


def _load(scale: float) -> int:
    from standby.cli.exercise import load  # noqa: PLC0415
    from standby.cli.running.installation import Installation  # noqa: PLC0415
    from standby.rooms.people.models import Registration  # noqa: PLC0415

    load(Installation(data=Path(os.environ["STANDBY_DATA"])), seed=1, scale=scale)
    return Registration.objects.count()


def _plain_rows_a_second(url: str, *, rows: int = 2000) -> float:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TABLE plain (id bigserial PRIMARY KEY, body text)")
        began = time.perf_counter()
        for number in range(rows):
            connection.execute("INSERT INTO plain (body) VALUES (%s)", [f"row {number}" * 20])
        return rows / (time.perf_counter() - began)


def _measure_pages() -> None:
    from django.test import Client  # noqa: PLC0415

    from standby.rooms.accounts.models import User  # noqa: PLC0415

    client = Client(HTTP_HOST="127.0.0.1")
    client.force_login(User.objects.get(login="coordinator"), backend="django.contrib.auth.backends.ModelBackend")
    plain = _median(lambda: client.get("/healthz"))
    print(f"{'page':<28}{'median ms':>10}{'worst ms':>10}{'of /healthz':>13}")
    print(f"{'/healthz':<28}{plain:>10.1f}")
    for page in _PAGES:
        times = _times(lambda page=page: client.get(page, follow=True))
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

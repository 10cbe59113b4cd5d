"""The exercise loaded into a database of its own, for the benchmarks that need a working operation."""

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import django
import psycopg
from tests.server import throwaway_server

from standby.cli.running.installation import Installation


@contextmanager
def loaded_exercise(*, scale: float) -> Iterator[str]:
    """The address of the database while it stands. Django is set up in it: import rooms only inside the block."""
    with tempfile.TemporaryDirectory(prefix="standby-bench-") as data, throwaway_server() as cluster:
        os.environ |= {
            "STANDBY_DATA": data,
            "DATABASE_URL": cluster.url(),
            "DJANGO_SETTINGS_MODULE": "standby.site.settings",
        }
        _load(Path(data), scale=scale)
        yield cluster.url()


@contextmanager
def empty_installation() -> Iterator[str]:
    """The same with nobody in it."""
    with tempfile.TemporaryDirectory(prefix="standby-bench-") as data, throwaway_server() as cluster:
        os.environ |= {
            "STANDBY_DATA": data,
            "DATABASE_URL": cluster.url(),
            "DJANGO_SETTINGS_MODULE": "standby.site.settings",
        }
        _prepare(Path(data))
        yield cluster.url()


def plain_rows_a_second(url: str, *, rows: int = 2000) -> float:
    """The baseline of everything that is stored: a bare INSERT and a commit for each row."""
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute("CREATE TEMPORARY TABLE plain (id bigserial PRIMARY KEY, body text)")
        began = time.perf_counter()
        for number in range(rows):
            connection.execute("INSERT INTO plain (body) VALUES (%s)", [f"row {number}" * 20])
        return rows / (time.perf_counter() - began)


def _load(data: Path, *, scale: float) -> None:
    installation = _prepare(data)

    from standby.cli.exercise import load  # noqa: PLC0415  # Django stands only once its settings do

    load(installation, seed=1, scale=scale)


def _prepare(data: Path) -> Installation:
    from django.core.management import call_command  # noqa: PLC0415  # Django stands only once its settings do

    from standby.cli.running.keys import make_keys  # noqa: PLC0415

    installation = Installation(data=data)
    installation.prepare()
    make_keys(installation)
    django.setup()
    call_command("migrate", verbosity=0)
    return installation

"""The environment of everything that runs inside an installation, and a way in for commands that need its database."""

import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

import django

from standby.cli.running.cluster import Cluster, make
from standby.cli.running.holding import held, is_held
from standby.cli.running.installation import CHECKOUT, Installation
from standby.cli.running.keys import are_made
from standby.cli.running.owner import database_owner
from standby.cli.running.serving import served
from standby.domain.errors import Unavailable

SETTINGS = "standby.site.settings"


def cluster_of(installation: Installation) -> Cluster:
    return Cluster(folder=installation.postgres, owner=database_owner())


def environment_of(
    installation: Installation, *, database_url: str, public_url: str = "", pool: int = 0
) -> Mapping[str, str]:
    """For a process of ours: where the data, the code and the database are."""
    told = {
        "STANDBY_DATA": str(installation.data),
        "STANDBY_PUBLIC_URL": public_url or os.environ.get("STANDBY_PUBLIC_URL", ""),
        "STANDBY_POOL": str(pool),
        "STANDBY_STATIC": "hashed",
        "DATABASE_URL": database_url,
        "DJANGO_SETTINGS_MODULE": SETTINGS,
        "PYTHONPATH": str(CHECKOUT / "src"),
        "PYTHONUNBUFFERED": "1",
    }
    return {**os.environ, **told}


def python_module(name: str, *arguments: str) -> tuple[str, ...]:
    """The command that runs a module with this Python, whatever the current folder holds."""
    return (sys.executable, "-P", "-m", name, *arguments)


@contextmanager
def opened(installation: Installation, *, tell: Callable[[str], None]) -> Iterator[None]:
    """Django, ready to work on this installation; its own database is started for the time if nothing serves it."""
    if not are_made(installation):
        raise Unavailable(f"There is no installation at {installation.data} yet. Start it once: ./standby up")
    with _database(installation, tell=tell) as url:
        os.environ.update(environment_of(installation, database_url=url))
        django.setup()
        yield


def set_up(installation: Installation) -> None:
    """Django without a database, enough to say how a command is used."""
    os.environ.update(environment_of(installation, database_url=cluster_of(installation).url()))
    django.setup()


@contextmanager
def _database(installation: Installation, *, tell: Callable[[str], None]) -> Iterator[str]:
    if url := os.environ.get("DATABASE_URL"):
        yield url
        return
    cluster = cluster_of(installation)
    if is_held(installation):
        yield cluster.url()
        return
    with held(installation):
        make(cluster, tell=tell)
        with served(cluster, log=installation.logs / "postgres.log"):
            yield cluster.url()

"""A PostgreSQL of the tests' own: made in a temporary folder for one run, gone afterwards."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from standby.cli.running.cluster import Cluster, make
from standby.cli.running.owner import database_owner
from standby.cli.running.serving import make_database, served


@contextmanager
def throwaway_server() -> Iterator[Cluster]:
    """Real in everything but durability; tied to this process, so that it ends with it."""
    folder = Path(tempfile.mkdtemp(prefix="standby-test-"))
    try:
        cluster = Cluster(folder=folder / "postgres", owner=database_owner(), durable=False)
        make(cluster, tell=print)
        with served(cluster, log=folder / "postgres.log"):
            make_database(cluster, may_make_databases=True)
            yield cluster
    finally:
        shutil.rmtree(folder, ignore_errors=True)

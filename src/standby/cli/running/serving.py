"""Starting and stopping the embedded server, and making the database in it."""

import contextlib
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import IO

import psutil
import psycopg
from psycopg import sql

from standby.cli.running.cluster import DATABASE, SUPERUSER, Cluster
from standby.cli.running.tether import tethered
from standby.domain.errors import Unavailable

_POLL_SECONDS = 0.05
_STOP_SECONDS = 60
# Recovery after a power cut replays the log before the first answer; a large one takes minutes, not hours.
_READY_SECONDS = 600


def start(cluster: Cluster, *, log: IO[bytes]) -> subprocess.Popen[bytes]:
    end_orphan(cluster)
    # SIGINT is PostgreSQL's fast, clean shutdown.
    command = tethered(cluster.command(), by=signal.SIGINT, uid=cluster.owner.uid, gid=cluster.owner.gid)
    return subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=log, stderr=log, cwd="/", process_group=0)


def wait_until_ready(cluster: Cluster, process: subprocess.Popen[bytes], *, log: Path) -> None:
    deadline = time.monotonic() + _READY_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise Unavailable(f"The database ended at once; the last lines of {log} say why:\n{_last_lines(log)}")
        with contextlib.suppress(psycopg.OperationalError):
            psycopg.connect(cluster.url(user=SUPERUSER, database=SUPERUSER)).close()
            return
        time.sleep(_POLL_SECONDS)
    raise Unavailable(f"The database did not answer within {_READY_SECONDS} seconds; see {log}.")


def make_database(cluster: Cluster, *, may_make_databases: bool = False) -> None:
    """The role and the database of Standby. The role is no superuser: it can neither read files nor run programs."""
    with psycopg.connect(cluster.url(user=SUPERUSER, database=SUPERUSER), autocommit=True) as connection:
        name = sql.Identifier(DATABASE)
        if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", (DATABASE,)).fetchone():
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(name))
        if may_make_databases:
            connection.execute(sql.SQL("ALTER ROLE {} CREATEDB").format(name))
        if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (DATABASE,)).fetchone():
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, name))


def stop(process: subprocess.Popen[bytes]) -> None:
    """End sessions, write everything down. Only a server that hangs is cut off, which loses nothing either."""
    if process.poll() is None:
        process.send_signal(signal.SIGINT)
        try:
            process.wait(_STOP_SECONDS)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGQUIT)
            process.wait(_STOP_SECONDS)


@contextlib.contextmanager
def served(cluster: Cluster, *, log: Path) -> Iterator[Cluster]:
    """The server for as long as the block lasts, with the database in it."""
    with log.open("ab") as file:
        process = start(cluster, log=file)
        try:
            wait_until_ready(cluster, process, log=log)
            make_database(cluster)
            yield cluster
        finally:
            stop(process)


def end_orphan(cluster: Cluster) -> None:
    """End a server that a killed supervisor left behind, and forget a process number that now belongs to another.

    Call it only while holding the installation's lock: then no server here can be anyone's.
    """
    note = cluster.folder / "postmaster.pid"
    process = _process_of(note)
    if process is None:
        note.unlink(missing_ok=True)
        return
    process.send_signal(signal.SIGINT)
    try:
        process.wait(_STOP_SECONDS)
    except psutil.TimeoutExpired:
        process.kill()
        process.wait(_STOP_SECONDS)


def _process_of(note: Path) -> psutil.Process | None:
    """The server that wrote the note, if it still runs."""
    try:
        process = psutil.Process(int(note.read_text().splitlines()[0]))
        serves_here = str(note.parent) in process.cmdline() and process.name() == "postgres"
    except (OSError, ValueError, IndexError, psutil.NoSuchProcess):
        return None
    return process if serves_here and process.pid != os.getpid() else None


def _last_lines(log: Path) -> str:
    return "\n".join(log.read_text(encoding="utf-8", errors="replace").splitlines()[-5:])

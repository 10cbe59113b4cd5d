"""The order in which an installation comes up, and goes down again.

The database; migrations, translations and assets, while the planner is compiled; the workers; the exercise; the site.
"""

import os
import signal
import subprocess
import time
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from types import FrameType

import psycopg

from standby.cli.running import first_logins, warming
from standby.cli.running.cluster import make
from standby.cli.running.holding import tell_address
from standby.cli.running.house import cluster_of, environment_of, python_module
from standby.cli.running.installation import Installation
from standby.cli.running.ports import require_free
from standby.cli.running.progress import step, tell
from standby.cli.running.serving import end_orphan, make_database, wait_until_ready
from standby.cli.running.supervision import Child, Supervisor
from standby.cli.running.tether import tethered
from standby.cli.running.visiting import wait_until_healthy
from standby.cli.running.web import CONNECTIONS
from standby.cli.running.working import WORKERS, Worker
from standby.domain.errors import Refused, Unavailable

_ROUND_SECONDS = 0.2
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}
_KNOCK_SECONDS = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """What `up` was asked for."""

    installation: Installation
    host: str
    port: int
    public_url: str
    with_exercise: bool

    @property
    def url(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return f"http://{host}:{self.port}/"


def run(start: Start) -> int:
    """Until Ctrl-C or SIGTERM; the data folder is held by the caller."""
    require_free(host=start.host, port=start.port)
    supervisor = Supervisor(tell=tell)
    with _interrupted_by(signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        try:
            _come_up(start, supervisor)
            while True:
                time.sleep(_ROUND_SECONDS)
                supervisor.look_after()
        except KeyboardInterrupt:
            tell("\nStopping …")
        finally:
            with _deaf_to(signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
                supervisor.stop()
    tell("Stopped. Nothing is lost; ./standby up starts it again.")
    return 0


def _come_up(start: Start, supervisor: Supervisor) -> None:
    installation = start.installation
    database_url = _database(installation, supervisor)
    environment = environment_of(installation, database_url=database_url, public_url=start.public_url)
    _prepare(start, environment)
    for worker in WORKERS:
        _worker(worker, installation, supervisor, environment)
    if start.with_exercise:
        _run_to_end(python_module("standby.cli", "exercise", "--load"), environment)
    _require_loopback(start)
    web = environment_of(installation, database_url=database_url, public_url=start.public_url, pool=CONNECTIONS)
    _site(start, supervisor, web)
    tell_address(installation, url=start.url)
    tell(f"\nReady: {start.url}\n{_how_to_log_in(start)}\nCtrl-C stops everything.")


def _database(installation: Installation, supervisor: Supervisor) -> str:
    if url := os.environ.get("DATABASE_URL"):
        _knock(url)
        return url
    cluster, log = cluster_of(installation), installation.logs / "postgres.log"
    if cluster.is_made:
        make(cluster, tell=tell)
    else:
        with step("Making the database"):
            make(cluster, tell=tell)
    with step("Starting the database"):
        process = supervisor.start(
            Child(
                name="database",
                command=cluster.command(),
                environment=os.environ,
                log=log,
                stop_by=signal.SIGINT,
                stop_seconds=60,
                orphaned_by=signal.SIGINT,
                uid=cluster.owner.uid,
                gid=cluster.owner.gid,
                before=lambda: end_orphan(cluster),
            )
        )
        wait_until_ready(cluster, process, log=log)
        make_database(cluster)
    return cluster.url()


def _knock(url: str) -> None:
    try:
        psycopg.connect(url, connect_timeout=_KNOCK_SECONDS).close()
    except psycopg.Error as error:
        raise Unavailable(f"The database of DATABASE_URL does not answer: {error}") from error


def _prepare(start: Start, environment: Mapping[str, str]) -> None:
    """Two cores: the planner is compiled on one while the other brings the database up to date."""
    with ExitStack() as stack:
        compiling = None
        if not warming.is_warm():
            compiling = stack.enter_context(warming.begun(environment=environment))
        first_login = () if start.with_exercise else ("--first-login",)
        inside = python_module("standby.cli.running.inside", "standby.cli.running.preparing", *first_login)
        _run_to_end(inside, environment)
        if compiling is not None:
            with step("Compiling the planner, once, about half a minute"):
                warming.finish(compiling)


def _worker(worker: Worker, installation: Installation, supervisor: Supervisor, environment: Mapping[str, str]) -> None:
    supervisor.start(
        Child(
            name=worker.name,
            command=python_module("django", "procrastinate", "worker", *worker.arguments),
            environment=environment,
            log=installation.logs / f"{worker.name}.log",
            niceness=worker.niceness,
        )
    )


def _site(start: Start, supervisor: Supervisor, environment: Mapping[str, str]) -> None:
    with step("Starting the site"):
        process = supervisor.start(
            Child(
                name="site",
                command=python_module("standby.cli.running.web", "--host", start.host, "--port", str(start.port)),
                environment=environment,
                log=start.installation.logs / "web.log",
            )
        )
        wait_until_healthy(start.url, process, log=start.installation.logs / "web.log")


def _run_to_end(command: tuple[str, ...], environment: Mapping[str, str]) -> None:
    tied = tethered(command, by=signal.SIGTERM, uid=os.geteuid(), gid=os.getegid())
    result = subprocess.run(tied, env=dict(environment), check=False)
    if result.returncode:
        raise Unavailable(
            "That did not work; what went wrong stands above. The next start goes on from what was finished."
        )


def _require_loopback(start: Start) -> None:
    if start.host not in _LOOPBACK and first_logins.read(start.installation):
        raise Refused(
            f"First passwords are still in use, so the site does not listen at {start.host}. "
            "Start it without --host, log in, replace every first password, then start it like this again."
        )


def _how_to_log_in(start: Start) -> str:
    logins = first_logins.read(start.installation)
    if not logins:
        return f"Log in at {start.url}desk/ with your own password."
    width = max(len(login.login) for login in logins)
    lines = [f"  {login.login:<{width}}  {login.password}  {login.duty}" for login in logins]
    return "\n".join([f"Log in at {start.url}desk/ with a first password, made for this installation:", *lines])


@contextmanager
def _interrupted_by(*signals: signal.Signals) -> Iterator[None]:
    """All of them as Ctrl-C, also where a shell started us deaf to it; but `nohup` is to be respected."""

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    heard = [number for number in signals if number != signal.SIGHUP or signal.getsignal(number) != signal.SIG_IGN]
    earlier = {number: signal.signal(number, interrupt) for number in heard}
    try:
        yield
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)


@contextmanager
def _deaf_to(*signals: signal.Signals) -> Iterator[None]:
    """An impatient second Ctrl-C must not leave half of it running."""
    earlier = {number: signal.signal(number, signal.SIG_IGN) for number in signals}
    try:
        yield
    finally:
        for number, handler in earlier.items():
            signal.signal(number, handler)

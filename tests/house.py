"""An installation of one's own as `standby up` runs it: real processes, a durable database, one operation."""

import http.client
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

import psutil
import psycopg

from standby.cli.running.house import cluster_of
from standby.cli.running.installation import CHECKOUT, Installation
from standby.sealing import KeyRing

# For what one machine is meant to send: nobody is asked for a proof.
ALL_UNASKED = {
    "FLOOD_FREE": "1000000000",
    "FLOOD_SURGE": "1000000000",
    "FLOOD_SURGE_IN_A_DAY": "1000000000",
    "FLOOD_HARD": "1000000000",
}

_WORDS = {"database": "/postgres", "worker": "messages,", "settler": "sign-ups,", "site": "running.web"}
# As rooms/people/blinds.py has it, which only stands where Django does.
_CODE_PURPOSE = "personal code"
_FOUNDING = """
import django; django.setup()
from standby.rooms.audit.actors import system
from standby.rooms.operations.actions import NewOperation, found_operation
from standby.site.clock import now
new = NewOperation(name="Earthquake", lead_organisation="Mountain Relief", help_contact="+374 00 000 100")
print(found_operation(new=new, by=system("tests"), now=now()).ref)
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class RunningHouse:
    """`operation` is the reference of the one that runs in it."""

    data: Path
    port: int
    process: "subprocess.Popen[str]"
    operation: str

    @property
    def database_url(self) -> str:
        return cluster_of(Installation(data=self.data)).url()

    def children(self) -> dict[str, list[psutil.Process]]:
        """The database, the workers and the site, each with what it started, as far as they live at the moment."""
        found: dict[str, list[psutil.Process]] = {}
        with suppress(psutil.NoSuchProcess):
            for process in psutil.Process(self.process.pid).children():
                with suppress(psutil.NoSuchProcess):
                    line = " ".join(process.cmdline())
                    below = process.children(recursive=True)
                    found |= {name: [process, *below] for name, word in _WORDS.items() if word in line}
        return found

    def connected(self) -> psycopg.Connection[tuple[object, ...]]:
        return psycopg.connect(self.database_url, autocommit=True)

    def receipt_hash(self, code: str) -> bytes:
        """As it stands in the database."""
        ring = KeyRing.load(self.data / "keys")
        return ring.blind.of(code.replace("-", ""), purpose=_CODE_PURPOSE)

    def is_healthy(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except (OSError, http.client.HTTPException):
            return False
        finally:
            connection.close()

    def wait_until_healthy(self, *, seconds: float = 120) -> None:
        deadline = time.monotonic() + seconds
        while not self.is_healthy():
            if time.monotonic() > deadline:
                raise AssertionError("The house did not come back.")
            time.sleep(0.05)


@contextmanager
def running_house(**told: str) -> Iterator[RunningHouse]:
    """Up and ready; `told` goes into its environment. Gone afterwards, whatever happens."""
    data = Path(tempfile.mkdtemp(prefix="standby-house-"))
    port = _free_port()
    environment = _environment(told)
    command = (sys.executable, "-P", "-m", "standby.cli", "up", "--no-demo", "--data", str(data), "--port", str(port))
    process = subprocess.Popen(command, env=environment, cwd="/", stdout=subprocess.PIPE, text=True)
    try:
        _wait_until_ready(process)
        operation = _found_operation(data, environment)
        yield RunningHouse(data=data, port=port, process=process, operation=operation)
    finally:
        process.terminate()
        process.communicate()
        shutil.rmtree(data, ignore_errors=True)


def _environment(told: Mapping[str, str]) -> dict[str, str]:
    inherited = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return {**inherited, "PYTHONPATH": str(CHECKOUT / "src"), **told}


def _wait_until_ready(process: "subprocess.Popen[str]") -> None:
    assert process.stdout is not None
    said = []
    for line in process.stdout:
        said.append(line)
        if line.startswith("Ctrl-C stops everything"):
            return
    raise AssertionError("".join(said))


def _found_operation(data: Path, environment: Mapping[str, str]) -> str:
    told = {
        "STANDBY_DATA": str(data),
        "DATABASE_URL": cluster_of(Installation(data=data)).url(),
        "DJANGO_SETTINGS_MODULE": "standby.site.settings",
    }
    command = (sys.executable, "-P", "-c", _FOUNDING)
    found = subprocess.run(command, env={**environment, **told}, check=True, capture_output=True, text=True)
    return found.stdout.strip()


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port

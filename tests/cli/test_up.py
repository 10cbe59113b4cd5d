"""`standby up` as somebody starts it, and as a hard life treats it. Real processes, a real database, no exercise."""

import http.client
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from shutil import rmtree

import psutil
import pytest
from tests.processes import environment, run_python

_PATIENCE = 180


@dataclass(kw_only=True)
class House:
    """An installation of the test's own: a data folder and a port."""

    data: Path
    port: int
    process: subprocess.Popen[str] | None = None
    told: list[str] = field(default_factory=list)

    def start(self) -> None:
        """Returns when it says that it is ready."""
        command = (sys.executable, "-P", "-m", "standby.cli", "up", *self.arguments)
        # A folder of no importance to run in, and no DATABASE_URL of the tests.
        told = {name: value for name, value in environment().items() if name != "DATABASE_URL"}
        self.process = subprocess.Popen(command, env=told, cwd="/", stdout=subprocess.PIPE, text=True)
        assert self.process.stdout is not None
        for line in self.process.stdout:
            self.told.append(line)
            if line.startswith("Ctrl-C stops everything"):
                return
        raise AssertionError("".join(self.told))

    @property
    def arguments(self) -> tuple[str, ...]:
        return ("--no-demo", "--data", str(self.data), "--port", str(self.port))

    @property
    def children(self) -> dict[str, psutil.Process]:
        """The database, the workers and the site, by a word of their command lines."""
        assert self.process is not None
        words = {"database": "/postgres", "worker": "messages,", "settler": "sign-ups,", "site": "running.web"}
        below = [
            (process, " ".join(process.as_dict(["cmdline"], ad_value=[])["cmdline"]))
            for process in psutil.Process(self.process.pid).children()
        ]
        return {name: process for process, line in below for name, word in words.items() if word in line}

    def family(self) -> list[psutil.Process]:
        assert self.process is not None
        parent = psutil.Process(self.process.pid)
        return [parent, *parent.children(recursive=True)]

    def is_healthy(self) -> bool:
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", "/healthz")
            return connection.getresponse().status == 200
        except OSError:
            return False
        finally:
            connection.close()

    def stop(self, by: signal.Signals = signal.SIGINT) -> int:
        assert self.process is not None
        self.process.send_signal(by)
        rest, _nothing = self.process.communicate(timeout=60)
        self.told += rest.splitlines(keepends=True)
        return self.process.returncode


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    result = Path(tempfile.mkdtemp(prefix="standby-test-"))
    yield result
    rmtree(result, ignore_errors=True)  # a server that was killed may still be clearing its own files away


@pytest.fixture(scope="module")
def one_house(folder: Path) -> Iterator[House]:
    """One for all the tests here, in whatever order: a real one lives through all of this too."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    result = House(data=folder / "the data", port=port)
    with _ended_whatever_happens(result):
        yield result


@pytest.fixture
def house(one_house: House) -> House:
    """Up and ready."""
    if one_house.process is None or one_house.process.poll() is not None:
        one_house.told.clear()
        one_house.start()
    _until(one_house.is_healthy)
    return one_house


@contextmanager
def _ended_whatever_happens(house: House) -> Iterator[None]:
    try:
        yield
    finally:
        if house.process is not None:
            house.process.kill()
            house.process.communicate()


def _until(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + _PATIENCE
    while not what():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.1)


def _is_another(process: psutil.Process | None, than: psutil.Process) -> bool:
    """Asked of one look at the children: between two looks a child can go or come."""
    return process is not None and process.pid != than.pid


def _is_gone(process: psutil.Process) -> bool:
    return not process.is_running() or process.status() == psutil.STATUS_ZOMBIE


def test_it_says_where_it_is_and_how_to_log_in(house: House) -> None:
    told = "".join(house.told)

    assert f"Ready: http://127.0.0.1:{house.port}/\n" in told
    assert re.search(r"^  coordinator  (\w{4}-){3}\w{4}  ", told, flags=re.MULTILINE)
    assert house.is_healthy()


def test_it_listens_on_this_machine_only(house: House) -> None:
    listening = [
        connection.laddr.ip
        for process in house.family()
        for connection in process.net_connections(kind="inet")
        if connection.status == psutil.CONN_LISTEN
    ]

    assert set(listening) == {"127.0.0.1"}


def test_a_second_start_says_where_the_first_one_is(house: House) -> None:
    second = run_python("-m", "standby.cli", "up", *house.arguments)

    assert second.returncode == 1
    assert f"It already runs here at http://127.0.0.1:{house.port}/" in second.stderr
    assert house.is_healthy()


@pytest.mark.parametrize("name", ["database", "worker", "settler", "site"])
def test_what_is_killed_comes_back(house: House, name: str) -> None:
    killed = house.children[name]

    killed.kill()

    _until(lambda: _is_another(house.children.get(name), killed))
    _until(house.is_healthy)


def test_ctrl_c_stops_everything_cleanly(house: House) -> None:
    family = house.family()

    code = house.stop(signal.SIGINT)

    assert code == 0
    assert "Stopped. Nothing is lost" in house.told[-1]
    assert all(_is_gone(process) for process in family)
    assert "database system is shut down" in (house.data / "logs" / "postgres.log").read_text(encoding="utf-8")


def test_after_a_kill_of_the_supervisor_nothing_is_left_and_it_starts_again(house: House) -> None:
    family = house.family()
    keys = {path.name: path.read_bytes() for path in (house.data / "keys").iterdir()}
    logins = (house.data / "first-logins.json").read_bytes()

    house.stop(signal.SIGKILL)
    _until(lambda: all(_is_gone(process) for process in family))
    house.told.clear()
    house.start()

    assert house.is_healthy()
    assert {path.name: path.read_bytes() for path in (house.data / "keys").iterdir()} == keys
    assert (house.data / "first-logins.json").read_bytes() == logins
    assert "Bringing the database up to date" not in "".join(house.told)


def test_with_first_passwords_in_use_it_refuses_to_listen_further_out(house: House) -> None:
    house.stop()

    refused = run_python("-m", "standby.cli", "up", *house.arguments, "--host", "0.0.0.0")  # noqa: S104

    assert refused.returncode == 1
    assert "First passwords are still in use" in refused.stderr


def test_a_taken_port_is_said_before_anything_is_done(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = str(other.getsockname()[1])
        refused = run_python("-m", "standby.cli", "up", "--no-demo", "--data", str(tmp_path), "--port", port)

    assert refused.returncode == 1
    assert "is taken by another program" in refused.stderr
    assert not (tmp_path / "postgres").exists()


def test_a_database_that_does_not_answer_is_named_without_its_password(tmp_path: Path) -> None:
    url = "postgresql://ann:secret@127.0.0.1:1/aid"

    refused = run_python(
        "-m", "standby.cli", "up", "--no-demo", "--data", str(tmp_path), "--port", "0", DATABASE_URL=url
    )

    assert refused.returncode == 1
    assert "The database of DATABASE_URL does not answer" in refused.stderr
    assert "secret" not in refused.stderr

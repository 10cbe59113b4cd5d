import os
import signal
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import psutil
import pytest

from standby.cli.running.supervision import Child, Supervisor


class FakeClock:
    """Time that passes when the test says so; processes are real."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def _child(tmp_path: Path, code: str, *, name: str = "worker", before: Callable[[], None] = lambda: None) -> Child:
    return Child(
        name=name,
        command=(sys.executable, "-c", code),
        environment=os.environ,
        log=tmp_path / f"{name}.log",
        before=before,
        stop_seconds=2,
    )


def _until(what: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 20
    while not what():
        assert time.monotonic() < deadline, "it did not come about"
        time.sleep(0.02)


def _holds(log: Path) -> bool:
    return log.stat().st_size > 0


_STAYS = "import time; time.sleep(60)"


@pytest.fixture
def told() -> list[str]:
    return []


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock()


@pytest.fixture
def supervisor(told: list[str], clock: FakeClock) -> Supervisor:
    return Supervisor(tell=told.append, clock=clock)


def test_what_is_killed_is_started_again(
    supervisor: Supervisor, clock: FakeClock, told: list[str], tmp_path: Path
) -> None:
    starts: list[float] = []
    first = supervisor.start(_child(tmp_path, _STAYS, before=lambda: starts.append(clock.now)))

    first.kill()
    first.wait()
    supervisor.look_after()
    clock.now += 0.3
    supervisor.look_after()

    assert len(starts) == 2
    assert "The worker was ended by SIGKILL; starting it again in 0.25 s" in told[0]
    supervisor.stop()


def test_what_keeps_ending_is_started_ever_less_often(
    supervisor: Supervisor, clock: FakeClock, told: list[str], tmp_path: Path
) -> None:
    process = supervisor.start(_child(tmp_path, "raise SystemExit(3)"))
    process.wait()

    def look() -> bool:
        supervisor.look_after()
        clock.now += 0.05
        return len(told) >= 4

    _until(look)

    waits = [float(line.split(" in ")[1].split(" s ")[0]) for line in told]
    assert waits[:4] == [0.25, 0.5, 1.0, 2.0]
    assert "ended with code 3" in told[0]
    supervisor.stop()


def test_after_a_steady_minute_patience_is_new(
    supervisor: Supervisor, clock: FakeClock, told: list[str], tmp_path: Path
) -> None:
    for _round in range(2):
        process = supervisor.start(_child(tmp_path, _STAYS))
        clock.now += 61
        process.kill()
        process.wait()
        supervisor.look_after()

    assert all("in 0.25 s" in line for line in told)
    supervisor.stop()


def test_all_are_stopped_the_last_one_first(supervisor: Supervisor, tmp_path: Path) -> None:
    order = tmp_path / "order"
    code = (
        "import signal, sys, time\n"
        f"signal.signal(signal.SIGTERM, lambda *_: (open({str(order)!r}, 'a').write('NAME '), sys.exit()))\n"
        "print('up', flush=True)\n"
        "time.sleep(60)"
    )
    for name in ("database", "site"):
        supervisor.start(_child(tmp_path, code.replace("NAME", name), name=name))
        log = tmp_path / f"{name}.log"
        _until(partial(_holds, log))

    supervisor.stop()

    assert order.read_text(encoding="ascii") == "site database "


def test_what_will_not_stop_is_killed_with_all_that_it_started(supervisor: Supervisor, tmp_path: Path) -> None:
    code = (
        "import signal, subprocess, sys, time\n"
        "signal.signal(signal.SIGTERM, signal.SIG_IGN)\n"
        "print(subprocess.Popen(['/bin/sleep', '60']).pid, flush=True)\n"
        "time.sleep(60)"
    )
    process = supervisor.start(_child(tmp_path, code))
    log = tmp_path / "worker.log"
    _until(partial(_holds, log))

    supervisor.stop()

    assert process.returncode == -signal.SIGKILL
    grandchild = int(log.read_text(encoding="ascii"))
    _until(lambda: not psutil.pid_exists(grandchild) or psutil.Process(grandchild).status() == psutil.STATUS_ZOMBIE)


def test_a_long_log_is_begun_anew_and_one_earlier_part_is_kept(supervisor: Supervisor, tmp_path: Path) -> None:
    log = tmp_path / "worker.log"
    supervisor.start(_child(tmp_path, _STAYS))
    log.write_bytes(b"x" * (20 * 1024 * 1024 + 1))

    supervisor.look_after()

    assert log.stat().st_size == 0
    assert (tmp_path / "worker.earlier.log").stat().st_size > 20 * 1024 * 1024
    supervisor.stop()

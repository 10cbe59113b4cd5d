import os
import signal
import subprocess
import sys
import time

import psutil
from tests.processes import environment

from standby.cli.running.tether import tethered

_PARENT = """
import os, signal, subprocess, sys, time
from standby.cli.running.tether import tethered
child = subprocess.Popen(tethered(("/bin/sleep", "60"), by=signal.SIGTERM, uid=os.geteuid(), gid=os.getegid()))
print(child.pid, flush=True)
time.sleep(60)
"""


def _gone(pid: int) -> bool:
    return not psutil.pid_exists(pid) or psutil.Process(pid).status() == psutil.STATUS_ZOMBIE


def _wait_until_gone(pid: int) -> bool:
    deadline = time.monotonic() + 10
    while time.monotonic() < deadline and not _gone(pid):
        time.sleep(0.02)
    return _gone(pid)


def test_a_child_does_not_outlive_a_parent_that_was_killed() -> None:
    with subprocess.Popen(
        (sys.executable, "-c", _PARENT),
        env=environment(),
        stdout=subprocess.PIPE,
        text=True,
    ) as parent:
        assert parent.stdout is not None
        child = int(parent.stdout.readline())
        parent.kill()

    assert _wait_until_gone(child)


def test_the_command_takes_the_place_of_its_tether() -> None:
    command = tethered((sys.executable, "-c", "import os; print(os.getpid())"), by=signal.SIGTERM, uid=0, gid=0)

    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        told, _nothing = process.communicate()

    assert int(told) == process.pid


def test_a_command_that_can_wait_steps_back_behind_others() -> None:
    told = "import os; print(os.nice(0))"
    command = tethered((sys.executable, "-c", told), by=signal.SIGTERM, uid=os.geteuid(), gid=os.getegid(), niceness=3)

    done = subprocess.run(command, check=True, capture_output=True, text=True)

    assert int(done.stdout) == min(os.nice(0) + 3, 19)

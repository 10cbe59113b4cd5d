"""Compile the planner once, on a plan of three people, so that nobody waits for it before the first real plan.

It takes a minute of processor time, so two processes share it: one makes the plan, and the other compares two names and
goes at once to what comes after the search. Each finds on disk what the other has compiled.
"""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path

from standby.cli.running.house import python_module
from standby.domain.errors import Unavailable

_FILES = {
    "people.csv": (
        "person_id,roles,windows,home,travel,lodging,registered_at,party\n"
        "P1,2221:2,2020-10-01/2020-10-20,H1,seat,need,2020-09-28T10:00:00Z,\n"
        "P2,2221:2,2020-10-01/2020-10-20,H1,seat,need,2020-09-28T11:00:00Z,A\n"
        "P3,8322:2,2020-10-01/2020-10-20,H1,seat,need,2020-09-28T12:00:00Z,A\n"
    ),
    "sites.csv": "site_id,region,beds\nS1,R1,2\n",
    "needs.csv": (
        "need_id,site_id,role,level,first_day,last_day,headcount,priority\n"
        "N1,S1,2221,1,2020-10-05,2020-10-09,2,1\n"
        "N2,S1,8322,1,2020-10-05,2020-10-09,1,2\n"
    ),
    "reception.csv": "region,day,arrivals\nR1,2020-10-05,2\n",
    "transport.csv": "home,day,seats\nH1,2020-10-04,2\n",
    "routes.csv": "home,region,days\nH1,R1,1\n",
}


def is_warm() -> bool:
    return _mark().exists()


@contextmanager
def begun(*, environment: Mapping[str, str]) -> Iterator[Sequence[subprocess.Popen[bytes]]]:
    """Run beside the other preparations; ended with the block if they have not ended by themselves."""
    with tempfile.TemporaryDirectory(prefix="standby-") as folder:
        operation = Path(folder) / "operation"
        operation.mkdir()
        for name, text in _FILES.items():
            (operation / name).write_text(text, encoding="utf-8")
        commands = (
            python_module("standby.cli.running.rehearsing", str(operation)),
            python_module("standby.cli", "plan", str(operation), "--out", str(Path(folder) / "plan")),
        )
        with ExitStack() as stack:
            processes = [stack.enter_context(_run(command, environment)) for command in commands]
            for process in processes:
                stack.callback(process.kill)
            yield processes


def _run(command: Sequence[str], environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    return subprocess.Popen(command, env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def finish(processes: Sequence[subprocess.Popen[bytes]]) -> None:
    for process in processes:
        _nothing, told = process.communicate()
        if process.returncode:
            raise Unavailable(f"The planner could not be compiled:\n{told.decode(errors='replace').strip()}")
    _mark().parent.mkdir(parents=True, exist_ok=True)
    _mark().touch()


def _mark() -> Path:
    """Beside what was compiled, so that both are there or neither; the folder is another one after an upgrade."""
    return Path(os.environ["NUMBA_CACHE_DIR"]) / "standby-compiled"

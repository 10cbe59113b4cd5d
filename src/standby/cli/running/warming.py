"""Compile the planner once, on a plan of one person, so that nobody waits for it before the first real plan."""

import os
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
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
def begun(*, environment: Mapping[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    """Runs beside the other preparations; ended with the block if it has not ended by itself."""
    with tempfile.TemporaryDirectory(prefix="standby-") as folder:
        operation = Path(folder) / "operation"
        operation.mkdir()
        for name, text in _FILES.items():
            (operation / name).write_text(text, encoding="utf-8")
        command = python_module("standby.cli", "plan", str(operation), "--out", str(Path(folder) / "plan"))
        with subprocess.Popen(
            command, env=dict(environment), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE
        ) as process:
            try:
                yield process
            finally:
                process.kill()


def finish(process: subprocess.Popen[bytes]) -> None:
    _nothing, told = process.communicate()
    if process.returncode:
        raise Unavailable(f"The planner could not be compiled:\n{told.decode(errors='replace').strip()}")
    _mark().parent.mkdir(parents=True, exist_ok=True)
    _mark().touch()


def _mark() -> Path:
    """Beside what was compiled, so that both are there or neither; the folder is another one after an upgrade."""
    return Path(os.environ["NUMBA_CACHE_DIR"]) / "standby-compiled"

"""Running the planner and the checker, each in a process of its own: stoppable, and never the web server's memory."""

import json
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from standby.domain.errors import Refused, Unavailable

Tell = Callable[[str, float], None]
_CHECKED, _BROKEN = 0, 1


class PlanNotProven(Refused):
    """The independent checker found something wrong: such a plan is never shown as one."""

    code = "plan_not_proven"


class Planner(Protocol):
    """Plans the operation in one folder into another, proven; tells how far it is."""

    def plan(self, folder: Path, *, out: Path, seed: int, tell: Tell) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandPlanner:
    """`standby plan`, then `standby check` on what it wrote: nothing unchecked is believed, our own least of all."""

    seconds: float = 60

    def plan(self, folder: Path, *, out: Path, seed: int, tell: Tell) -> None:
        command = [
            "plan",
            str(folder),
            "--out",
            str(out),
            "--seed",
            str(seed),
            "--seconds",
            str(self.seconds),
            "--json",
        ]
        with subprocess.Popen(
            [sys.executable, "-m", "standby.cli", *command], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
        ) as process:
            for line in process.stdout or ():
                _tell_progress(line, tell)
            faults = process.stderr.read() if process.stderr else ""
        if process.returncode == 2:
            raise Refused(faults.strip())
        if process.returncode != 0:
            raise Unavailable(f"The planner stopped: {faults.strip()[-500:]}")
        tell("checking", 0.95)
        _check(folder, out)


def _check(folder: Path, out: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "standby.cli", "check", str(folder), str(out)],
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode == _CHECKED:
        return
    if done.returncode == _BROKEN:
        raise PlanNotProven(f"The plan did not pass its check and is not used. {done.stdout.strip()[:500]}")
    raise Unavailable(f"The plan could not be checked. {done.stderr.strip()[:500]}")


def _tell_progress(line: str, tell: Tell) -> None:
    try:
        event = json.loads(line)
    except json.JSONDecodeError:
        return
    if isinstance(event, dict) and "stage" in event:
        tell(str(event["stage"]), float(event.get("fraction", 0)))

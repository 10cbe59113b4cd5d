"""Running the planner and the checker, each in a process of its own: stoppable, and never the web server's memory."""

import re
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from standby.domain.errors import Refused, Unavailable

Tell = Callable[[str, float], None]
_CHECKED, _BROKEN = 0, 1
_UNUSABLE = 2
_CHECKING = 0.95
# As the planner says on standard error how far it is: " 42%  prices and bound". All else there is a fault.
_PROGRESS = re.compile(r"\s*(\d{1,3})%\s+(\S.*)")


class PlanNotProven(Refused):
    """The independent checker found something wrong: such a plan is never shown as one."""

    code = "plan_not_proven"


class Planner(Protocol):
    """Plans the operation in one folder into another, proven; tells how far it is.

    With the folder of the last plan it begins from that, and changes as little as it may.

    Raises Refused where the operation cannot be planned as it stands, Unavailable where trying again can help.
    """

    def plan(self, folder: Path, *, out: Path, seed: int, tell: Tell, last: Path | None = None) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandPlanner:
    """`standby plan`, then `standby check` on what it wrote: nothing unchecked is believed, our own least of all.

    `program` is what runs a command of ours; improving stops after `seconds`, and the proof says so.
    """

    seconds: float = 60
    program: tuple[str, ...] = (sys.executable, "-m", "standby.cli")

    def plan(self, folder: Path, *, out: Path, seed: int, tell: Tell, last: Path | None = None) -> None:
        options = ("--seed", str(seed), "--seconds", str(self.seconds), "--json")
        begin = ("--warm", str(last)) if last else ()
        command = (*self.program, "plan", str(folder), "--out", str(out), *options, *begin)
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as process:
            faults = _listen(process.stderr or (), tell)
        if process.returncode == _UNUSABLE:
            raise Refused("\n".join(faults))
        if process.returncode != 0:
            raise Unavailable(f"The planner stopped: {' '.join(faults)[-500:]}")
        tell("checking", _CHECKING)
        self._check(folder, out)

    def _check(self, folder: Path, out: Path) -> None:
        command = (*self.program, "check", str(folder), str(out))
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        if done.returncode == _CHECKED:
            return
        if done.returncode == _BROKEN:
            raise PlanNotProven(f"The plan did not pass its check and is not used. {done.stdout.strip()[:500]}")
        raise Unavailable(f"The plan could not be checked. {done.stderr.strip()[:500]}")


def _listen(lines: Iterable[str], tell: Tell) -> list[str]:
    """Passes progress on; what else was said are faults, in order."""
    faults = []
    for line in lines:
        if said := _PROGRESS.fullmatch(line.rstrip()):
            tell(said[2], int(said[1]) / 100 * _CHECKING)
        elif line.strip():
            faults.append(line.strip())
    return faults

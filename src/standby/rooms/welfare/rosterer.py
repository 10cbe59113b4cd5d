"""Running the engine and the checker, each in a process of its own: nothing unchecked is believed."""

import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from standby.domain.errors import Refused, Unavailable

_DONE, _BROKEN, _UNUSABLE = 0, 1, 2


class RosterNotProven(Refused):
    """The independent checker found something wrong: such a roster is never shown as one."""

    code = "roster_not_proven"


class Rosterer(Protocol):
    """Makes the roster of the site in one folder into another, proven.

    Raises Refused where the site cannot be rostered as it stands, Unavailable where trying again can help.
    """

    def make(self, folder: Path, *, out: Path) -> None: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandRosterer:
    """`standby roster`, then `standby check-roster` on what it wrote; improving stops after `seconds`."""

    seconds: float = 30
    program: tuple[str, ...] = (sys.executable, "-m", "standby.cli")

    def make(self, folder: Path, *, out: Path) -> None:
        made = self._run("roster", str(folder), "--out", str(out), "--seconds", str(self.seconds))
        if made.returncode == _UNUSABLE:
            raise Refused(made.stderr.strip()[:500])
        if made.returncode != _DONE:
            raise Unavailable(f"Making the roster stopped: {made.stderr.strip()[-500:]}")
        checked = self._run("check-roster", str(folder), str(out))
        if checked.returncode == _BROKEN:
            raise RosterNotProven(f"The roster did not pass its check and is not used. {checked.stdout.strip()[:500]}")
        if checked.returncode != _DONE:
            raise Unavailable(f"The roster could not be checked. {checked.stderr.strip()[:500]}")

    def _run(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run((*self.program, *arguments), capture_output=True, text=True, check=False)

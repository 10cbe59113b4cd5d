"""Running `standby whatif` and `standby helps` on the files of a plan, each in a process of its own."""

import io
import json
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol, cast

from standby.domain.errors import Refused, Unavailable
from standby.rooms.callup.trial_rows import Outcome, answered_of_needs, asked_of_rows, helps_of_needs

_DONE, _FAULTS = 0, 500
_LONGEST = 900


class Trier(Protocol):
    """Tries changes of a planned operation out; `files` are the plan's own, zipped.

    Raises Refused where the changes cannot be made, Unavailable where trying again can help.
    """

    def what_if(self, files: bytes, *, changes: Sequence[str]) -> Outcome: ...

    def helps(self, files: bytes) -> Outcome: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class CommandTrier:
    """`program` is what runs a command of ours."""

    program: tuple[str, ...] = (sys.executable, "-m", "standby.cli")

    def what_if(self, files: bytes, *, changes: Sequence[str]) -> Outcome:
        with tempfile.TemporaryDirectory(prefix="trial-") as scratch:
            folder = _unpacked(files, Path(scratch))
            asked, out = folder / "changes.toml", folder / "other"
            operation = folder / "operation"
            of_rows = asked_of_rows(changes, operation)
            asked.write_text(f"changes = {json.dumps(of_rows)}\n", encoding="utf-8")
            plan = ("--plan", str(folder / "plan"))
            self._run("whatif", str(operation), "--changes", str(asked), "--out", str(out), *plan)
            return answered_of_needs(_read(out / "differences.json"), operation=operation, plan=out)

    def helps(self, files: bytes) -> Outcome:
        with tempfile.TemporaryDirectory(prefix="trial-") as scratch:
            folder = _unpacked(files, Path(scratch))
            out = folder / "helps.json"
            self._run("helps", str(folder / "operation"), str(folder / "plan"), "--out", str(out))
            return helps_of_needs(_read(out), operation=folder / "operation")

    def _run(self, *arguments: str) -> None:
        command = (*self.program, *arguments)
        try:
            done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=_LONGEST)
        except subprocess.TimeoutExpired as error:
            raise Unavailable("It took longer than a quarter of an hour and was stopped.") from error
        if done.returncode == _DONE:
            return
        said = "\n".join(line for line in done.stderr.splitlines() if line.strip())[-_FAULTS:]
        raise Refused(said) if done.returncode in {1, 2} else Unavailable(f"The planner stopped: {said}")


def _unpacked(files: bytes, folder: Path) -> Path:
    with zipfile.ZipFile(io.BytesIO(files)) as archive:
        archive.extractall(folder)
    return folder


def _read(path: Path) -> Outcome:
    return cast(Outcome, json.loads(path.read_text(encoding="utf-8")))

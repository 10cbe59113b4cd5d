"""Watching the processes of an installation: what ends is started again, soon at first, then ever less often."""

import os
import signal
import subprocess
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from standby.cli.running.tether import tethered

_FIRST_WAIT, _LONGEST_WAIT = 0.25, 30.0
_STEADY_SECONDS = 60.0
_LONGEST_LOG = 20 * 1024 * 1024


def _nothing() -> None:
    """Most processes need nothing done before they start."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Child:
    """A process to keep running.

    `stop_by` asks it to end cleanly; `orphaned_by` is what the kernel sends it when the supervisor was killed, and
    nothing it needs can be counted on any more; `before` runs ahead of every start. `niceness`: how far the kernel
    serves others first.
    """

    name: str
    command: tuple[str, ...]
    environment: Mapping[str, str]
    log: Path
    stop_by: signal.Signals = signal.SIGTERM
    stop_seconds: float = 15.0
    orphaned_by: signal.Signals = signal.SIGKILL
    uid: int = field(default_factory=os.geteuid)
    gid: int = field(default_factory=os.getegid)
    niceness: int = 0
    before: Callable[[], None] = _nothing


@dataclass(slots=True, kw_only=True)
class _Watched:
    child: Child
    process: subprocess.Popen[bytes]
    began: float
    wait: float = _FIRST_WAIT
    due: float | None = None


class Supervisor:
    """Starts children in order, restarts whichever ends, stops them in the opposite order."""

    def __init__(self, *, tell: Callable[[str], None], clock: Callable[[], float] = time.monotonic) -> None:
        self._tell = tell
        self._clock = clock
        self._watched: list[_Watched] = []

    def start(self, child: Child) -> subprocess.Popen[bytes]:
        watched = _Watched(child=child, process=_launch(child), began=self._clock())
        self._watched.append(watched)
        return watched.process

    def look_after(self) -> None:
        """One round: note what has ended, start what is due, keep the logs short."""
        for watched in self._watched:
            if watched.due is not None:
                self._start_if_due(watched)
            elif watched.process.poll() is not None:
                self._note_end(watched)
            _shorten(watched.child.log)

    def stop(self) -> None:
        for watched in reversed(self._watched):
            if watched.due is None:
                _end(watched.process, watched.child)
        self._watched.clear()

    def _note_end(self, watched: _Watched) -> None:
        now = self._clock()
        if now - watched.began > _STEADY_SECONDS:
            watched.wait = _FIRST_WAIT
        _kill_group(watched.process.pid)
        how = _how_it_ended(watched.process.returncode)
        self._tell(f"The {watched.child.name} {how}; starting it again in {watched.wait:g} s ({watched.child.log}).")
        watched.due, watched.wait = now + watched.wait, min(watched.wait * 2, _LONGEST_WAIT)

    def _start_if_due(self, watched: _Watched) -> None:
        now = self._clock()
        if watched.due is not None and now >= watched.due:
            watched.process, watched.began, watched.due = _launch(watched.child), now, None


def _launch(child: Child) -> subprocess.Popen[bytes]:
    """In a process group of its own: Ctrl-C reaches the supervisor alone, and what a dead child left is found."""
    child.before()
    command = tethered(child.command, by=child.orphaned_by, uid=child.uid, gid=child.gid, niceness=child.niceness)
    with child.log.open("ab") as log:
        return subprocess.Popen(
            command,
            env=dict(child.environment),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            cwd="/",
            process_group=0,
        )


def _end(process: subprocess.Popen[bytes], child: Child) -> None:
    process.send_signal(child.stop_by)
    try:
        process.wait(child.stop_seconds)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    _kill_group(process.pid)


def _kill_group(group: int) -> None:
    """End what a process left behind when it was killed, such as web workers that would keep the port."""
    try:
        os.killpg(group, signal.SIGKILL)
    except ProcessLookupError:
        return


def _how_it_ended(code: int) -> str:
    return f"was ended by {signal.Signals(-code).name}" if code < 0 else f"ended with code {code}"


def _shorten(log: Path) -> None:
    """Keep one earlier part. The children append, so they go on writing at the new beginning."""
    if log.stat().st_size > _LONGEST_LOG:
        log.with_suffix(".earlier.log").write_bytes(log.read_bytes())
        os.truncate(log, 0)

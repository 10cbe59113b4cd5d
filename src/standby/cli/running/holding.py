"""One start at a time for a data folder. The kernel lets go of the lock when its holder ends, however it ends."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from standby.cli.running.installation import Installation
from standby.domain.errors import Refused


class AlreadyRunning(Refused):
    """Somebody holds this data folder; `url` is the address it answers at, empty while it is still starting."""

    code = "already_running"

    def __init__(self, *, pid: int, url: str) -> None:
        place = f"at {url}" if url else "and is still starting"
        super().__init__(f"It already runs here {place} (process {pid}). Stop that one first, or use another --data.")
        self.url = url


@contextmanager
def held(installation: Installation) -> Iterator[None]:
    """Hold the data folder for as long as the block lasts; AlreadyRunning if another process does."""
    with (installation.run / "lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise _already_running(_note(installation)) from error
        tell_address(installation, url="")
        try:
            yield
        finally:
            _note(installation).unlink(missing_ok=True)


def tell_address(installation: Installation, *, url: str) -> None:
    """Leave word for whoever tries to start a second one."""
    unfinished = installation.run / "address.unfinished"
    unfinished.write_text(json.dumps({"pid": os.getpid(), "url": url}), encoding="utf-8")
    unfinished.replace(_note(installation))


def is_held(installation: Installation) -> bool:
    """A look that takes nothing: the kernel's list of locks is not portable, so try and let go at once."""
    with (installation.run / "lock").open("a") as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def _note(installation: Installation) -> Path:
    return installation.run / "address.json"


def _already_running(note: Path) -> AlreadyRunning:
    with suppress(OSError, json.JSONDecodeError):
        word = json.loads(note.read_text(encoding="utf-8"))
        return AlreadyRunning(pid=int(word["pid"]), url=str(word["url"]))
    return AlreadyRunning(pid=0, url="")

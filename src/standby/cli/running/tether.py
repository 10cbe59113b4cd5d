"""Tie a process to the one that started it, so that `kill -9` of the supervisor leaves no orphan behind.

As a program: `python tether.py PARENT SIGNAL UID GID NICENESS -- command…` takes on the user, asks the kernel for the
signal when the parent dies, steps back behind others by its niceness, then becomes the command. It imports the standard
library only, so that it starts in no time.
"""

import ctypes
import os
import signal
import sys
import threading
import time
from pathlib import Path

_PR_SET_PDEATHSIG = 1
_POLL_SECONDS = 1.0


def tethered(command: tuple[str, ...], *, by: signal.Signals, uid: int, gid: int, niceness: int = 0) -> tuple[str, ...]:
    """The command, tied to this process: it is sent the signal `by` when this process ends, however that happens."""
    this_file = str(Path(__file__).resolve())
    tie = (os.getpid(), int(by), uid, gid, niceness)
    return (sys.executable, "-I", "-S", this_file, *map(str, tie), "--", *command)


def die_with_parent(*, parent: int, by: signal.Signals) -> None:
    """Linux: the kernel sends the signal when the parent ends, also after `exec`. Elsewhere a thread watches.

    The thread does not outlive `exec`: on other systems `serving.end_orphan` finds what was left at the next start.
    """
    if sys.platform == "linux":
        libc = ctypes.CDLL(None, use_errno=True)
        if libc.prctl(_PR_SET_PDEATHSIG, int(by), 0, 0, 0) != 0:
            raise OSError(ctypes.get_errno(), "prctl")
        if os.getppid() != parent:  # it died between our birth and the line above
            os.kill(os.getpid(), by)
    else:
        threading.Thread(target=_end_without, args=(parent, by), name="orphan watch", daemon=True).start()


def take_on_user(*, uid: int, gid: int) -> None:
    """Only root can and must: PostgreSQL refuses to run as root."""
    if os.geteuid() == 0 and uid != 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)


def _end_without(parent: int, by: signal.Signals) -> None:
    while os.getppid() == parent:
        time.sleep(_POLL_SECONDS)
    os.kill(os.getpid(), by)


def main(argv: list[str]) -> int:
    parent, signal_number, uid, gid, niceness, _dashes, *command = argv
    os.nice(int(niceness))
    take_on_user(uid=int(uid), gid=int(gid))
    die_with_parent(parent=int(parent), by=signal.Signals(int(signal_number)))
    os.execv(command[0], command)  # noqa: S606 - no shell is the point


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

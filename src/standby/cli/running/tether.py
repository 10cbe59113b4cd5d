"""Tie a process to the one that started it, so that `kill -9` of the supervisor leaves no orphan behind.

As a program: `python tether.py PARENT SIGNAL UID GID -- command…` takes on the user, asks the kernel for the signal
when the parent dies, then becomes the command. It imports the standard library only, so that it starts in no time.
"""

import ctypes
import os
import signal
import sys
import threading
import time

_PR_SET_PDEATHSIG = 1
_POLL_SECONDS = 1.0


def die_with_parent(*, parent: int, with_signal: signal.Signals) -> None:
    """Linux: the kernel sends the signal when the parent ends, and keeps doing so after `exec`.

    Elsewhere nothing of the kind exists; the next start finds and ends what was left (see `cluster.end_orphan`).
    """
    if sys.platform != "linux":
        return
    libc = ctypes.CDLL(None, use_errno=True)
    if libc.prctl(_PR_SET_PDEATHSIG, int(with_signal), 0, 0, 0) != 0:
        raise OSError(ctypes.get_errno(), "prctl")
    if os.getppid() != parent:  # it died between our birth and the line above
        os.kill(os.getpid(), with_signal)


def end_when_orphaned(parent: int) -> None:
    """For a process of ours that does not `exec`: works on every system, within a second."""

    def watch() -> None:
        while os.getppid() == parent:
            time.sleep(_POLL_SECONDS)
        os._exit(1)

    threading.Thread(target=watch, name="orphan-watch", daemon=True).start()


def take_on_user(*, uid: int, gid: int) -> None:
    """Only root can and must: PostgreSQL refuses to run as root."""
    if os.geteuid() == 0 and uid != 0:
        os.setgroups([])
        os.setgid(gid)
        os.setuid(uid)


def main(argv: list[str]) -> int:
    parent, signal_number, uid, gid, _dashes, *command = argv
    take_on_user(uid=int(uid), gid=int(gid))
    die_with_parent(parent=int(parent), with_signal=signal.Signals(int(signal_number)))
    os.execv(command[0], command)  # noqa: S606 - no shell is the point


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

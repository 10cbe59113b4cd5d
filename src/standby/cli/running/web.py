"""The site's web process: granian with a few workers, which end when it does."""

import argparse
import gc
import os
import signal
import sys
from collections.abc import Callable
from importlib import import_module
from typing import cast

from granian import Granian
from granian.constants import Interfaces
from granian.log import LogLevels

from standby.cli.running.tether import die_with_parent

THREADS = 4
# A page asks the database dozens of times, and after each answer waits so long for the thread that takes sign-ups in.
_SWITCH_SECONDS = 0.0005
# The pages' threads and the one that writes for the surge lane.
CONNECTIONS = THREADS + 1
# In one process; more wait to be accepted.
_MOST_AT_ONCE = 1024
_MASTER = "STANDBY_WEB_MASTER"


def workers() -> int:
    """Python runs one request at a time per process; a planner and a database want their share of the cores too."""
    return max(2, min(8, os.cpu_count() or 1))


def site() -> Callable[..., object]:
    """Called in each worker: ties it to the master, then loads the site."""
    die_with_parent(parent=int(os.environ[_MASTER]), by=signal.SIGKILL)
    sys.setswitchinterval(_SWITCH_SECONDS)
    pages = import_module("standby.site.wsgi").application  # first: it sets Django up, which the rest leans on
    application = cast("Callable[..., object]", import_module("standby.site.asgi").site(pages, threads=THREADS))
    import_module("standby.site.readying").load_pages()
    # What was loaded stays: looking through it for waste again and again would stop every request for a while.
    gc.collect()
    gc.freeze()
    return application


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--host", required=True)
    parser.add_argument("--port", type=int, required=True)
    chosen = parser.parse_args(argv)
    os.environ[_MASTER] = str(os.getpid())
    Granian(
        "standby.cli.running.web:site",
        address=chosen.host,
        port=chosen.port,
        interface=Interfaces.ASGI,
        workers=workers(),
        factory=True,
        websockets=False,
        backpressure=_MOST_AT_ONCE,
        respawn_failed_workers=True,
        respawn_interval=0.5,
        workers_kill_timeout=10,
        log_level=LogLevels.warning,
    ).serve()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

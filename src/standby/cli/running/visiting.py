"""Asking the site whether it serves."""

import http.client
import subprocess
import time
from pathlib import Path
from urllib.parse import urlsplit

from standby.domain.errors import Unavailable

_SECONDS = 120.0
_POLL_SECONDS = 0.1


def wait_until_healthy(url: str, process: subprocess.Popen[bytes], *, log: Path) -> None:
    deadline = time.monotonic() + _SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            raise Unavailable(f"The site ended at once; {log} says why.")
        if is_healthy(url):
            return
        time.sleep(_POLL_SECONDS)
    raise Unavailable(f"The site did not answer within {_SECONDS:.0f} seconds; {log} may say why.")


def is_healthy(url: str) -> bool:
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname or "", parts.port, timeout=5)
    try:
        connection.request("GET", "/healthz")
        return connection.getresponse().status == http.HTTPStatus.OK
    except (OSError, http.client.HTTPException):
        return False
    finally:
        connection.close()

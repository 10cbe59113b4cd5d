"""Spark for the long run: the extra of `requirements-spark.lock` and a Java to run it."""

import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path
from shutil import which

from standby.cli.running.installation import CHECKOUT

EXTRA = CHECKOUT / "requirements-spark.lock"


def make_ready() -> bool:
    """Install the extra where there is a Java; whether both are there afterwards."""
    if which("java") is None:
        return False
    if find_spec("pyspark") is None:
        uv = Path(sys.executable).parent / "uv"
        command = (
            str(uv),
            "pip",
            "install",
            "--quiet",
            "--require-hashes",
            "--python",
            sys.executable,
            "-r",
            str(EXTRA),
        )
        return uv.exists() and subprocess.run(command, cwd=CHECKOUT, check=False).returncode == 0
    return True

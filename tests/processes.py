"""Python processes of our own, as a test starts them."""

import os
import subprocess
import sys
from pathlib import Path

_SOURCE = Path(__file__).resolve().parents[1] / "src"


def environment(**told: str) -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(_SOURCE), **told}


def run_python(*arguments: str, **told: str) -> subprocess.CompletedProcess[str]:
    """To its end, with what it wrote."""
    command = (sys.executable, "-P", *arguments)
    return subprocess.run(command, env=environment(**told), check=False, capture_output=True, text=True)

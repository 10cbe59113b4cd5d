"""`standby lock`: write the locked requirements anew, every file with its hash, no address in them."""

import argparse
import subprocess
import sys
from pathlib import Path

from standby.cli.running.installation import CHECKOUT
from standby.domain.errors import Unavailable

_LISTS = (
    "requirements",
    "requirements-dev",
    "requirements-uv",
    "requirements-between",
    "requirements-splink",
    "requirements-spark",
)
_OPTIONS = ("--quiet", "--no-header", "--no-annotate", "--generate-hashes", "--python-version", "3.11")


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(prog="standby lock", description="Renew the locked requirements.")
    result.add_argument("--upgrade", action="store_true", help="take newer versions where the lists allow them")
    return result


def main(argv: list[str]) -> int:
    upgrade = ("--upgrade",) if parser().parse_args(argv).upgrade else ()
    uv = Path(sys.executable).parent / "uv"
    if not uv.exists():
        raise Unavailable("This needs uv, which could not be installed here.")
    for name in _LISTS:
        command = (str(uv), "pip", "compile", *_OPTIONS, *upgrade, f"{name}.in", "--output-file", f"{name}.lock")
        subprocess.run(command, cwd=CHECKOUT, check=True)
        print(f"{name}.lock is new.")
    return 0

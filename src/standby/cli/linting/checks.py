"""The checks in the order in which they are told. Each is a command of its own, so that it can be run alone."""

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from standby.cli.running.installation import CHECKOUT


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    name: str
    command: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    check: Check
    is_good: bool
    seconds: float
    told: str


def _tool(name: str, *arguments: str) -> tuple[str, ...]:
    return (str(Path(sys.executable).parent / name), *arguments)


def _module(name: str, *arguments: str) -> tuple[str, ...]:
    return (sys.executable, "-P", "-m", name, *arguments)


_TEMPLATES = ("templates", "src/standby")
CHECKS = (
    Check(name="types", command=_module("mypy", "src", "tests")),
    Check(name="style", command=_tool("ruff", "check", ".")),
    Check(name="format", command=_tool("ruff", "format", "--check", ".")),
    Check(name="layers", command=_tool("lint-imports")),
    Check(name="templates", command=_module("djlint", *_TEMPLATES, "--lint", "--quiet")),
    Check(name="template-format", command=_module("djlint", *_TEMPLATES, "--check", "--quiet")),
    Check(name="migrations", command=_module("django", "makemigrations", "--check", "--dry-run")),
    Check(name="translations", command=_module("standby.cli.linting")),
    Check(name="short-messages", command=_module("standby.cli.linting.short")),
)


def outcomes(checks: tuple[Check, ...]) -> Iterator[Outcome]:
    """Two at a time, told in order."""
    with tempfile.TemporaryDirectory(prefix="standby-lint-") as data, ThreadPoolExecutor(max_workers=2) as pool:
        # A data folder of its own: no check may see or make anything in the user's installation.
        environment = {**os.environ, "STANDBY_DATA": data, "DJANGO_SETTINGS_MODULE": "standby.site.settings"}
        environment["PYTHONWARNINGS"] = "ignore:Got an error checking a consistent migration history"
        yield from pool.map(partial(_run, environment=environment), checks)


def _run(check: Check, *, environment: Mapping[str, str]) -> Outcome:
    began = time.monotonic()
    result = subprocess.run(check.command, cwd=CHECKOUT, env=environment, check=False, capture_output=True, text=True)
    return Outcome(
        check=check,
        is_good=result.returncode == 0,
        seconds=time.monotonic() - began,
        told=(result.stdout + result.stderr).strip(),
    )

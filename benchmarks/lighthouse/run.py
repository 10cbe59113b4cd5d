"""Lighthouse at the public pages: performance and accessibility on its slow telephone, and the weight of each page.

    npm install --global lighthouse        BENCH_ROUNDS=3 ./standby bench lighthouse

Its profile is a mid-range telephone on slow 4G, simulated; the median of the rounds counts, as Lighthouse advises. The
machine's own slowness counts along: performance is worth something only where nothing else runs.
"""

import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.house import RunningHouse, running_house

_CHROMIUM = "/usr/bin/chromium"
_FLAGS = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage"
_STEPS = ("you", "what", "when", "send")
_LONGEST_SECONDS = 300
# Lighthouse now and then loses its own browser; that says nothing of the page.
_TRIES = 3
# The longest words, and a script of its own.
_LANGUAGE = "hy"


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """Both scores of 100; all that came over the line; when the largest thing stood there."""

    performance: int
    accessibility: int
    kilobytes: float
    largest: float


def main() -> None:
    if shutil.which("lighthouse") is None or not Path(_CHROMIUM).exists():
        sys.exit("Lighthouse or Chromium is not installed: npm install --global lighthouse; apt-get install chromium")
    rounds = int(os.environ.get("BENCH_ROUNDS", "3"))
    print(f"{'page':>8} {'performance':>12} {'accessibility':>14} {'KB':>6} {'largest, s':>11}")
    with running_house() as house, tempfile.TemporaryDirectory() as scratch:
        for name, address in _pages(house):
            seen = [_look(address, Path(scratch) / f"{name}-{turn}.json") for turn in range(rounds)]
            print(
                f"{name:>8} {statistics.median(one.performance for one in seen):>12.0f} "
                f"{min(one.accessibility for one in seen):>14} {max(one.kilobytes for one in seen):>6.1f} "
                f"{statistics.median(one.largest for one in seen):>11.1f}",
                flush=True,
            )


def _pages(house: RunningHouse) -> Iterator[tuple[str, str]]:
    site = f"http://127.0.0.1:{house.port}"
    yield "front", f"{site}/"
    for step in _STEPS:
        yield step, f"{site}/join/{house.operation}/{step}/"
    yield "status", f"{site}/status/"


def _look(address: str, out: Path) -> Seen:
    command = (
        "lighthouse",
        address,
        "--quiet",
        "--only-categories=performance,accessibility",
        "--form-factor=mobile",
        "--throttling-method=simulate",
        "--output=json",
        f"--output-path={out}",
        f"--extra-headers={json.dumps({'Accept-Language': _LANGUAGE})}",
        f"--chrome-flags={_FLAGS}",
    )
    told = {**os.environ, "CHROME_PATH": _CHROMIUM}
    for left in reversed(range(_TRIES)):
        done = subprocess.run(command, env=told, check=False, capture_output=True, text=True, timeout=_LONGEST_SECONDS)
        if done.returncode == 0:
            break
        print(f"Lighthouse itself failed: {_last_line(done.stderr)}", file=sys.stderr)
        if not left:
            sys.exit("Lighthouse failed three times at one page.")
    report: dict[str, Any] = json.loads(out.read_text(encoding="utf-8"))
    audits = report["audits"]
    return Seen(
        performance=_score(report, "performance"),
        accessibility=_score(report, "accessibility"),
        kilobytes=audits["total-byte-weight"]["numericValue"] / 1024,
        largest=audits["largest-contentful-paint"]["numericValue"] / 1000,
    )


def _last_line(text: str) -> str:
    return (text.strip().splitlines() or ["no word why"])[-1]


def _score(report: dict[str, Any], name: str) -> int:
    score: float = report["categories"][name]["score"]
    return round(score * 100)


if __name__ == "__main__":
    main()

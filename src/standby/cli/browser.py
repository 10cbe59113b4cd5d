"""Chromium for the tests that drive real pages, and fonts for its pictures: from Debian, where that may be done."""

import os
import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

CHROMIUM = Path("/usr/bin/chromium")
_PACKAGES = {"chromium": CHROMIUM, "fonts-noto-core": Path("/usr/share/fonts/truetype/noto")}


def make_ready() -> bool:
    """Install what is missing if this user may; whether the browser is there afterwards."""
    install_missing(_PACKAGES)
    return CHROMIUM.exists()


def install_missing(packages: Mapping[str, Path]) -> None:
    """Packages of Debian by name, each with what is there once it is installed."""
    missing = [package for package, path in packages.items() if not path.exists()]
    if missing and os.geteuid() == 0 and shutil.which("apt-get"):
        print(f"Installing {', '.join(missing)} with apt …", flush=True)
        _apt("update")
        _apt("install", "--yes", "--no-install-recommends", *missing)


def _apt(*arguments: str) -> None:
    """What it could not do shows in the absence of what was asked for, and is told at the end."""
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(("apt-get", "--quiet", *arguments), env=environment, check=False, stdout=subprocess.DEVNULL)

"""Debian's Kannel for the long run: a real gateway between us and a made-up operator."""

from pathlib import Path

from standby.cli.browser import install_missing

BEARERBOX = Path("/usr/sbin/bearerbox")


def make_ready() -> bool:
    """Install it if this user may; whether it is there afterwards."""
    install_missing({"kannel": BEARERBOX})
    return BEARERBOX.exists()

"""The keys of this process, handed over once by the site when it starts."""

from pathlib import Path

from standby.sealing import KeyRing
from standby.sealing.signing import SigningRing

_rings: dict[str, KeyRing] = {}
_signing: dict[str, SigningRing] = {}


def use_key_folder(folder: Path) -> None:
    """Called by the site at start; the vault never looks for keys by itself."""
    _rings["current"] = KeyRing.load_or_make(folder)
    _signing["current"] = SigningRing.load_or_make(folder)


def key_ring() -> KeyRing:
    return _rings["current"]


def signing_ring() -> SigningRing:
    """What is said in public is signed with these."""
    return _signing["current"]

"""The key ring of this process, handed over once by the site when it starts."""

from pathlib import Path

from standby.sealing import KeyRing

_rings: dict[str, KeyRing] = {}


def use_key_folder(folder: Path) -> None:
    """Called by the site at start; the vault never looks for keys by itself."""
    _rings["current"] = KeyRing.load_or_make(folder)


def key_ring() -> KeyRing:
    return _rings["current"]

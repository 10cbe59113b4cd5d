"""Says where compiled kernels are kept; imported before the engines, because numba asks only once.

The folder is named after the kernels' own text and place, for numba looks by both: after an upgrade nothing compiled
from the old text is ever loaded, and a source tree that may not be written to stays as it is. Whoever sets
NUMBA_CACHE_DIR has the last word.
"""

import hashlib
import os
import sys
import tempfile
from pathlib import Path

_ENGINES = Path(__file__).resolve().parent.parent
_PLANNING = _ENGINES / "planning"
_NAMES = ("edits", "edits_below", "given_names", "heard", "packed_names", "packed_words", "penalties", "step_table")
_SOURCES = (
    *(source for room in ("horizon", "kernels", "tiers") for source in sorted((_PLANNING / room).glob("*.py"))),
    _PLANNING / "model" / "instance.py",
    *((_ENGINES / "identity" / f"{file}.py") for file in _NAMES),
)


def cache_folder(*, environment: dict[str, str]) -> Path:
    """A folder of this user's own for this version of the kernels, below the usual place for what can be made again."""
    usual = environment.get("XDG_CACHE_HOME") or os.path.join(environment.get("HOME", ""), ".cache")  # noqa: PTH118
    base = Path(usual)
    if not base.is_absolute() or not _is_writable(base):
        base = Path(tempfile.gettempdir()) / f"standby-{os.getuid()}"
    return base / "standby" / "kernels" / _digest()


def _digest() -> str:
    digest = hashlib.sha256(sys.version.encode() + str(_ENGINES).encode())
    for source in _SOURCES:
        digest.update(source.read_bytes())
    return digest.hexdigest()[:16]


def _is_writable(folder: Path) -> bool:
    """Whether the folder, or the nearest one above it that exists, may be written to."""
    existing = next(parent for parent in (folder, *folder.parents) if parent.exists())
    return os.access(existing, os.W_OK)


os.environ.setdefault("NUMBA_CACHE_DIR", str(cache_folder(environment=dict(os.environ))))

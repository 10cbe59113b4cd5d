"""Puts files into a folder all together: a reader finds the old set or the new one, never half of each."""

import shutil
import tempfile
from collections.abc import Collection, Mapping
from pathlib import Path

from standby.domain.errors import Refused


def put_files(files: Mapping[str, bytes], directory: Path, *, may_replace: Collection[str] = ()) -> None:
    """Write a new folder beside and let it take the place of the old, which may hold files of these names only, and
    of those that `may_replace` names: they go with it."""
    _refuse_strangers(directory, {*files, *may_replace})
    directory.parent.mkdir(parents=True, exist_ok=True)
    fresh = Path(tempfile.mkdtemp(prefix=f".{directory.name}-", dir=directory.parent))
    try:
        for name, content in files.items():
            (fresh / name).write_bytes(content)
        fresh.chmod(0o755)
        _take_place(fresh, directory)
    finally:
        shutil.rmtree(fresh, ignore_errors=True)


def _refuse_strangers(directory: Path, names: Collection[str]) -> None:
    if directory.is_dir():
        strangers = sorted(entry.name for entry in directory.iterdir() if entry.name not in names)
        if strangers:
            raise Refused(f"{directory} holds {strangers[0]}, which is none of these files; give a folder of its own.")
    elif directory.exists():
        raise Refused(f"{directory} is a file; give a folder.")


def _take_place(fresh: Path, directory: Path) -> None:
    if not directory.exists():
        fresh.rename(directory)
        return
    old = fresh.with_name(f"{fresh.name}-old")
    directory.rename(old)
    fresh.rename(directory)
    shutil.rmtree(old)

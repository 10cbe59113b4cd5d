"""Translations without gettext's programs: the catalogues are read and compiled by Babel."""

import os
from collections.abc import Iterator
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po


def catalogues(locale: Path) -> Iterator[Path]:
    yield from sorted(locale.glob("*/LC_MESSAGES/*.po"))


def read_catalogue(path: Path) -> Catalog:
    """`locale/hy/LC_MESSAGES/django.po` is Armenian."""
    with path.open("rb") as file:
        return read_po(file, locale=path.parts[-3])


def compile_translations(locale: Path) -> int:
    """Compile every catalogue that changed since; how many there were."""
    stale = [path for path in catalogues(locale) if _is_stale(path)]
    for path in stale:
        unfinished = path.with_suffix(f".mo.{os.getpid()}")
        with unfinished.open("wb") as file:
            write_mo(file, read_catalogue(path))
        unfinished.replace(path.with_suffix(".mo"))
    return len(stale)


def _is_stale(path: Path) -> bool:
    compiled = path.with_suffix(".mo")
    return not compiled.exists() or compiled.stat().st_mtime < path.stat().st_mtime

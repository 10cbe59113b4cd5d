"""Access lists of Linux, as far as they are needed to let one user pass through a folder.

The kernel keeps them as an extended attribute; see acl(5) for the entries and the mask.
"""

import os
import stat
import struct
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

_ATTRIBUTE = "system.posix_acl_access"
_VERSION = struct.pack("<I", 2)
_ENTRY = struct.Struct("<HHI")
_EVERYONE_OF_KIND = 0xFFFFFFFF
_OWNER, _USER, _GROUP, _MASK, _OTHERS = 0x01, 0x02, 0x04, 0x10, 0x20
_PASS = 0o1


class Entry(NamedTuple):
    """Whom it is about, what they may do, and the user's or group's number where there is one."""

    tag: int
    permissions: int
    id: int


def may_pass_through(folder: Path, *, uid: int) -> bool:
    """Allow one user to pass through the folder; False where the file system keeps no access lists."""
    if sys.platform != "linux":
        return False
    try:
        os.setxattr(folder, _ATTRIBUTE, packed(with_passage(_entries(folder), uid=uid)))
    except OSError:
        return False
    return True


def with_passage(entries: Sequence[Entry], *, uid: int) -> tuple[Entry, ...]:
    """The same list with leave to pass for the user; what others may do stays as it was."""
    own = _permissions(entries, tag=_USER, whom=uid) or 0
    mask = _permissions(entries, tag=_MASK)
    if mask is None:
        mask = _permissions(entries, tag=_GROUP) or 0
    kept = [entry for entry in entries if entry.tag != _MASK and (entry.tag, entry.id) != (_USER, uid)]
    added = [Entry(_USER, own | _PASS, uid), Entry(_MASK, mask | _PASS, _EVERYONE_OF_KIND)]
    return tuple(sorted(kept + added, key=lambda entry: (entry.tag, entry.id)))


def packed(entries: Iterable[Entry]) -> bytes:
    return _VERSION + b"".join(_ENTRY.pack(*entry) for entry in entries)


def unpacked(value: bytes) -> tuple[Entry, ...]:
    return tuple(Entry(*fields) for fields in _ENTRY.iter_unpack(value[len(_VERSION) :]))


def from_mode(mode: int) -> tuple[Entry, ...]:
    """The list that says just what the nine permission bits say."""
    bits = stat.S_IMODE(mode)
    pairs = ((_OWNER, bits >> 6 & 7), (_GROUP, bits >> 3 & 7), (_OTHERS, bits & 7))
    return tuple(Entry(tag, permissions, _EVERYONE_OF_KIND) for tag, permissions in pairs)


def _entries(folder: Path) -> tuple[Entry, ...]:
    if _ATTRIBUTE in os.listxattr(folder):
        return unpacked(os.getxattr(folder, _ATTRIBUTE))
    return from_mode(folder.stat().st_mode)


def _permissions(entries: Iterable[Entry], *, tag: int, whom: int = _EVERYONE_OF_KIND) -> int | None:
    return next((entry.permissions for entry in entries if (entry.tag, entry.id) == (tag, whom)), None)

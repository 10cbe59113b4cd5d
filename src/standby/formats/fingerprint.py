"""What something was made from: one hash over the files, so that anyone can see that nothing was changed since."""

import hashlib
from collections.abc import Iterable, Mapping


def fingerprint_of(contents: Mapping[str, bytes], *, names: Iterable[str]) -> str:
    """SHA-256 over name, LF, length, LF and bytes of each file present, in the order of the names (FORMATS.md)."""
    digest = hashlib.sha256()
    for name in sorted(names):
        if name in contents:
            digest.update(f"{name}\n{len(contents[name])}\n".encode())
            digest.update(contents[name])
    return digest.hexdigest()

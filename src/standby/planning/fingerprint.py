"""What a plan was made from: one hash over the files, so that anyone can see that nothing was changed since."""

import hashlib
from collections.abc import Mapping

INPUT_FILES = (
    "announced.csv",
    "beds.csv",
    "needs.csv",
    "people.csv",
    "places.csv",
    "policy.toml",
    "reception.csv",
    "routes.csv",
    "sites.csv",
    "transport.csv",
)


def fingerprint(contents: Mapping[str, bytes]) -> str:
    """SHA-256 over name, LF, length, LF and bytes of each file present, in the order of the names (FORMATS.md)."""
    digest = hashlib.sha256()
    for name in INPUT_FILES:
        if name in contents:
            digest.update(f"{name}\n{len(contents[name])}\n".encode())
            digest.update(contents[name])
    return digest.hexdigest()

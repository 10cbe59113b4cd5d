"""The keys of an installation, made at its first start and never again.

Whoever loses this folder loses every personal field; whoever copies it together with the database can read them.
"""

import secrets
import shutil

from standby.cli.running.installation import Installation
from standby.sealing import KeyRing

_SIGNING = "signing.key"


def are_made(installation: Installation) -> bool:
    return (installation.keys / _SIGNING).exists()


def make_keys(installation: Installation) -> None:
    """All of them or none: a start that is cut off in between must not leave half a ring behind."""
    if are_made(installation):
        return
    unfinished = installation.keys.with_name("keys.unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    KeyRing.load_or_make(unfinished)
    signing = unfinished / _SIGNING
    signing.touch(mode=0o600)
    signing.write_text(secrets.token_urlsafe(48) + "\n", encoding="ascii")
    unfinished.rename(installation.keys)

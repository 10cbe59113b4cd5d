"""The user of the operating system who owns the database.

PostgreSQL refuses to run as root. Whoever starts Standby as an ordinary user owns the database too; root lends it to a
user made for the purpose, who then must be able to reach the programs in the wheel and the data folder, although the
checkout may lie below /root or another closed folder. That user is let through the folders on the way and sees nothing
else in them.
"""

import os
import pwd
import shutil
import stat
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from standby.cli.running.acl import may_pass_through
from standby.domain.errors import Unavailable

NAME_UNDER_ROOT = "standby-postgres"


@dataclass(frozen=True, slots=True, kw_only=True)
class Owner:
    name: str
    uid: int
    gid: int

    @property
    def is_borrowed(self) -> bool:
        """True under root, where the database belongs to another user than the rest."""
        return self.uid != os.geteuid()


def database_owner() -> Owner:
    if os.geteuid() != 0:
        return _known_user(os.geteuid())
    try:
        return _owner(pwd.getpwnam(NAME_UNDER_ROOT))
    except KeyError:
        return _make_user()


def give(owner: Owner, path: Path) -> None:
    """Hand a file or folder to the database's owner."""
    if owner.is_borrowed:
        os.chown(path, owner.uid, owner.gid)


def let_reach(owner: Owner, path: Path, *, tell: Callable[[str], None]) -> None:
    """Let the owner pass through every closed folder on the way to `path`."""
    if not owner.is_borrowed:
        return
    for folder in reversed(path.resolve().parents):
        status = folder.stat()
        if status.st_mode & stat.S_IXOTH or status.st_uid == owner.uid:
            continue
        if not may_pass_through(folder, uid=owner.uid):
            tell(f"Letting other users pass through {folder}, not look into it: the database must reach its files.")
            folder.chmod(stat.S_IMODE(status.st_mode) | stat.S_IXOTH)


def let_read(owner: Owner, tree: Path) -> None:
    """Make the programs of the wheel readable for the owner, whatever the umask was when they were installed."""
    if not owner.is_borrowed or tree.stat().st_mode & stat.S_IXOTH:
        return
    for path in (tree, *tree.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        path.chmod(mode | (mode & 0o500) >> 6)


def _known_user(uid: int) -> Owner:
    try:
        return _owner(pwd.getpwuid(uid))
    except KeyError as error:
        raise Unavailable(
            f"The embedded database needs a user with a name, and user {uid} has none here. "
            "Run as a named user, or set DATABASE_URL to a server of your own."
        ) from error


def _make_user() -> Owner:
    useradd = shutil.which("useradd")
    if useradd is None:
        raise Unavailable(_CANNOT_MAKE_USER)
    no_home = ("--no-create-home", "--home-dir", "/nonexistent", "--shell", "/usr/sbin/nologin")
    result = subprocess.run(
        (useradd, "--system", "--user-group", *no_home, NAME_UNDER_ROOT), check=False, capture_output=True, text=True
    )
    try:  # a second start at the same moment may have made it
        return _owner(pwd.getpwnam(NAME_UNDER_ROOT))
    except KeyError as error:
        raise Unavailable(f"{_CANNOT_MAKE_USER} ({result.stderr.strip()})") from error


def _owner(entry: pwd.struct_passwd) -> Owner:
    return Owner(name=entry.pw_name, uid=entry.pw_uid, gid=entry.pw_gid)


_CANNOT_MAKE_USER = (
    f"PostgreSQL refuses to run as root, and the user {NAME_UNDER_ROOT} cannot be made here. "
    "Run Standby as an ordinary user, or set DATABASE_URL to a server of your own."
)

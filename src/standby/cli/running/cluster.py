"""The embedded PostgreSQL: made once, then served as a child process on a Unix socket that only its owner can use.

Checksums on every page, fsync on, text compared by code point (builtin C.UTF-8: names are sorted in Python). The log
never holds a statement, a parameter or a value: a unique violation would otherwise print the value.
"""

import hashlib
import os
import shutil
import subprocess
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from standby.cli.running.owner import Owner, give, let_reach, let_read
from standby.cli.running.programs import program, wheel_folder
from standby.domain.errors import Unavailable

DATABASE = "standby"
SUPERUSER = "postgres"
_LONGEST_SOCKET_PATH = 100
_SOCKET_NAME = ".s.PGSQL.5432"
_INITDB = (
    "--encoding=UTF8",
    "--no-locale",
    "--locale-provider=builtin",
    "--builtin-locale=C.UTF-8",
    "--data-checksums",
    "--auth=reject",
    f"--username={SUPERUSER}",
)
_SETTINGS = (
    "listen_addresses=",
    "unix_socket_permissions=0700",
    "max_connections=60",
    "shared_buffers=128MB",
    "jit=off",
    "log_checkpoints=off",
    "log_error_verbosity=terse",
    "log_min_error_statement=panic",
    "log_parameter_max_length=0",
    "log_parameter_max_length_on_error=0",
)
_FORGETFUL = ("fsync=off", "full_page_writes=off", "synchronous_commit=off")


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """`durable=False` is for tests alone: faster, and lost with the power."""

    folder: Path
    owner: Owner
    durable: bool = True

    @property
    def socket_folder(self) -> Path:
        """The cluster's own folder, which is closed to others; a short one where the path is too long for a socket."""
        if len(os.fsencode(self.folder / _SOCKET_NAME)) <= _LONGEST_SOCKET_PATH:
            return self.folder
        name = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:16]
        return Path(tempfile.gettempdir()) / f"standby-{name}"

    @property
    def is_made(self) -> bool:
        return (self.folder / "PG_VERSION").exists()

    def url(self, *, user: str = DATABASE, database: str = DATABASE) -> str:
        return f"postgresql://{user}@/{database}?host={quote(str(self.socket_folder), safe='')}"

    def command(self) -> tuple[str, ...]:
        """`postgres` itself, in the foreground."""
        settings = _SETTINGS if self.durable else _SETTINGS + _FORGETFUL
        files = (f"hba_file={self.folder / 'standby_hba.conf'}", f"ident_file={self.folder / 'standby_ident.conf'}")
        options = [part for setting in (*settings, *files) for part in ("-c", setting)]
        return (str(program("postgres")), "-D", str(self.folder), "-k", str(self.socket_folder), *options)


def make(cluster: Cluster, *, tell: Callable[[str], None]) -> None:
    """Make the cluster where there is none yet; one that was half made when the power went is made anew."""
    cluster.folder.parent.mkdir(parents=True, exist_ok=True)
    let_read(cluster.owner, wheel_folder())
    let_reach(cluster.owner, program("postgres"), tell=tell)
    let_reach(cluster.owner, cluster.folder, tell=tell)
    if not cluster.is_made:
        _initialise(cluster)
    _write_access_rules(cluster)
    _make_socket_folder(cluster)


def _initialise(cluster: Cluster) -> None:
    unfinished = cluster.folder.with_name(cluster.folder.name + ".unfinished")
    shutil.rmtree(unfinished, ignore_errors=True)
    unfinished.mkdir(mode=0o700)
    give(cluster.owner, unfinished)
    sync = () if cluster.durable else ("--no-sync",)
    _run_as(cluster.owner, (str(program("initdb")), *_INITDB, *sync, "-D", str(unfinished)))
    unfinished.rename(cluster.folder)


def _run_as(owner: Owner, command: tuple[str, ...]) -> None:
    """Run to the end; `cwd` is the root, since the checkout may be closed to the owner."""
    identity = {"user": owner.uid, "group": owner.gid, "extra_groups": []} if owner.is_borrowed else {}
    result = subprocess.run(command, check=False, capture_output=True, text=True, cwd="/", **identity)  # type: ignore[call-overload]
    if result.returncode:
        raise Unavailable(f"{Path(command[0]).name} failed: {result.stderr.strip() or result.stdout.strip()}")


def _write_access_rules(cluster: Cluster) -> None:
    """Peer authentication: the kernel says who calls, so there is no password to keep or to leak."""
    _write(cluster, "standby_hba.conf", "local all all peer map=standby\n")
    users = {cluster.owner.name, *(("root",) if cluster.owner.is_borrowed else ())}
    roles = (SUPERUSER, DATABASE)
    _write(
        cluster, "standby_ident.conf", "".join(f'standby "{user}" {role}\n' for user in sorted(users) for role in roles)
    )


def _write(cluster: Cluster, name: str, text: str) -> None:
    path = cluster.folder / name
    path.write_text(text, encoding="utf-8")
    give(cluster.owner, path)


def _make_socket_folder(cluster: Cluster) -> None:
    folder = cluster.socket_folder
    if folder == cluster.folder:
        return
    folder.mkdir(mode=0o700, exist_ok=True)
    if folder.is_symlink() or folder.stat().st_uid not in {os.geteuid(), cluster.owner.uid}:
        raise Unavailable(f"{folder} belongs to someone else; choose a data folder with a shorter path.")
    folder.chmod(0o700)
    give(cluster.owner, folder)

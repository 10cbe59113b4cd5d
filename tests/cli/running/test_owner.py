"""As root the tests show the borrowed user; as an ordinary user that nothing is changed. CI runs as root."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from standby.cli.running.owner import NAME_UNDER_ROOT, Owner, database_owner, give, let_reach


@pytest.fixture
def closed() -> Iterator[Path]:
    """A folder with something in it, below one that only its owner may enter."""
    top = Path(tempfile.mkdtemp(prefix="standby-test-"))
    folder = top / "closed" / "inner"
    folder.mkdir(parents=True)
    (folder / "known").write_text("seen", encoding="ascii")
    (top / "closed").chmod(0o700)
    yield folder
    shutil.rmtree(top)


def _can_read(owner: Owner, path: Path) -> bool:
    identity = {"user": owner.uid, "group": owner.gid} if owner.is_borrowed else {}
    result = subprocess.run(("cat", str(path)), check=False, capture_output=True, **identity)  # type: ignore[call-overload]
    return bool(result.returncode == 0)


def test_root_lends_the_database_to_another_user_and_anyone_else_owns_it() -> None:
    owner = database_owner()

    assert owner.is_borrowed == (os.geteuid() == 0)
    assert (owner.name == NAME_UNDER_ROOT) == (os.geteuid() == 0)


def test_the_owner_reaches_a_file_below_a_closed_folder(closed: Path) -> None:
    owner, told = database_owner(), list[str]()

    let_reach(owner, closed / "known", tell=told.append)

    assert _can_read(owner, closed / "known")


def test_others_are_still_kept_out(closed: Path) -> None:
    let_reach(database_owner(), closed / "known", tell=print)

    assert closed.parent.stat().st_mode & 0o007 == 0


def test_what_is_given_belongs_to_the_owner(closed: Path) -> None:
    owner = database_owner()

    give(owner, closed / "known")

    assert (closed / "known").stat().st_uid == owner.uid

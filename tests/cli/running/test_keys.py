from pathlib import Path

from standby.cli.running.installation import Installation
from standby.cli.running.keys import make_keys
from standby.sealing import KeyRing


def test_keys_are_made_once_and_kept(tmp_path: Path) -> None:
    installation = Installation(data=tmp_path)

    make_keys(installation)
    first = {path.name: path.read_bytes() for path in installation.keys.iterdir()}
    make_keys(installation)

    assert {path.name: path.read_bytes() for path in installation.keys.iterdir()} == first
    assert KeyRing.load(installation.keys).newest_id == 1


def test_only_the_user_who_runs_standby_can_read_them(tmp_path: Path) -> None:
    installation = Installation(data=tmp_path)

    make_keys(installation)

    assert all(path.stat().st_mode & 0o077 == 0 for path in (installation.keys, *installation.keys.iterdir()))


def test_a_start_cut_off_half_way_leaves_no_half_ring(tmp_path: Path) -> None:
    unfinished = tmp_path / "keys.unfinished"
    unfinished.mkdir()
    (unfinished / "blind.key").write_text("torn", encoding="ascii")

    make_keys(Installation(data=tmp_path))

    assert KeyRing.load(tmp_path / "keys").newest_id == 1
    assert not unfinished.exists()

"""The master keys in their folder: closed to others, rotated without a pause, told apart by their ids."""

from pathlib import Path

import pytest

from standby.sealing import KeyRing, MasterKey, Unsealable
from standby.sealing.box import new_data_key
from standby.sealing.ring import add_master_key


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "keys"


def test_the_folder_and_its_files_are_closed_to_others(folder: Path) -> None:
    KeyRing.load_or_make(folder)

    assert folder.stat().st_mode & 0o777 == 0o700
    assert {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()} == {
        "blind.key": 0o600,
        "master-1.key": 0o600,
    }


def test_a_new_master_key_is_closed_to_others_too(folder: Path) -> None:
    KeyRing.load_or_make(folder)

    number = add_master_key(folder)

    assert (folder / f"master-{number}.key").stat().st_mode & 0o777 == 0o600


def test_a_second_start_finds_the_same_keys(folder: Path) -> None:
    key = new_data_key()
    first = KeyRing.load_or_make(folder)
    master_id, wrapped = first.wrap(key, subject="somebody")

    again = KeyRing.load_or_make(folder)

    assert again.unwrap(wrapped, master_id=master_id, subject="somebody") == key
    assert again.blind.of("a", purpose="b") == first.blind.of("a", purpose="b")


def test_after_a_rotation_the_newest_wraps_and_the_oldest_still_opens(folder: Path) -> None:
    key, before = new_data_key(), KeyRing.load_or_make(folder)
    old_id, wrapped = before.wrap(key, subject="somebody")
    add_master_key(folder)

    after = KeyRing.load(folder)

    assert (old_id, after.newest_id) == (1, 2)
    assert after.unwrap(wrapped, master_id=old_id, subject="somebody") == key
    assert after.wrap(key, subject="somebody")[0] == 2


def test_a_wrapped_key_moved_to_another_subject_does_not_open(folder: Path) -> None:
    ring = KeyRing.load_or_make(folder)
    master_id, wrapped = ring.wrap(new_data_key(), subject="somebody")

    with pytest.raises(Unsealable):
        ring.unwrap(wrapped, master_id=master_id, subject="somebody else")


def test_a_master_key_that_is_gone_opens_nothing(folder: Path) -> None:
    ring = KeyRing.load_or_make(folder)
    _, wrapped = ring.wrap(new_data_key(), subject="somebody")

    with pytest.raises(Unsealable):
        ring.unwrap(wrapped, master_id=9, subject="somebody")


def test_a_start_that_was_cut_off_between_two_files_is_finished(folder: Path) -> None:
    KeyRing.load_or_make(folder)
    blind = (folder / "blind.key").read_bytes()
    (folder / "master-1.key").unlink()

    KeyRing.load_or_make(folder)

    assert (folder / "blind.key").read_bytes() == blind


def test_no_key_shows_itself_in_a_log(folder: Path) -> None:
    ring = KeyRing.load_or_make(folder)
    secret = (folder / "master-1.key").read_text().strip()

    shown = f"{ring!r} {ring.blind!r} {MasterKey(id=1, secret=bytes.fromhex(secret))!r}"

    assert secret not in shown
    assert str(bytes.fromhex(secret)) not in shown


def test_a_key_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        MasterKey(id=1, secret=b"short")


def test_a_ring_without_keys_is_refused(folder: Path) -> None:
    folder.mkdir()
    (folder / "blind.key").write_text("00" * 32)

    with pytest.raises(ValueError, match="at least one"):
        KeyRing.load(folder)

from pathlib import Path

import pytest

from standby.cli.running.first_logins import FirstLogin, new_password, read, write
from standby.cli.running.installation import Installation
from standby.domain.errors import UnusableInput

_REGISTRAR = FirstLogin(login="registrar", password="long-and-random", duty="types in offers")


def test_first_logins_are_kept_for_the_one_who_runs_standby_only(tmp_path: Path) -> None:
    installation = Installation(data=tmp_path)

    write(installation, [_REGISTRAR])

    assert read(installation) == (_REGISTRAR,)
    assert installation.first_logins.stat().st_mode & 0o077 == 0


def test_nothing_is_left_when_every_password_was_replaced(tmp_path: Path) -> None:
    installation = Installation(data=tmp_path)
    write(installation, [_REGISTRAR])

    write(installation, [])

    assert read(installation) == ()
    assert not installation.first_logins.exists()


def test_a_torn_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "first-logins.json").write_text('[{"login": "a"}]', encoding="utf-8")

    with pytest.raises(UnusableInput, match=r"first-logins.json: This is not a list of first logins"):
        read(Installation(data=tmp_path))


def test_passwords_are_long_readable_and_never_the_same() -> None:
    passwords = {new_password() for _each in range(1000)}

    assert len(passwords) == 1000
    assert all(len(password) == 19 and not set(password) & set("il1o0") for password in passwords)

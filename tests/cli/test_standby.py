"""The script itself, on a checkout small enough to be prepared in a moment and without a network."""

import os
import shutil
import subprocess
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

_SCRIPT = Path(__file__).resolve().parents[2] / "standby"
_ECHO = "import os, sys; print(sys.argv[1:], os.getcwd())"


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """Our script, no requirements at all, and a command that says what it was given."""
    folder = tmp_path / "a house with spaces"
    code = folder / "src" / "standby" / "cli"
    code.mkdir(parents=True)
    for package in (code.parent, code):
        (package / "__init__.py").touch()
    (code / "__main__.py").write_text(_ECHO, encoding="utf-8")
    for name in ("requirements", "requirements-dev", "requirements-uv"):
        (folder / f"{name}.lock").touch()
    shutil.copy(_SCRIPT, folder)
    return folder


def _run(checkout: Path, *arguments: str, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    environment = {name: value for name, value in os.environ.items() if name not in {"PYTHONPATH", "VIRTUAL_ENV"}}
    command = (str(checkout / "standby"), *arguments)
    return subprocess.run(command, cwd=cwd, env=environment, check=False, capture_output=True, text=True)


def test_it_prepares_once_and_then_hands_over_in_a_moment(checkout: Path, tmp_path: Path) -> None:
    first = _run(checkout, "plan", "a b", cwd=tmp_path)
    second = _run(checkout, "plan", "a b", cwd=tmp_path)

    assert first.returncode == 0, first.stderr
    assert "Preparing: making a Python environment" in first.stderr
    assert second.stderr == ""
    assert second.stdout == first.stdout == f"['plan', 'a b'] {tmp_path}\n"


def test_tools_for_developers_are_fetched_only_for_those_who_need_them(checkout: Path) -> None:
    assert "requirements-dev.lock" not in _run(checkout, "up").stderr
    assert "requirements-dev.lock" in _run(checkout, "test").stderr
    assert _run(checkout, "up").stderr == ""


def test_a_changed_list_of_requirements_is_installed(checkout: Path) -> None:
    _run(checkout, "up")
    (checkout / "requirements.lock").write_text("# changed\n", encoding="ascii")

    assert "installing the packages of requirements.lock" in _run(checkout, "up").stderr


def test_two_starts_at_once_prepare_once(checkout: Path) -> None:
    with ThreadPoolExecutor(max_workers=2) as pool:
        both = list(pool.map(lambda _start: _run(checkout, "up"), range(2)))

    assert [start.returncode for start in both] == [0, 0]
    assert sum("making a Python environment" in start.stderr for start in both) == 1
    assert not (checkout / ".venv.lock").exists()


def test_a_killed_preparation_does_not_block_the_next_one(checkout: Path) -> None:
    with subprocess.Popen(("/bin/true",)) as gone:
        gone.wait()
    (checkout / ".venv.lock").mkdir()
    (checkout / ".venv.lock" / "pid").write_text(str(gone.pid), encoding="ascii")
    (checkout / ".venv").mkdir()
    (checkout / ".venv" / "half made").touch()

    assert _run(checkout, "up").returncode == 0


def test_a_checkout_without_git_will_do(checkout: Path) -> None:
    assert not (checkout / ".git").exists()
    assert _run(checkout, "--help").returncode == 0

"""`standby whatif` and `standby helps` from files to files."""

import json
from pathlib import Path

import pytest

from standby.cli import helps, whatif
from standby.domain.errors import UnusableInput

OPERATION = Path(__file__).resolve().parents[1] / "vectors" / "operations" / "windows_several"


def changes(folder: Path, text: str) -> str:
    file = folder / "changes.toml"
    file.write_text(text, encoding="utf-8")
    return str(file)


def test_the_differences_stand_beside_the_other_plan(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = changes(tmp_path, 'changes = ["need:N1:cancelled"]')

    code = whatif.main([str(OPERATION), "--changes", given, "--out", str(tmp_path / "out"), "--json"])

    said = json.loads(capsys.readouterr().out)
    written = json.loads((tmp_path / "out" / "differences.json").read_text())
    assert code == 0
    assert written["changes"] == ["need:N1:cancelled"]
    assert written["after"] == said["after"]
    assert written["after"]["value"] < written["before"]["value"]
    assert (tmp_path / "out" / "calls.csv").exists()


def test_a_change_that_is_not_known_is_named_with_its_row(tmp_path: Path) -> None:
    given = changes(tmp_path, 'changes = ["site:S1:closed", "rain"]')

    with pytest.raises(UnusableInput, match=r"changes\.toml"):
        whatif.main([str(OPERATION), "--changes", given, "--out", str(tmp_path / "out")])


def test_what_would_help_is_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    given = changes(tmp_path, 'changes = ["need:N1:+0"]')
    whatif.main([str(OPERATION), "--changes", given, "--out", str(tmp_path / "out")])
    (tmp_path / "plan").mkdir()
    (tmp_path / "plan" / "calls.csv").write_bytes((tmp_path / "out" / "calls.csv").read_bytes())

    code = helps.main([str(OPERATION), str(tmp_path / "plan"), "--out", str(tmp_path / "helps.json")])

    assert code == 0
    assert json.loads((tmp_path / "helps.json").read_text())["format"] == "standby-helps-1"
    assert capsys.readouterr().out

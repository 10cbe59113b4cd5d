"""The reference of commands must not lag behind the commands."""

import re
from importlib import import_module
from pathlib import Path

import pytest

from standby.cli.commands import COMMANDS, Command

_REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "commands.md"
_OPTION = re.compile(r"(?<![\w-])--[a-z][a-z-]*")


def _sections() -> dict[str, str]:
    parts = re.split(r"^### `standby ([\w-]+)`$", _REFERENCE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_command_has_its_place_in_the_reference() -> None:
    assert sorted(_sections()) == sorted(command.name for command in COMMANDS)


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_the_reference_names_just_the_options_there_are(command: Command, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        import_module(command.module).main(["--help"])
    told = capsys.readouterr().out
    described = re.findall(r"^- `(--[a-z][a-z-]*)", _sections()[command.name], flags=re.MULTILINE)

    assert sorted(described) == sorted(set(_OPTION.findall(told)) - {"--help"})

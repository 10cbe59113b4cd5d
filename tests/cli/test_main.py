from pathlib import Path

import pytest
from tests.processes import run_python

from standby.cli.__main__ import main, usage
from standby.cli.commands import COMMANDS, Command


def test_the_help_names_every_command() -> None:
    assert all(f"  {command.name} " in usage() for command in COMMANDS)


def test_without_a_command_one_is_told_what_there_is(capsys: pytest.CaptureFixture[str]) -> None:
    assert main([]) == 0
    assert "usage: ./standby <command>" in capsys.readouterr().out


def test_a_command_that_is_not_there_is_input_that_cannot_be_used(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["plann"]) == 2
    assert capsys.readouterr().err == "standby: there is no command 'plann'; ./standby --help lists them.\n"


@pytest.mark.parametrize("name", ["plan", "check", "link", "names"])
def test_an_engine_speaks_without_loading_django_or_a_database_driver(name: str) -> None:
    code = (
        "import sys\n"
        "from standby.cli.__main__ import main\n"
        "try: main([sys.argv[1], '--help'])\n"
        "except SystemExit: pass\n"
        "sys.exit(bool({'django', 'psycopg'} & sys.modules.keys()))"
    )

    result = run_python("-c", code, name)

    assert result.returncode == 0, result.stderr


@pytest.mark.parametrize("command", COMMANDS, ids=lambda command: command.name)
def test_every_command_says_how_it_is_used(command: Command, tmp_path: Path) -> None:
    result = run_python("-m", "standby.cli", command.name, "--help", STANDBY_DATA=str(tmp_path))

    assert result.returncode == 0, result.stderr
    assert result.stdout.startswith(f"usage: standby {command.name}")

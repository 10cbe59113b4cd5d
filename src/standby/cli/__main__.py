"""`standby <command> …`: finds the command, runs it, and turns a refusal into one line and an exit code."""

import importlib
import sys
from collections.abc import Callable
from typing import cast

from standby import __version__
from standby.cli.commands import COMMANDS, Command, command_named
from standby.domain.errors import StandbyError, UnusableInput

_FAILED, _UNUSABLE, _INTERRUPTED = 1, 2, 130


def main(argv: list[str]) -> int:
    if not argv or argv[0] in {"-h", "--help", "help"}:
        print(usage())
        return 0
    if argv[0] == "--version":
        print(__version__)
        return 0
    command = command_named(argv[0])
    if command is None:
        print(f"standby: there is no command {argv[0]!r}; ./standby --help lists them.", file=sys.stderr)
        return _UNUSABLE
    return run(command, argv[1:])


def run(command: Command, argv: list[str]) -> int:
    entry = cast("Callable[[list[str]], int]", importlib.import_module(command.module).main)
    try:
        return entry(argv)
    except UnusableInput as refusal:
        print(refusal, file=sys.stderr)
        return _UNUSABLE
    except StandbyError as refusal:
        print(f"standby {command.name}: {refusal}", file=sys.stderr)
        return _FAILED
    except KeyboardInterrupt:
        return _INTERRUPTED


def usage() -> str:
    width = max(len(command.name) for command in COMMANDS)
    lines = [f"  {command.name:<{width}}  {command.summary}" for command in COMMANDS]
    return "\n".join(["usage: ./standby <command> …   (./standby <command> --help says more)", "", *lines])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

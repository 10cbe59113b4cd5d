"""`standby <command> …`: finds the command, runs it, and turns a refusal into one line and an exit code."""

import importlib
import sys
from collections.abc import Callable
from functools import partial
from typing import cast

from standby import __version__
from standby.cli.commands import COMMANDS, command_named
from standby.cli.refusals import UNUSABLE, answered


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
        return UNUSABLE
    entry = cast("Callable[[list[str]], int]", importlib.import_module(command.module).main)
    return answered(partial(entry, argv[1:]), name=command.name)


def usage() -> str:
    width = max(len(command.name) for command in COMMANDS)
    lines = [f"  {command.name:<{width}}  {command.summary}" for command in COMMANDS]
    return "\n".join(["usage: ./standby <command> …   (./standby <command> --help says more)", "", *lines])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""`standby <command> …`: finds the command, runs it, and turns a refusal into one line and an exit code."""

import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import cast

from standby import __version__
from standby.cli import kernel_cache  # noqa: F401 - every command and all it starts share one place for compiled code
from standby.cli.commands import COMMANDS, Command, command_named
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
    return answered(partial(run, command, argv[1:]), name=command.name)


def run(command: Command, argv: list[str]) -> int:
    """The command's module is imported now and not before: FORMATS.md's engines work without Django."""
    if command.is_inside:
        argv = [command.module, *argv]
    module = import_module("standby.cli.running.inside" if command.is_inside else command.module)
    return cast("Callable[[list[str]], int]", module.main)(argv)


def usage() -> str:
    width = max(len(command.name) for command in COMMANDS)
    lines = [f"  {command.name:<{width}}  {command.summary}" for command in COMMANDS]
    return "\n".join(["usage: ./standby <command> …   (./standby <command> --help says more)", "", *lines])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

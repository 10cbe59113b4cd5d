"""Run a module that works on an installation: Django stands before the module is imported, so that it can name its
imports at the top like any other.

As a program: `python -m standby.cli.running.inside MODULE argument…`. Of the arguments it takes `--data DIR`.
"""

import argparse
import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import cast

from standby.cli.refusals import answered
from standby.cli.running.house import opened, set_up
from standby.cli.running.installation import installation_at
from standby.cli.running.progress import tell


def main(argv: list[str]) -> int:
    """The module's `main`, given the other arguments, while the installation's database is served."""
    module, *rest = argv
    parser = argparse.ArgumentParser(add_help=False, allow_abbrev=False)
    parser.add_argument("--data")
    asked, rest = parser.parse_known_args(rest)
    installation = installation_at(asked.data)
    if {"-h", "--help"} & set(rest):
        set_up(installation)
        return _main_of(module)(rest)
    with opened(installation, tell=tell):
        return _main_of(module)(rest)


def _main_of(module: str) -> Callable[[list[str]], int]:
    return cast("Callable[[list[str]], int]", import_module(module).main)


if __name__ == "__main__":
    sys.exit(answered(partial(main, sys.argv[1:]), name=sys.argv[1].rpartition(".")[2]))

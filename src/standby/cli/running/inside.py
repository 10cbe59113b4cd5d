"""Run a module that works on an installation: Django stands before the module is imported, so that it can name its
imports at the top like any other.

As a program: `python -m standby.cli.running.inside MODULE argument…`, in the environment of `house.environment_of`.
"""

import sys
from collections.abc import Callable
from functools import partial
from importlib import import_module
from typing import cast

import django

from standby.cli.refusals import answered


def run_inside(module: str, argv: list[str]) -> int:
    django.setup()
    return cast("Callable[[list[str]], int]", import_module(module).main)(argv)


if __name__ == "__main__":
    sys.exit(answered(partial(run_inside, sys.argv[1], sys.argv[2:]), name=sys.argv[1].rpartition(".")[2]))

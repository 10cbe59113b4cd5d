"""`standby helps DIR PLAN --out FILE`: what would help most, each planned again to be sure."""

import argparse
import sys
from pathlib import Path

from standby.cli import kernel_cache  # noqa: F401  says where kernels are kept, before the engine is imported
from standby.planning import Help, read, read_calls, replan, what_would_help
from standby.planning.writing.comparison_files import helps_as_json

_CANNOT_WRITE = 1


def main(argv: list[str]) -> int:
    arguments = _parser().parse_args(argv)
    operation = read(arguments.directory)
    plan = replan(operation, previous=read_calls(arguments.plan, operation=operation))
    helps = what_would_help(operation, plan, on_help=_show)
    content = helps_as_json(helps)
    try:
        arguments.out.write_bytes(content)
    except OSError as error:
        print(f"{error.filename}: It cannot be written: {error.strerror}.", file=sys.stderr)
        return _CANNOT_WRITE
    print(content.decode().rstrip() if arguments.json else in_words(helps))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="standby helps", description="Find what would help a plan most.")
    parser.add_argument("directory", metavar="DIR", type=Path, help="the files of the operation")
    parser.add_argument("plan", metavar="PLAN", type=Path, help="the plan that stands")
    parser.add_argument("--out", metavar="FILE", type=Path, required=True, help="where the list goes, as JSON")
    parser.add_argument("--json", action="store_true", help="print the list as JSON")
    return parser


def _show(done: int, count: int) -> None:
    print(f"{done / count:4.0%}  what would help", file=sys.stderr, flush=True)


def in_words(helps: tuple[Help, ...]) -> str:
    if not helps:
        return "Nothing that was tried would let more people in."
    return "\n".join(f"+{one.worth}: {one.change} ({one.people} more people, {one.needs} needs)" for one in helps)

"""`standby whatif DIR --changes FILE --out OUT`: a plan beside the plan, differences first."""

import argparse
import json
from pathlib import Path

from standby.cli import kernel_cache  # noqa: F401  says where kernels are kept, before the engine is imported
from standby.domain.errors import Fault, UnusableInput
from standby.planning import Comparison, NeedDifference, read, read_calls, read_changes, what_if
from standby.planning.writing.comparison_files import differences, write_comparison

_SHOWN = 10


def main(argv: list[str]) -> int:
    arguments = _parser().parse_args(argv)
    if arguments.out.resolve() in {arguments.directory.resolve(), arguments.plan and arguments.plan.resolve()}:
        raise UnusableInput((Fault(what="OUT is a folder that is read; give one of its own."),))
    operation, changes = read(arguments.directory), read_changes(arguments.changes)
    calls = read_calls(arguments.plan, operation=operation) if arguments.plan else None
    comparison = what_if(operation, changes, calls=calls)
    write_comparison(comparison, changes, arguments.out)
    print(json.dumps(differences(comparison)) if arguments.json else in_words(comparison, arguments.out))
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="standby whatif", description="Plan as if something were otherwise.")
    parser.add_argument("directory", metavar="DIR", type=Path, help="the files of the operation")
    parser.add_argument("--changes", metavar="FILE", type=Path, required=True, help='TOML: changes = ["…", "…"]')
    parser.add_argument("--out", metavar="OUT", type=Path, required=True, help="a folder of its own for the other plan")
    parser.add_argument("--plan", metavar="PLAN", type=Path, help="the plan that stands; without it one is made first")
    parser.add_argument("--json", action="store_true", help="print the differences as JSON")
    return parser


def in_words(comparison: Comparison, out: Path) -> str:
    before, after = comparison.before.proof, comparison.after.proof
    people = (
        f"{len(comparison.called)} people called who are not now, {len(comparison.not_called)} no longer called, "
        f"{len(comparison.moved)} called to another need."
    )
    value = (
        f"Worth {after.value} instead of {before.value} ({after.value - before.value:+d}); "
        f"no plan can be worth more than {after.bound}, {before.bound} as it stands."
    )
    lines = [people, value, *map(_in_words, comparison.needs[:_SHOWN])]
    if len(comparison.needs) > _SHOWN:
        lines.append(f"{len(comparison.needs) - _SHOWN} more needs differ.")
    return "\n".join([*lines, f"The other plan stands in {out}, and differences.json beside it."])


def _in_words(need: NeedDifference) -> str:
    return f"{need.need_id}: {need.filled} of {need.headcount}, before {need.filled_before} of {need.headcount_before}"

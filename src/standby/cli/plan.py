"""`standby plan DIR --out OUT`: from the files of an operation to a plan with its proof (FORMATS.md)."""

import argparse
import json
import sys
import time
from pathlib import Path

from standby.cli import kernel_cache  # noqa: F401  says where kernels are kept, before the engine is imported
from standby.cli.collecting import collecting_seldom
from standby.domain.errors import Refused, UnusableInput
from standby.planning import Limits, Plan, Seconds, Stage, read, read_previous, solve, write

_DONE, _CANNOT_WRITE, _UNUSABLE = 0, 1, 2


def main(argv: list[str]) -> int:
    arguments = _parser().parse_args(argv)
    if _is_same(arguments.directory, arguments.out):
        return _refuse("OUT is the folder of the operation; a plan goes into a folder of its own.")
    try:
        with collecting_seldom():
            plan, seconds = _plan(arguments)
            write(plan, arguments.out, seconds=seconds)
    except UnusableInput as error:
        return _refuse(*map(str, error.faults))
    except Refused as error:
        return _refuse(str(error))
    except OSError as error:
        print(f"{error.filename}: The plan cannot be written: {error.strerror}.", file=sys.stderr)
        return _CANNOT_WRITE
    print(_as_json(plan, arguments.out) if arguments.json else _in_words(plan, arguments.out))
    return _DONE


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="standby plan", description="Plan who goes where, and prove how good it is.")
    parser.add_argument("directory", metavar="DIR", type=Path, help="the files of the operation")
    parser.add_argument("--out", metavar="OUT", type=Path, required=True, help="a folder of its own for the plan")
    parser.add_argument("--seconds", metavar="S", type=float, help="stop improving after so many seconds")
    parser.add_argument("--gap", metavar="G", type=float, default=0.0, help="stop once the proven gap is so small")
    parser.add_argument("--seed", metavar="N", type=int, help="instead of the seed in policy.toml")
    parser.add_argument(
        "--warm", metavar="OUT", type=Path, help="begin from the plan in this folder, and change little"
    )
    parser.add_argument("--json", action="store_true", help="print the outcome as JSON")
    return parser


def _is_same(directory: Path, out: Path) -> bool:
    return directory.resolve() == out.resolve()


def _refuse(*sentences: str) -> int:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return _UNUSABLE


def _plan(arguments: argparse.Namespace) -> tuple[Plan, Seconds]:
    began = time.monotonic()
    operation = read(arguments.directory)
    previous = read_previous(arguments.warm) if arguments.warm else None
    done_reading = time.monotonic()
    clock = time.monotonic if arguments.seconds is not None else None
    limits = Limits(gap=arguments.gap, seconds=arguments.seconds, clock=clock)
    plan = solve(operation, seed=arguments.seed, limits=limits, previous=previous, on_progress=_show)
    return plan, Seconds(read=done_reading - began, solve=time.monotonic() - done_reading)


def _show(stage: Stage, share: float) -> None:
    print(f"{share:4.0%}  {stage.value}", file=sys.stderr, flush=True)


def _as_json(plan: Plan, out: Path) -> str:
    return json.dumps({"out": str(out), "called": _called(plan), "stand_by": len(plan.stand_by)} | _objective(plan))


def _objective(plan: Plan) -> dict[str, object]:
    proof = plan.proof
    return {
        "value": proof.value,
        "bound": proof.bound,
        "gap": proof.gap,
        "first_come": proof.first_come,
        "conflicts": len(plan.conflicts),
        "stopped_by": proof.stopped_by.value,
    }


def _in_words(plan: Plan, out: Path) -> str:
    proof = plan.proof
    return (
        f"{_called(plan)} people called, {len(plan.stand_by)} stand by, {len(plan.conflicts)} conflicts.\n"
        f"Worth {proof.value}; no plan can be worth more than {proof.bound} (gap {proof.gap:.4%}); "
        f"first come, first served: {proof.first_come}.\nThe plan stands in {out}."
    )


def _called(plan: Plan) -> int:
    return len({call.person_id for call in plan.calls})

"""`standby roster DIR --out OUT`: from the files of a site to a roster with its proof (docs/reference/roster.md)."""

import argparse
import json
import sys
import time
from pathlib import Path

from standby.domain.errors import Refused, UnusableInput
from standby.rostering import Limits, Roster, Seconds, Stage, read, solve, write

_DONE, _CANNOT_WRITE, _UNUSABLE = 0, 1, 2


def main(argv: list[str]) -> int:
    arguments = _parser().parse_args(argv)
    if arguments.directory.resolve() == arguments.out.resolve():
        return _refuse("OUT is the folder of the site; a roster goes into a folder of its own.")
    try:
        roster, seconds = _roster(arguments)
        write(roster, arguments.out, seconds=seconds)
    except UnusableInput as error:
        return _refuse(*map(str, error.faults))
    except Refused as error:
        return _refuse(str(error))
    except OSError as error:
        print(f"{error.filename}: The roster cannot be written: {error.strerror}.", file=sys.stderr)
        return _CANNOT_WRITE
    print(_as_json(roster, arguments.out) if arguments.json else _in_words(roster, arguments.out))
    return _DONE


def _parser() -> argparse.ArgumentParser:
    about = "Give out the shifts of a site under the rest rules, and prove how good that is."
    parser = argparse.ArgumentParser(prog="standby roster", description=about)
    parser.add_argument("directory", metavar="DIR", type=Path, help="the files of the site")
    parser.add_argument("--out", metavar="OUT", type=Path, required=True, help="a folder of its own for the roster")
    parser.add_argument("--seconds", metavar="S", type=float, help="stop improving after so many seconds")
    parser.add_argument("--gap", metavar="G", type=float, default=0.0, help="stop once the proven gap is so small")
    parser.add_argument("--seed", metavar="N", type=int, help="instead of the seed in policy.toml")
    parser.add_argument("--json", action="store_true", help="print the outcome as JSON")
    return parser


def _refuse(*sentences: str) -> int:
    for sentence in sentences:
        print(sentence, file=sys.stderr)
    return _UNUSABLE


def _roster(arguments: argparse.Namespace) -> tuple[Roster, Seconds]:
    began = time.monotonic()
    problem = read(arguments.directory)
    done_reading = time.monotonic()
    clock = time.monotonic if arguments.seconds is not None else None
    limits = Limits(gap=arguments.gap, seconds=arguments.seconds, clock=clock)
    roster = solve(problem, seed=arguments.seed, limits=limits, on_progress=_show)
    return roster, Seconds(read=done_reading - began, solve=time.monotonic() - done_reading)


def _show(stage: Stage, share: float) -> None:
    print(f"{share:4.0%}  {stage.value}", file=sys.stderr, flush=True)


def _as_json(roster: Roster, out: Path) -> str:
    proof = roster.proof
    return json.dumps(
        {
            "out": str(out),
            "duties": len(roster.assignments),
            "short": sum(shift.short for shift in roster.shifts),
            "value": proof.value,
            "bound": proof.bound,
            "gap": proof.gap,
            "by_hand": proof.by_hand,
            "stopped_by": proof.stopped_by.value,
        }
    )


def _in_words(roster: Roster, out: Path) -> str:
    proof, short = roster.proof, sum(shift.short for shift in roster.shifts)
    return (
        f"{len(roster.assignments)} duties given out, {short} places left open.\n"
        f"Worth {proof.value}; no roster can be worth more than {proof.bound} (gap {proof.gap:.4%}); "
        f"shift after shift, by hand: {proof.by_hand}.\nThe roster stands in {out}."
    )

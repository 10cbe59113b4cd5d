"""`standby bench`: every measurement of benchmarks/*/run.py, one after the other, so that none disturbs another."""

import argparse
import os
import subprocess
import sys

from standby.cli.running.installation import CHECKOUT

_FOLDER = CHECKOUT / "benchmarks"


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(
        prog="standby bench", description="Measure, each beside a plain baseline in the same run."
    )
    result.add_argument("names", nargs="*", metavar="NAME", help=f"only these: {', '.join(known())}")
    return result


def known() -> list[str]:
    return sorted(path.parent.name for path in _FOLDER.glob("*/run.py"))


def main(argv: list[str]) -> int:
    asked = parser()
    names = asked.parse_args(argv).names or known()
    unknown = sorted(set(names) - set(known()))
    if unknown:
        asked.error(f"there is no benchmark {', '.join(unknown)}")
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join((str(CHECKOUT / "src"), str(CHECKOUT)))}
    codes = []
    for name in names:
        print(f"== {name}", flush=True)
        command = (sys.executable, "-P", str(_FOLDER / name / "run.py"))
        codes.append(subprocess.run(command, cwd=CHECKOUT, env=environment, check=False).returncode)
    return max(codes, default=0)

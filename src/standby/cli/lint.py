"""`standby lint`: everything that can be said about the code without running it."""

import argparse

from standby.cli.linting.checks import CHECKS, outcomes


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(prog="standby lint", description="Check the code without running it.")
    names = [check.name for check in CHECKS]
    result.add_argument("checks", nargs="*", metavar="CHECK", help=f"only these: {', '.join(names)}")
    return result


def main(argv: list[str]) -> int:
    asked = parser()
    chosen = set(asked.parse_args(argv).checks)
    unknown = chosen - {check.name for check in CHECKS}
    if unknown:
        asked.error(f"there is no check {', '.join(sorted(unknown))}")
    return lint(chosen or {check.name for check in CHECKS})


def lint(names: set[str]) -> int:
    """Runs them all, also after one has failed: a list of faults is mended once."""
    failed = []
    for outcome in outcomes(tuple(check for check in CHECKS if check.name in names)):
        verdict = "good" if outcome.is_good else "NOT GOOD"
        print(f"lint {outcome.check.name:<16} {verdict:<9} {outcome.seconds:5.1f} s", flush=True)
        if not outcome.is_good:
            failed.append(outcome.check.name)
            print(outcome.told, flush=True)
    if failed:
        print(f"lint: to mend: {', '.join(failed)}")
    return 1 if failed else 0

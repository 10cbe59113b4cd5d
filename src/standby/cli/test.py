"""`standby test`: lint, then every test on every core, in random order; in CI in one order that stays the same."""

import argparse
import os
import subprocess
import sys
from collections.abc import Mapping

from standby.cli import kannel, spark
from standby.cli.browser import CHROMIUM, make_ready
from standby.cli.lint import lint
from standby.cli.linting.checks import CHECKS
from standby.cli.running import warming
from standby.cli.running.installation import CHECKOUT

_NO_TESTS = 5
_ORDER_IN_CI = "--randomly-seed=2020"  # a landing is decided by the change, not by the dice of one run
_UNTESTED = (
    f"NOT TESTED: the pages in a browser, for there is no {CHROMIUM} here and only root can install it. "
    "Everything else ran. Install chromium (Debian: apt-get install chromium), then run this again."
)
_WITHOUT_KANNEL = (
    f"NOT TESTED: short messages through Kannel, for there is no {kannel.BEARERBOX} here and only root can install it. "
    "Everything else ran. Install kannel (Debian: apt-get install kannel), then run this again."
)
_WITHOUT_SPARK = (
    "NOT TESTED: linking on a Spark cluster, for there is no Java here or the extra could not be installed. "
    "Everything else ran. Install a Java (Debian: apt-get install default-jre-headless), then run this again."
)


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(
        prog="standby test",
        description="Check the code and run every test. What follows is given to pytest, and lint is left out then.",
        usage="standby test [--long] [pytest argument …]",
    )
    result.add_argument("--long", action="store_true", help="also the tests that take minutes, with more examples")
    return result


def main(argv: list[str]) -> int:
    asked, for_pytest = parser().parse_known_args(argv)
    is_ci = os.environ.get("CI", "").lower() in {"1", "true", "yes"}
    has_browser = make_ready()
    if is_ci and not has_browser:
        print(f"There is no {CHROMIUM}, and CI must test the pages in a browser.", file=sys.stderr)
        return 1
    linted = 0 if for_pytest else _lint_and_compile()
    has_kannel = asked.long and kannel.make_ready()
    has_spark = asked.long and spark.make_ready()
    left_out = {"browser": not has_browser, "long": not asked.long, "kannel": not has_kannel, "spark": not has_spark}
    tested = _pytest(for_pytest, left_out=left_out, is_long=asked.long, is_ci=is_ci)
    if not has_browser:
        print(_UNTESTED)
    if asked.long and not has_kannel:
        print(_WITHOUT_KANNEL)
    if asked.long and not has_spark:
        print(_WITHOUT_SPARK)
    return linted or tested


def _lint_and_compile() -> int:
    """The planner is compiled once, beside the lint, rather than by every worker of the tests for itself."""
    if warming.is_warm():
        return lint({check.name for check in CHECKS})
    with warming.begun(environment=os.environ) as compiling:
        linted = lint({check.name for check in CHECKS})
        warming.finish(compiling)
    return linted


def _pytest(arguments: list[str], *, left_out: Mapping[str, bool], is_long: bool, is_ci: bool) -> int:
    without = [f"not {mark}" for mark, is_left_out in left_out.items() if is_left_out]
    marks = ("-m", " and ".join(without)) if without and "-m" not in arguments else ()
    spread = () if _has_workers(arguments) else ("-n", "logical")
    order = (_ORDER_IN_CI,) if is_ci else ()
    command = (sys.executable, "-P", "-m", "pytest", *spread, *order, *marks, *arguments)
    profile = "long" if is_long else "ci" if is_ci else "dev"
    environment = {**os.environ, "HYPOTHESIS_PROFILE": os.environ.get("HYPOTHESIS_PROFILE", profile)}
    code = subprocess.run(command, cwd=CHECKOUT, env=environment, check=False).returncode
    return 0 if code == _NO_TESTS and arguments else code


def _has_workers(arguments: list[str]) -> bool:
    return any(argument.startswith(("-n", "--numprocesses")) for argument in arguments)

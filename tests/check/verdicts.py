"""What `standby check` answers, as the tests read it."""

import io
from contextlib import redirect_stderr, redirect_stdout
from pathlib import Path
from typing import NamedTuple

from standby.cli import check


class Verdict(NamedTuple):
    code: int
    broken: list[str]
    faults: list[str]


def verdict_on(operation: Path, plan: Path) -> Verdict:
    with redirect_stdout(io.StringIO()) as said, redirect_stderr(io.StringIO()) as complained:
        code = check.main([str(operation), str(plan)])
    broken = said.getvalue().splitlines() if code == 1 else []
    return Verdict(code, broken, complained.getvalue().splitlines())

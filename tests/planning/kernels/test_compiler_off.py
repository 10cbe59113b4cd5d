"""The kernels as plain Python: the same tests once more, with the compiler off."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[2]


def test_every_kernel_test_holds_without_the_compiler() -> None:
    if os.environ.get("NUMBA_DISABLE_JIT"):
        return  # This is that run.
    others = [str(test) for test in sorted(HERE.glob("test_*.py")) if test != Path(__file__)]
    environment = os.environ | {"NUMBA_DISABLE_JIT": "1", "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}

    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--noconftest", *others],
        env=environment, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert run.returncode == 0, run.stdout

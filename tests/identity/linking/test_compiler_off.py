"""The kernels as plain Python: their tests once more, with the compiler off."""

import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ROOT = HERE.parents[2]
KERNELS = ("blocks", "kinds", "near_contacts", "pair_keys", "people", "proposals", "word_costs")


def test_every_kernel_test_holds_without_the_compiler() -> None:
    if os.environ.get("NUMBA_DISABLE_JIT"):
        return  # This is that run.
    tests = [*(str(HERE / f"test_{kernel}.py") for kernel in KERNELS), str(HERE.parent / "test_penalties.py")]
    environment = os.environ | {"NUMBA_DISABLE_JIT": "1", "PYTHONPATH": f"{ROOT / 'src'}{os.pathsep}{ROOT}"}

    run = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--noconftest", *tests],
        env=environment, cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert run.returncode == 0, run.stdout

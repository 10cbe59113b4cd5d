"""The one place that knows that kernels are compiled.

A kernel is plain Python over arrays of whole numbers; numba makes it fast, and with NUMBA_DISABLE_JIT=1 it runs as it
stands, which is how the tests hold it against its oracle. What is compiled is kept on disk: numba decides where
when it is first imported, by NUMBA_CACHE_DIR, so whoever starts the process says so (`standby.cli.kernel_cache`).
"""

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

Kernel = TypeVar("Kernel", bound=Callable[..., object])


def compiled(kernel: Kernel) -> Kernel:
    return cast(Kernel, njit(cache=True)(kernel))

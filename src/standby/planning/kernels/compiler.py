"""The one place that knows that kernels are compiled.

A kernel is plain Python over arrays of whole numbers; numba makes it fast, and with NUMBA_DISABLE_JIT=1 it runs as it
stands, which is how the tests hold it against its oracle. What is compiled is kept on disk: numba decides where
when it is first imported, by NUMBA_CACHE_DIR, so whoever starts the process says so (`standby.cli.kernel_cache`).

A kernel whose name begins with an underscore is called by other kernels alone. It gets no way in from Python, and none
gets one from C: unpacking all the arrays of an operation once more for each kernel took a sixth of the compiling.
"""

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

Kernel = TypeVar("Kernel", bound=Callable[..., object])


def compiled(kernel: Kernel) -> Kernel:
    is_inner = kernel.__name__.startswith("_")
    make = njit(cache=True, no_cfunc_wrapper=True, no_cpython_wrapper=is_inner)  # type: ignore[call-overload]  # stubs
    return cast(Kernel, make(kernel))

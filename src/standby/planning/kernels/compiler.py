"""The one place that knows that kernels are compiled.

A kernel is plain Python over arrays of whole numbers; numba makes it fast, and with NUMBA_DISABLE_JIT=1 it runs as it
stands, which is how the tests hold it against its oracle. What is compiled is kept on disk: numba decides where
when it is first imported, by NUMBA_CACHE_DIR, so whoever starts the process says so (`standby.cli.kernel_cache`).

A kernel whose name begins with an underscore is called by other kernels alone. It gets no way in from Python, and none
gets one from C: unpacking all the arrays of an operation once more for each kernel took a sixth of the compiling.

Arrays count who holds them, and whoever takes one out of an `Instance` counts up and down again: a quarter of a
microsecond for a rule that looks at three of them, forty times what the rule itself takes. A `lean` kernel counts
nothing. It may therefore make no array and hand none back, and call nothing but other lean kernels
(`tests/planning/kernels/test_compiler.py` holds all of them to it).
"""

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

Kernel = TypeVar("Kernel", bound=Callable[..., object])


def compiled(kernel: Kernel) -> Kernel:
    is_inner = kernel.__name__.startswith("_")
    make = njit(cache=True, no_cfunc_wrapper=True, no_cpython_wrapper=is_inner)  # type: ignore[call-overload]  # stubs
    return cast(Kernel, make(kernel))


def unattended(kernel: Kernel) -> Kernel:
    """For what takes long and touches nothing that anybody else works on: other threads go on meanwhile."""
    return cast(Kernel, njit(cache=True, nogil=True, no_cfunc_wrapper=True)(kernel))  # type: ignore[call-overload]  # stubs


def lean(kernel: Kernel) -> Kernel:
    """For what is asked millions of times and answers with numbers."""
    is_inner = kernel.__name__.startswith("_")
    make = njit(cache=True, _nrt=False, no_cfunc_wrapper=True, no_cpython_wrapper=is_inner)  # type: ignore[call-overload]  # stubs
    return cast(Kernel, make(kernel))

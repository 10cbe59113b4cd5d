"""How the kernels that score names are compiled: kept on disk, and without what none of their callers needs.

Each way into a kernel from Python or C takes as long to compile as a small kernel itself, and the `inner` ones are
called by other kernels alone.
"""

from collections.abc import Callable
from typing import TypeVar, cast

from numba import njit

Kernel = TypeVar("Kernel", bound=Callable[..., object])


def outer(kernel: Kernel) -> Kernel:
    make = njit(cache=True, nogil=True, no_cfunc_wrapper=True)  # type: ignore[call-overload]  # stubs
    return cast(Kernel, make(kernel))


def inner(kernel: Kernel) -> Kernel:
    make = njit(cache=True, nogil=True, no_cfunc_wrapper=True, no_cpython_wrapper=True)  # type: ignore[call-overload]  # stubs
    return cast(Kernel, make(kernel))

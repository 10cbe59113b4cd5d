"""Spares a command that keeps nearly all it makes most of the search for what could be thrown away.

Python looks again and again whether objects hold each other in circles and nobody else holds them. An operation of a
million people is some ten million objects, none of which go round in circles: looking took a quarter of the time.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

# So many objects more, and it is looked: the compiler of the kernels does leave circles behind.
_OBJECTS = 1_000_000


@contextmanager
def collecting_seldom() -> Iterator[None]:
    before = gc.get_threshold()
    gc.set_threshold(_OBJECTS, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)

"""What a starting installation says while one waits: what is being done, and how long it took."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager


def tell(sentence: str) -> None:
    print(sentence, flush=True)


@contextmanager
def step(what: str) -> Iterator[None]:
    """A line that begins before the work and ends with its seconds."""
    began = time.monotonic()
    sys.stdout.write(f"  {what} … ")
    sys.stdout.flush()
    try:
        yield
    except BaseException:
        sys.stdout.write("no.\n")
        raise
    sys.stdout.write(f"{time.monotonic() - began:.1f} s\n")
    sys.stdout.flush()

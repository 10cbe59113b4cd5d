"""Work on millions of rows, a part of them at a time and two parts side by side."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

from standby.identity.linking.ragged import parts_of

# So many rows at a time stay in the processor's own memory.
_AT_ONCE = 200_000
_SIDE_BY_SIDE = 2


def side_by_side(work: Callable[[slice], None], size: int) -> None:
    """Every part has its own rows to write to, so that it does not matter which is done first."""
    parts = parts_of(size, _AT_ONCE)
    if len(parts) < _SIDE_BY_SIDE:
        work(slice(0, size))
        return
    with ThreadPoolExecutor(_SIDE_BY_SIDE) as pool:
        list(pool.map(work, parts))

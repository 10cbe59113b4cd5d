"""A gate that nobody has passed yet, for each test."""

from collections.abc import Iterator

import pytest

from standby.rooms.door.floods.watch import flood_watch


@pytest.fixture(autouse=True)
def fresh_watch() -> Iterator[None]:
    flood_watch.cache_clear()
    yield
    flood_watch.cache_clear()

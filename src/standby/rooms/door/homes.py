"""Finding the home a town's name means, in whatever script and spelling a list has it."""

from collections.abc import Iterable

from standby.exchange import PlaceFinder
from standby.identity import fold
from standby.rooms.places.queries.homes import HomeView


def home_finder(homes: Iterable[HomeView]) -> PlaceFinder:
    """A town that sounds like two homes is none of them."""
    by_sound: dict[tuple[str, ...], set[str]] = {}
    for home in homes:
        for name in (home.code, *home.names.values()):
            by_sound.setdefault(fold(name), set()).add(home.code)

    def find(town: str, country: str, /) -> str:
        del country
        found = by_sound.get(fold(town), set()) if town.strip() else set()
        return next(iter(found)) if len(found) == 1 else ""

    return find

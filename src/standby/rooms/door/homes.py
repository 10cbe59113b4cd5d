"""Finding the home a town's name means, in whatever script and spelling a list has it."""

from collections.abc import Iterable, Mapping

from standby.exchange import PlaceFinder
from standby.identity import fold


def home_finder(homes: Iterable[tuple[str, Mapping[str, str]]]) -> PlaceFinder:
    """`homes`: code and names by language. A town that sounds like two homes is none of them."""
    by_sound: dict[tuple[str, ...], set[str]] = {}
    for code, names in homes:
        for name in (code, *names.values()):
            by_sound.setdefault(fold(name), set()).add(code)

    def find(town: str, country: str, /) -> str:
        del country
        found = by_sound.get(fold(town), set()) if town.strip() else set()
        return next(iter(found)) if len(found) == 1 else ""

    return find

"""Finding the home a town's name means, in whatever script and spelling a list has it."""

from collections.abc import Iterable, Mapping

from standby.exchange import PlaceFinder
from standby.exchange.towns import town_key
from standby.identity import fold
from standby.rooms.places.queries.homes import HomeView

NOTHING_SAID: Mapping[str, str] = {}


def home_finder(homes: Iterable[HomeView], *, said: Mapping[str, str] = NOTHING_SAID) -> PlaceFinder:
    """What a person said of a town (by its key; empty: none of ours) goes before its sound; a town that sounds like
    two homes is none of them."""
    homes = list(homes)
    by_sound: dict[tuple[str, ...], set[str]] = {}
    for home in homes:
        for name in (home.code, *home.names.values()):
            by_sound.setdefault(fold(name), set()).add(home.code)
    # A home that was taken away since is none any more.
    codes = {home.code for home in homes}

    def find(town: str, country: str, /) -> str:
        del country
        told = said.get(town_key(town)) if said else None
        if told is not None:
            return told if told in codes else ""
        found = by_sound.get(fold(town), set()) if town.strip() else set()
        return next(iter(found)) if len(found) == 1 else ""

    return find


def likely_home(town: str, homes: Iterable[HomeView]) -> str:
    """The one home whose name stands whole within what was written ("Glendale CA", "г. Ереван"); empty for none."""
    words = set(fold(town))
    names = {home.code: [fold(name) for name in home.names.values() if name] for home in homes}
    found = {code for code, folded in names.items() if any(name and words >= set(name) for name in folded)}
    return next(iter(found)) if len(found) == 1 else ""

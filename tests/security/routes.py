"""The site's addresses as they are, and what was decided about each of those that need a duty."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.urls import URLPattern, URLResolver, get_resolver

from standby.rooms.accounts.models import Duty

_TABLE = Path(__file__).with_name("duties.txt")
_LETTERS = {
    "C": Duty.COORDINATOR,
    "R": Duty.REGISTRAR,
    "V": Duty.VERIFIER,
    "S": Duty.SITE_CONTACT,
    "A": Duty.AUDITOR,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Route:
    """An address with its parameters, as (converter, name)."""

    name: str
    path: str
    parameters: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """Whom a route opens to, and whether it is looked at, does something, or both."""

    name: str
    duties: frozenset[Duty]
    is_read: bool
    is_done: bool


def all_routes() -> list[Route]:
    return list(_walk(get_resolver().url_patterns, namespace="", path="/"))


def _walk(patterns: list[URLPattern | URLResolver], *, namespace: str, path: str) -> Iterator[Route]:
    for pattern in patterns:
        below = f"{path}{pattern.pattern}"
        if isinstance(pattern, URLResolver):
            inner = ":".join(filter(None, (namespace, pattern.namespace)))
            yield from _walk(pattern.url_patterns, namespace=inner, path=below)
        else:
            name = ":".join(filter(None, (namespace, pattern.name)))
            converters = pattern.pattern.converters
            found = tuple((type(converter).__name__, key) for key, converter in converters.items())
            yield Route(name=name, path=below, parameters=found)


def decided() -> dict[str, Decided]:
    lines = [line.split() for line in _TABLE.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return {
        name: Decided(
            name=name,
            duties=frozenset(_LETTERS[letter] for letter in letters),
            is_read=kind in {"get", "both"},
            is_done=kind in {"post", "both"},
        )
        for name, letters, kind in lines
    }

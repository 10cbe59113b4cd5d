"""How a row is recognised: the same content again, or the same person in the next version of a list."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import IntEnum


class KeyKind(IntEnum):
    """What a key rests on; the lower, the surer. A phone or an address alone is a family's, and no key."""

    PHONE_AND_NAME = 1
    EMAIL_AND_NAME = 2
    NAME_AND_BIRTH = 3
    PHONE_AND_GIVEN = 4
    EMAIL_AND_GIVEN = 5
    NAME = 6


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class RowKey:
    kind: KeyKind
    value: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """What is kept of a row to compare the next version with: opaque once both values were hashed with a secret."""

    reference: str
    fingerprint: bytes
    keys: tuple[RowKey, ...] = ()

    def hidden(self, conceal: Callable[[bytes], bytes]) -> "Trace":
        """The same with everything personal in it passed through a keyed hash."""
        keys = tuple(RowKey(kind=key.kind, value=conceal(key.value)) for key in self.keys)
        return Trace(reference=self.reference, fingerprint=conceal(self.fingerprint), keys=keys)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One person in two versions of a list, and what says so; nothing does where the content is the same.

    By the name alone it may be two people after all: that is for a person to judge.
    """

    old: str
    new: str
    by: KeyKind | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class VersionChanges:
    """The references of rows, in the order of their version. Missing is never a withdrawal: it is only shown."""

    same: tuple[Change, ...]
    changed: tuple[Change, ...]
    new: tuple[str, ...]
    missing: tuple[str, ...]


def compare_versions(old: Iterable[Trace], new: Iterable[Trace]) -> VersionChanges:
    """What a new version of a list brings: by content first, then by ever weaker keys that point at one row only."""
    left, right = list(old), list(new)
    same = _pair_by_content(left, right)
    left, right = _without(left, {pair.old for pair in same}), _without(right, {pair.new for pair in same})
    changed: list[Change] = []
    for kind in KeyKind:
        found = _pair_by_key(left, right, kind)
        changed += found
        left, right = _without(left, {pair.old for pair in found}), _without(right, {pair.new for pair in found})
    return VersionChanges(
        same=tuple(same),
        changed=tuple(changed),
        new=tuple(trace.reference for trace in right),
        missing=tuple(trace.reference for trace in left),
    )


def _pair_by_content(old: list[Trace], new: list[Trace]) -> list[Change]:
    waiting: dict[bytes, list[str]] = {}
    for trace in reversed(old):
        waiting.setdefault(trace.fingerprint, []).append(trace.reference)
    return [
        Change(old=waiting[trace.fingerprint].pop(), new=trace.reference)
        for trace in new
        if waiting.get(trace.fingerprint)
    ]


def _pair_by_key(old: list[Trace], new: list[Trace], kind: KeyKind) -> list[Change]:
    before, after = _holders(old, kind), _holders(new, kind)
    pairs: dict[str, str] = {}
    for value, owners in before.items():
        takers = after.get(value, set())
        # A family shares a phone, two people share a name: a key that more than one row holds says nothing.
        if len(owners) == 1 and len(takers) == 1:
            pairs.setdefault(next(iter(takers)), next(iter(owners)))
    changes = (
        Change(old=pairs[trace.reference], new=trace.reference, by=kind) for trace in new if trace.reference in pairs
    )
    return _one_to_one(changes)


def _one_to_one(found: Iterable[Change]) -> list[Change]:
    kept: dict[str, Change] = {}
    for pair in found:
        kept.setdefault(pair.old, pair)
    return list(kept.values())


def _holders(traces: list[Trace], kind: KeyKind) -> dict[bytes, set[str]]:
    holders: dict[bytes, set[str]] = {}
    for trace in traces:
        for key in trace.keys:
            if key.kind is kind:
                holders.setdefault(key.value, set()).add(trace.reference)
    return holders


def _without(traces: list[Trace], references: set[str]) -> list[Trace]:
    return [trace for trace in traces if trace.reference not in references]

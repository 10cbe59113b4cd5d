"""What becomes of a sign-up for where it comes from and how often its contact was given: nothing, mostly."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from standby.rooms.door.floods.limits import FloodLimits
from standby.rooms.door.floods.tally import Tally
from standby.rooms.people.values import Hold

_EVERYBODY = b"everybody"
_DAY = 24 * 3600.0
# A puzzle given a moment ago may have become easier than what is asked now.
_SLACK_BITS = 2


@dataclass(frozen=True, slots=True)
class Passed:
    """Taken in as any other."""


@dataclass(frozen=True, slots=True)
class Held:
    """Taken in and acknowledged, and looked at by a person before it counts."""

    why: Hold


@dataclass(frozen=True, slots=True)
class Puzzled:
    """Taken in as any other with a proof of so many bits; without one it is held."""

    bits: int


@dataclass(frozen=True, slots=True)
class Later:
    """Not taken in now."""

    seconds: int


Verdict: TypeAlias = Passed | Held | Puzzled
PASSED = Passed()


class Gate:
    """One for each process. It counts and never stores: `network` and `contacts` are keyed hashes."""

    def __init__(self, limits: FloodLimits) -> None:
        self.limits = limits
        self._lately = Tally(seconds=limits.seconds)
        self._today = Tally(seconds=_DAY)
        self._contacts = Tally(seconds=_DAY)

    def knock(self, network: bytes, *, at: float) -> Later | None:
        """Counts an attempt, before anything of it is read."""
        self._lately.note(_EVERYBODY, at=at)
        self._today.note(network, at=at)
        number = self._lately.add(network, at=at)
        return Later(self.limits.pause) if number > self.limits.hard else None

    def bits_for(self, network: bytes, *, at: float, more: int = 0) -> int:
        """How hard a puzzle this network is asked to solve at the moment, or once `more` came; 0 for none."""
        limits = self.limits
        number = self._lately.of(network, at=at) + more
        if number <= limits.free and not self._is_many_today(network, at=at, more=more):
            return 0
        return min(limits.most_bits, limits.first_bits + int(math.log2(max(1, number / limits.free))))

    def judge(self, *, network: bytes, contacts: Sequence[bytes], solved_bits: int, at: float) -> Verdict:
        """Of a sign-up that is otherwise fit to be taken in."""
        numbers = [self._contacts.add(contact, at=at) for contact in contacts]
        if max(numbers, default=0) > self.limits.contact:
            return Held(Hold.CONTACT)
        bits = self.bits_for(network, at=at)
        return PASSED if bits == 0 or 0 < solved_bits >= bits - _SLACK_BITS else Puzzled(bits)

    def _is_many_today(self, network: bytes, *, at: float, more: int) -> bool:
        """Only asked while everybody comes."""
        if self._lately.of(_EVERYBODY, at=at) <= self.limits.surge:
            return False
        return self._today.of(network, at=at) + more > self.limits.free_in_surge

"""What becomes of a sign-up for where it comes from and how often its contact was given: nothing, mostly."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from standby.rooms.door.floods.tally import Tally
from standby.rooms.people.values import Hold

_EVERYBODY = b"everybody"
_FIRST_BITS, _MOST_BITS = 15, 21
# A puzzle given a moment ago may have become easier than what is asked now.
_SLACK_BITS = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FloodLimits:
    """Sign-ups in `seconds`, in each process of the site. Beyond them nobody is locked out: see Verdict.

    `free` pass unasked from one network (/24, /48); as soon as more than `surge` come from everywhere together, `free`
    is `free_in_surge`. Beyond `hard` a network is asked to come back in `pause` seconds. `contact` is how often a
    telephone number or an address may be given in `contact_seconds`: families share one.
    """

    seconds: float = 600
    free: int = 60
    surge: int = 3000
    free_in_surge: int = 8
    hard: int = 6000
    pause: int = 60
    contact: int = 6
    contact_seconds: float = 24 * 3600

    def __post_init__(self) -> None:
        if not 1 <= self.free_in_surge <= self.free <= self.hard:
            raise ValueError("Somebody passes unasked from every network, and fewer while everybody comes.")


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
        self._networks = Tally(seconds=limits.seconds)
        self._everybody = Tally(seconds=limits.seconds)
        self._contacts = Tally(seconds=limits.contact_seconds)

    def knock(self, network: bytes, *, at: float) -> Later | None:
        """Counts an attempt, before anything of it is read."""
        self._everybody.add(_EVERYBODY, at=at)
        number = self._networks.add(network, at=at)
        return Later(self.limits.pause) if number > self.limits.hard else None

    def bits_for(self, network: bytes, *, at: float) -> int:
        """How hard a puzzle this network is asked to solve at the moment; 0 for none."""
        number, free = self._networks.of(network, at=at), self._free(at)
        if number <= free:
            return 0
        return min(_MOST_BITS, _FIRST_BITS + int(math.log2(number / free)))

    def judge(self, *, network: bytes, contacts: Sequence[bytes], solved_bits: int, at: float) -> Verdict:
        """Of a sign-up that is otherwise fit to be taken in."""
        numbers = [self._contacts.add(contact, at=at) for contact in contacts]
        if max(numbers, default=0) > self.limits.contact:
            return Held(Hold.CONTACT)
        bits = self.bits_for(network, at=at)
        return PASSED if solved_bits + _SLACK_BITS >= bits or bits == 0 else Puzzled(bits)

    def _free(self, at: float) -> int:
        is_surge = self._everybody.of(_EVERYBODY, at=at) > self.limits.surge
        return self.limits.free_in_surge if is_surge else self.limits.free

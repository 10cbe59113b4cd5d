"""What becomes of a sign-up for where it comes from and how often its contact was given: nothing, mostly."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeAlias

from standby.rooms.door.floods.limits import FloodLimits
from standby.rooms.door.floods.tally import Tally
from standby.rooms.people.values import Hold

_EVERYBODY = b"everybody"
# A page may lie open for a while before it is sent: its browser is given a puzzle before a crowd is one.
_SOON = 0.5
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
        self._forms = Tally(seconds=_DAY)

    def knock(self, network: bytes, *, at: float) -> Later | None:
        """Counts an attempt, before anything of it is read."""
        self._lately.note(_EVERYBODY, at=at)
        self._today.note(_EVERYBODY, at=at)
        self._today.note(network, at=at)
        number = self._lately.add(network, at=at)
        return Later(self.limits.pause) if number > self.limits.hard else None

    def bits_for(self, network: bytes, *, at: float) -> int:
        """How hard a puzzle this network is asked to solve at the moment; 0 for none."""
        return self._bits(network, at=at, more=0, crowd=1.0)

    def bits_ahead(self, network: bytes, *, at: float) -> int:
        """The puzzle of a page that is sent later: asked for one form ahead, and from half a crowd on."""
        return self._bits(network, at=at, more=1, crowd=_SOON)

    def judge(self, *, network: bytes, contacts: Sequence[bytes], form: bytes, solved_bits: int, at: float) -> Verdict:
        """Of a sign-up that is otherwise fit to be taken in; `form` stands for its key.

        A contact counts once for each form: a form that comes again, with its proof or after a broken line, is the
        same form.
        """
        numbers = [self._given(contact, form, at=at) for contact in contacts]
        if max(numbers, default=0) > self.limits.contact:
            return Held(Hold.CONTACT)
        bits = self.bits_for(network, at=at)
        return PASSED if bits == 0 or 0 < solved_bits >= bits - _SLACK_BITS else Puzzled(bits)

    def _given(self, contact: bytes, form: bytes, *, at: float) -> float:
        """How often a contact was given today, by different forms."""
        is_again = self._forms.add(contact + form, at=at) > 1
        return self._contacts.of(contact, at=at) if is_again else self._contacts.add(contact, at=at)

    def _bits(self, network: bytes, *, at: float, more: int, crowd: float) -> int:
        limits = self.limits
        number = self._lately.of(network, at=at) + more
        if number <= limits.free and not self._is_many_today(network, at=at, more=more, crowd=crowd):
            return 0
        return min(limits.most_bits, limits.first_bits + int(math.log2(max(1, number / limits.free))))

    def _is_many_today(self, network: bytes, *, at: float, more: int, crowd: float) -> bool:
        """Only asked while everybody comes."""
        return self._is_crowd(at=at, share=crowd) and self._today.of(network, at=at) + more > self.limits.free_in_surge

    def _is_crowd(self, *, at: float, share: float) -> bool:
        """Of `share` of what makes one. Machines that come slowly from everywhere show over the day alone."""
        limits = self.limits
        lately, today = self._lately.of(_EVERYBODY, at=at), self._today.of(_EVERYBODY, at=at)
        return lately > limits.surge * share or today > limits.surge_in_a_day * share

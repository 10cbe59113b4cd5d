"""The gate: nobody is locked out, and no network fills the list."""

from standby.rooms.door.floods.gate import PASSED, Gate, Held, Later, Puzzled
from standby.rooms.door.floods.limits import FloodLimits
from standby.rooms.people.values import Hold

_LIMITS = FloodLimits(free=20, surge=1000, free_in_surge=5, hard=200, contact=3)
_VILLAGE, _ELSEWHERE = b"village", b"elsewhere"


def _knocked(gate: Gate, times: int, *, network: bytes = _VILLAGE) -> None:
    for _ in range(times):
        gate.knock(network, at=1)


def test_a_few_from_one_network_pass_unasked() -> None:
    gate = Gate(_LIMITS)
    _knocked(gate, 20)

    assert gate.judge(network=_VILLAGE, contacts=[], solved_bits=0, at=1) == PASSED


def test_a_village_behind_one_address_is_asked_for_a_proof_and_then_passes() -> None:
    gate = Gate(_LIMITS)
    _knocked(gate, 150)

    asked = gate.judge(network=_VILLAGE, contacts=[], solved_bits=0, at=1)

    assert isinstance(asked, Puzzled)
    assert gate.judge(network=_VILLAGE, contacts=[], solved_bits=asked.bits, at=1) == PASSED
    assert gate.judge(network=_ELSEWHERE, contacts=[], solved_bits=0, at=1) == PASSED


def test_the_puzzle_grows_with_the_flood() -> None:
    gate = Gate(_LIMITS)
    _knocked(gate, 21)
    easy = gate.bits_for(_VILLAGE, at=1)
    _knocked(gate, 170)

    assert easy < gate.bits_for(_VILLAGE, at=1)


def test_beyond_the_hard_limit_a_network_is_asked_to_come_back() -> None:
    gate = Gate(_LIMITS)
    _knocked(gate, 200)

    assert gate.knock(_VILLAGE, at=1) == Later(_LIMITS.pause)
    assert gate.knock(_VILLAGE, at=1 + 2 * _LIMITS.seconds) is None


def test_while_everybody_comes_a_puzzle_tells_browsers_from_machines_that_come_slowly() -> None:
    gate = Gate(_LIMITS)
    _knocked(gate, 6)
    assert gate.bits_for(_VILLAGE, at=1) == 0

    for number in range(1000):
        gate.knock(number.to_bytes(4, "big"), at=1)

    assert gate.bits_for(_VILLAGE, at=1) > 0
    assert gate.bits_for(_ELSEWHERE, at=1, more=1) == 0
    assert gate.bits_for(_VILLAGE, at=1 + 3 * _LIMITS.seconds) == 0  # calm again


def test_a_browser_is_told_of_the_puzzle_one_form_ahead() -> None:
    gate = Gate(_LIMITS)
    _knocked(gate, 20)

    assert gate.bits_for(_VILLAGE, at=1) == 0
    assert gate.bits_for(_VILLAGE, at=1, more=1) == _LIMITS.first_bits


def test_a_contact_given_again_and_again_is_looked_at_whatever_was_proven() -> None:
    gate = Gate(_LIMITS)
    for _ in range(3):
        assert gate.judge(network=_VILLAGE, contacts=[b"phone"], solved_bits=0, at=1) == PASSED

    judged = gate.judge(network=_ELSEWHERE, contacts=[b"phone"], solved_bits=24, at=1)

    assert judged == Held(Hold.CONTACT)

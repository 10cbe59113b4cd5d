"""The gate: nobody is locked out, and no network fills the list."""

from standby.rooms.door.floods.gate import PASSED, Gate, Held, Later, Puzzled, Verdict
from standby.rooms.door.floods.limits import FloodLimits
from standby.rooms.people.values import Hold

_LIMITS = FloodLimits(free=20, surge=1000, free_in_surge=5, hard=200, contact=3)
_VILLAGE, _ELSEWHERE = b"village", b"elsewhere"
_FORM = b"form"


def _knocked(gate: Gate, times: int, *, network: bytes = _VILLAGE) -> None:
    for _ in range(times):
        gate.knock(network, at=1)


def test_a_few_from_one_network_pass_unasked() -> None:
    gate = Gate(_LIMITS)
    _knocked(gate, 20)

    assert gate.judge(network=_VILLAGE, contacts=[], form=_FORM, solved_bits=0, at=1) == PASSED


def test_a_village_behind_one_address_is_asked_for_a_proof_and_then_passes() -> None:
    gate = Gate(_LIMITS)
    _knocked(gate, 150)

    asked = gate.judge(network=_VILLAGE, contacts=[], form=_FORM, solved_bits=0, at=1)

    assert isinstance(asked, Puzzled)
    assert gate.judge(network=_VILLAGE, contacts=[], form=_FORM, solved_bits=asked.bits, at=1) == PASSED
    assert gate.judge(network=_ELSEWHERE, contacts=[], form=_FORM, solved_bits=0, at=1) == PASSED


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
    assert gate.bits_ahead(_ELSEWHERE, at=1) == 0
    assert gate.bits_for(_VILLAGE, at=1 + 3 * _LIMITS.seconds) == 0  # calm again


def test_in_a_crowd_homes_that_somebody_took_over_pass_from_none_of_them_unasked() -> None:
    gate = _crowded(from_each=2)

    homes = [f"home {number}".encode() for number in range(200)]

    assert all(isinstance(_tried(gate, home), Puzzled) for home in homes)


def test_a_village_passes_in_a_crowd_with_proofs_and_whoever_has_none_is_looked_at_and_not_turned_away() -> None:
    gate = _crowded(from_each=2)

    for number in range(500):
        assert gate.knock(_VILLAGE, at=1) is None
        form = number.to_bytes(2, "big")
        asked = gate.judge(network=_VILLAGE, contacts=[form], form=form, solved_bits=0, at=1)
        assert isinstance(asked, Puzzled)
        assert gate.judge(network=_VILLAGE, contacts=[form], form=form, solved_bits=asked.bits, at=1) == PASSED


def test_machines_that_come_slowly_from_everywhere_show_over_a_day() -> None:
    gate = Gate(FloodLimits(surge=300, surge_in_a_day=3000))
    seconds = 20.0 * 24 * 3600  # where a day begins

    told = [_tried(gate, number.to_bytes(4, "big"), at=seconds + 20.0 * number) for number in range(3100)]

    assert all(verdict == PASSED for verdict in told[:3000])
    assert all(isinstance(verdict, Puzzled) for verdict in told[3000:])


def test_a_browser_is_given_the_puzzle_while_the_crowd_is_half_a_crowd() -> None:
    gate = Gate(FloodLimits(surge=100))
    _knocked(gate, 30)
    assert gate.bits_ahead(_ELSEWHERE, at=1) == 0

    _knocked(gate, 21)

    assert gate.bits_for(_ELSEWHERE, at=1) == 0
    assert gate.bits_ahead(_ELSEWHERE, at=1) == gate.limits.first_bits


def _crowded(*, from_each: int) -> Gate:
    """More than 300 came within minutes, from networks of which none sent many."""
    gate = Gate(FloodLimits(surge=300))
    for number in range(301):
        gate.knock((number // from_each).to_bytes(4, "big"), at=1)
    return gate


def _tried(gate: Gate, network: bytes, *, at: float = 1) -> Verdict:
    gate.knock(network, at=at)
    return gate.judge(network=network, contacts=[], form=_FORM, solved_bits=0, at=at)


def test_a_browser_is_told_of_the_puzzle_one_form_ahead() -> None:
    gate = Gate(_LIMITS)
    _knocked(gate, 20)

    assert gate.bits_for(_VILLAGE, at=1) == 0
    assert gate.bits_ahead(_VILLAGE, at=1) == _LIMITS.first_bits


def test_a_contact_given_again_and_again_is_looked_at_whatever_was_proven() -> None:
    gate = Gate(_LIMITS)
    for number in range(3):
        assert _given(gate, b"phone", form=bytes([number])) == PASSED

    assert _given(gate, b"phone", form=b"one more", solved_bits=24) == Held(Hold.CONTACT)


def test_a_form_that_comes_again_gives_its_contact_once() -> None:
    gate = Gate(_LIMITS)

    for _ in range(10):
        assert _given(gate, b"phone", form=_FORM) == PASSED

    assert [_given(gate, b"phone", form=bytes([number])) for number in range(3)] == [
        PASSED,
        PASSED,
        Held(Hold.CONTACT),
    ]


def test_one_key_for_many_contacts_hides_none_of_them() -> None:
    gate = Gate(_LIMITS)
    for number in range(4):
        _given(gate, bytes([number]), form=_FORM)
        _given(gate, b"phone", form=bytes([number]))

    assert _given(gate, b"phone", form=_FORM) == Held(Hold.CONTACT)


def _given(gate: Gate, contact: bytes, *, form: bytes, solved_bits: int = 0) -> Verdict:
    return gate.judge(network=_ELSEWHERE, contacts=[contact], form=form, solved_bits=solved_bits, at=1)

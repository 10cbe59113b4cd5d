"""Proof of work."""

import hashlib
import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.rooms.door.floods.proof import MINUTES, Puzzles, solve, zero_bits

_VECTORS = Path(__file__).resolve().parents[3] / "vectors" / "proof.json"
_HERE, _ELSEWHERE = b"here", b"elsewhere"


@pytest.fixture
def puzzles() -> Puzzles:
    return Puzzles(secret=b"secret")


@given(bits=st.integers(min_value=0, max_value=10), key=st.text(min_size=1, max_size=20))
def test_what_was_solved_for_a_form_counts_for_it(bits: int, key: str) -> None:
    puzzles = Puzzles(secret=b"secret")
    proof = solve(puzzles.challenge(network=_HERE, bits=bits, minute=100), key=key)

    assert puzzles.bits_of(proof, key=key, network=_HERE, minute=100) == bits


def test_it_counts_for_no_other_form_network_or_hour(puzzles: Puzzles) -> None:
    proof = solve(puzzles.challenge(network=_HERE, bits=8, minute=100), key="k")

    assert puzzles.bits_of(proof, key="k", network=_HERE, minute=100 + MINUTES) == 8
    assert puzzles.bits_of(proof, key="other than k", network=_HERE, minute=100) == 0
    assert puzzles.bits_of(proof, key="k", network=_ELSEWHERE, minute=100) == 0
    assert puzzles.bits_of(proof, key="k", network=_HERE, minute=101 + MINUTES) == 0
    assert puzzles.bits_of(proof, key="k", network=_HERE, minute=99) == 0


def test_an_easier_challenge_of_ones_own_making_counts_for_nothing(puzzles: Puzzles) -> None:
    theirs = Puzzles(secret=b"another").challenge(network=_HERE, bits=1, minute=100)

    assert puzzles.bits_of(solve(theirs, key="k"), key="k", network=_HERE, minute=100) == 0


@given(text=st.text(max_size=140))
def test_nonsense_counts_for_nothing(text: str) -> None:
    assert Puzzles(secret=b"secret").bits_of(text, key="k", network=_HERE, minute=100) == 0


@given(digest=st.binary(min_size=32, max_size=32))
def test_zero_bits_are_those_at_the_beginning(digest: bytes) -> None:
    written = "".join(f"{byte:08b}" for byte in digest)

    assert zero_bits(digest) == len(written) - len(written.lstrip("0"))


def test_the_vectors_that_the_browser_is_tested_on() -> None:
    for vector in json.loads(_VECTORS.read_text(encoding="utf-8")):
        proof = f"{vector['challenge']}.{vector['nonce']}"

        digest = hashlib.sha256(f"{proof}|{vector['key']}".encode()).digest()

        assert digest.hex() == vector["digest"]
        assert zero_bits(digest) == vector["zero_bits"]
        assert solve(vector["challenge"], key=vector["key"]) == proof

"""Blind indexes: the same value meets itself, for one purpose and under one secret only."""

import hmac

from hypothesis import given
from hypothesis import strategies as st

from standby.sealing import BlindIndex

VALUES = st.text(st.characters(codec="utf-8"), max_size=50)


@given(value=VALUES)
def test_equal_values_meet(value: str) -> None:
    index = BlindIndex(secret=b"s" * 32)

    assert index.of(value, purpose="match") == index.of(value.encode(), purpose="match")


@given(value=VALUES, purpose=VALUES, other=VALUES)
def test_one_purpose_says_nothing_about_another(value: str, purpose: str, other: str) -> None:
    index = BlindIndex(secret=b"s" * 32)

    if purpose != other:
        assert index.of(value, purpose=purpose) != index.of(value, purpose=other)


@given(value=VALUES)
def test_another_installation_cannot_compare(value: str) -> None:
    ours, theirs = BlindIndex(secret=b"s" * 32), BlindIndex(secret=b"t" * 32)

    assert ours.of(value, purpose="match") != theirs.of(value, purpose="match")


def test_where_purpose_ends_and_value_begins_cannot_be_shifted() -> None:
    index = BlindIndex(secret=b"s" * 32)

    assert index.of("bc", purpose="a") != index.of("c", purpose="ab")


def test_a_shorter_hash_is_the_beginning_of_the_longer() -> None:
    index = BlindIndex(secret=b"s" * 32)

    assert index.of("x", purpose="p", length=8) == index.of("x", purpose="p")[:8]


@given(value=VALUES, purpose=VALUES, secret=st.binary(max_size=100))
def test_it_is_the_hmac_that_everybody_knows(value: str, purpose: str, secret: bytes) -> None:
    message = len(purpose.encode()).to_bytes(2, "big") + purpose.encode() + value.encode()

    known = hmac.digest(secret, message, "sha256")

    assert BlindIndex(secret=secret).of(value, purpose=purpose, length=32) == known


def test_ever_new_purposes_fill_no_memory() -> None:
    index = BlindIndex(secret=b"s" * 32)
    first = index.of("a", purpose="purpose 0")

    hashes = {index.of("a", purpose=f"purpose {number}") for number in range(1000)}

    assert len(hashes) == 1000
    assert index.of("a", purpose="purpose 0") == first

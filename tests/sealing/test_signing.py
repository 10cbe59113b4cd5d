"""The keys that sign what is said in public: one ring for every process, changed texts refused, old keys still good."""

import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key
from hypothesis import given
from hypothesis import strategies as st

from standby.sealing.signing import Signature, SigningKey, SigningRing, add_signing_key

RING = SigningRing([SigningKey(number=1, seed=b"\x01" * 32)])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path


def test_the_first_start_makes_a_key_closed_to_others(folder: Path) -> None:
    SigningRing.load_or_make(folder)

    assert {path.name: path.stat().st_mode & 0o777 for path in folder.iterdir()} == {"notices-1.key": 0o600}


def test_processes_that_start_at_once_share_one_key(folder: Path) -> None:
    with ThreadPoolExecutor(8) as threads:
        rings = list(threads.map(lambda _: SigningRing.load_or_make(folder), range(16)))

    assert len({ring.newest.id for ring in rings}) == 1


def test_what_an_older_key_signed_stays_provable(folder: Path) -> None:
    old = SigningRing.load_or_make(folder)
    signature = old.sign(b"said")

    newest = add_signing_key(folder)

    ring = SigningRing.load_or_make(folder)
    assert ring.newest.id == newest.id != old.newest.id
    assert ring.is_signed(b"said", signature)
    assert ring.sign(b"said").key_id == newest.id


@given(st.binary(max_size=40))
def test_what_was_signed_is_signed(message: bytes) -> None:
    assert RING.is_signed(message, RING.sign(message))


@given(st.binary(min_size=1, max_size=40), st.data())
def test_one_changed_bit_is_seen(message: bytes, data: st.DataObject) -> None:
    signature = RING.sign(message)
    bit = data.draw(st.integers(0, len(message) * 8 - 1))
    changed = bytearray(message)
    changed[bit // 8] ^= 1 << bit % 8
    spoilt = bytearray(signature.value)
    spoilt[data.draw(st.integers(0, 63))] ^= 1

    assert not RING.is_signed(bytes(changed), signature)
    assert not RING.is_signed(message, replace(signature, value=bytes(spoilt)))


@pytest.mark.parametrize("value", [b"", b"\x00" * 64, b"\x00" * 63, b"\xff" * 65])
def test_what_is_no_signature_signs_nothing(value: bytes) -> None:
    assert not RING.is_signed(b"said", Signature(key_id=RING.newest.id, value=value))


def test_a_strangers_key_signs_nothing_even_under_our_name() -> None:
    stranger = SigningKey(number=1, seed=b"\x02" * 32)

    assert not RING.is_signed(b"said", Signature(key_id=stranger.id, value=stranger.sign(b"said")))
    assert not RING.is_signed(b"said", Signature(key_id=RING.newest.id, value=stranger.sign(b"said")))


def test_a_ring_holds_a_key() -> None:
    with pytest.raises(ValueError, match="at least one"):
        SigningRing([])


def test_the_fingerprint_is_that_of_the_published_key() -> None:
    public = load_pem_public_key(RING.newest.public_pem.encode())

    der = public.public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    assert RING.newest.fingerprint == sha256(der).hexdigest()
    assert RING.newest.fingerprint_in_groups.replace(" ", "") == RING.newest.fingerprint
    assert RING.newest.id in repr(RING.newest)


def test_openssl_agrees(folder: Path) -> None:
    """As the page tells people to check it themselves: another program, the same answer."""
    (folder / "key.pem").write_text(RING.newest.public_pem)
    (folder / "said").write_bytes(b"Please do not come.")
    (folder / "sig").write_bytes(RING.sign(b"Please do not come.").value)
    files = ["-inkey", "key.pem", "-in", "said", "-sigfile", "sig"]
    command = ["openssl", "pkeyutl", "-verify", "-pubin", "-rawin", *files]

    good = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    (folder / "said").write_bytes(b"Please do come.")
    bad = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)

    assert (good.returncode, good.stdout.strip()) == (0, "Signature Verified Successfully")
    assert bad.returncode != 0

"""One sealed value: opened at its own place under its own key, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.sealing import DataKey, Unsealable, open_sealed, seal
from standby.sealing.box import new_data_key

KEYS = st.binary(min_size=32, max_size=32).map(DataKey)
PLACES = st.text(st.characters(codec="utf-8"), min_size=1, max_size=60)


@given(key=KEYS, place=PLACES, value=st.binary(max_size=2000))
def test_what_is_sealed_opens_again_at_its_place(key: DataKey, place: str, value: bytes) -> None:
    assert open_sealed(key=key, place=place, sealed=seal(key=key, place=place, value=value)) == value


@given(key=KEYS, value=st.binary(min_size=8, max_size=200), bit=st.integers(min_value=0))
def test_one_flipped_bit_anywhere_is_detected(key: DataKey, value: bytes, bit: int) -> None:
    sealed = bytearray(seal(key=key, place="t|c|r", value=value))
    place, shift = divmod(bit % (len(sealed) * 8), 8)
    sealed[place] ^= 1 << shift

    with pytest.raises(Unsealable):
        open_sealed(key=key, place="t|c|r", sealed=bytes(sealed))


@given(key=KEYS, place=PLACES, other=PLACES)
def test_a_value_moved_to_another_place_does_not_open(key: DataKey, place: str, other: str) -> None:
    sealed = seal(key=key, place=place, value=b"Anahit")

    if other != place:
        with pytest.raises(Unsealable):
            open_sealed(key=key, place=other, sealed=sealed)


def test_another_key_does_not_open_it() -> None:
    sealed = seal(key=new_data_key(), place="t|c|r", value=b"Anahit")

    with pytest.raises(Unsealable):
        open_sealed(key=new_data_key(), place="t|c|r", sealed=sealed)


@pytest.mark.parametrize("cut", [0, 1, 12, 13, 28])
def test_a_torn_value_is_refused_calmly(cut: int) -> None:
    key = new_data_key()

    with pytest.raises(Unsealable):
        open_sealed(key=key, place="t|c|r", sealed=seal(key=key, place="t|c|r", value=b"Anahit")[:cut])


def test_the_same_value_never_looks_the_same_twice() -> None:
    key = new_data_key()

    assert len({seal(key=key, place="t|c|r", value=b"Anahit") for _ in range(100)}) == 100

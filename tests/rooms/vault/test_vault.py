"""The vault: what it seals is bound to its cell, forgotten with its key, and kept through a rotation."""

from pathlib import Path

import pytest

from standby.rooms.vault.actions import erase_keys, key_for, make_keys, rewrap_keys, seal_payload
from standby.rooms.vault.models import SubjectKey
from standby.rooms.vault.queries import keys_of, open_payload
from standby.rooms.vault.ring import key_ring, use_key_folder
from standby.sealing import Unsealable
from standby.sealing.ring import add_master_key

pytestmark = pytest.mark.django_db
PLACE = "people_registration|sealed|R1"
NAMED = {"given": "Անահիտ", "phones": ["+37400000001"]}


def test_what_is_sealed_for_somebody_opens_again() -> None:
    sealed = seal_payload(NAMED, key=key_for("R1"), place=PLACE)

    assert open_payload(sealed, key=keys_of(["R1"])["R1"], place=PLACE) == NAMED


@pytest.mark.parametrize("elsewhere", ["people_registration|sealed|R2", "people_person|sealed|R1", "people|sealed|R1"])
def test_a_sealed_value_copied_to_another_row_or_column_does_not_open(elsewhere: str) -> None:
    sealed = seal_payload(NAMED, key=key_for("R1"), place=PLACE)

    with pytest.raises(Unsealable):
        open_payload(sealed, key=key_for("R1"), place=elsewhere)


def test_a_flipped_bit_in_the_table_is_detected() -> None:
    sealed = bytearray(seal_payload(NAMED, key=key_for("R1"), place=PLACE))
    sealed[-1] ^= 1

    with pytest.raises(Unsealable):
        open_payload(bytes(sealed), key=key_for("R1"), place=PLACE)


def test_a_key_given_to_somebody_else_opens_nothing() -> None:
    make_keys(["R1"])
    SubjectKey.objects.filter(subject="R1").update(subject="R2")

    with pytest.raises(Unsealable):
        keys_of(["R2"])


def test_erasing_a_key_makes_what_it_sealed_unreadable_for_ever() -> None:
    sealed = seal_payload(NAMED, key=key_for("R1"), place=PLACE)

    assert erase_keys(["R1", "nobody"]) == 1

    assert keys_of(["R1"]) == {}
    with pytest.raises(Unsealable):
        open_payload(sealed, key=key_for("R1"), place=PLACE)


def test_many_keys_are_made_at_once_and_no_two_alike() -> None:
    keys = make_keys(f"R{number}" for number in range(50))

    assert len(set(keys.values())) == 50
    assert keys_of(keys) == keys


def test_rotating_the_master_key_wraps_every_data_key_anew(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    use_key_folder(tmp_path / "keys")
    try:
        before = make_keys(["R1", "R2", "R3"])
        add_master_key(tmp_path / "keys")
        use_key_folder(tmp_path / "keys")

        assert (rewrap_keys(limit=2), rewrap_keys(limit=2), rewrap_keys(limit=2)) == (2, 1, 0)

        assert set(SubjectKey.objects.values_list("master_id", flat=True)) == {key_ring().newest_id}
        assert keys_of(["R1", "R2", "R3"]) == before
        (tmp_path / "keys" / "master-1.key").unlink()
        use_key_folder(tmp_path / "keys")
        assert keys_of(["R1", "R2", "R3"]) == before
    finally:
        use_key_folder(request.getfixturevalue("_keys"))

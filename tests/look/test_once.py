"""A form sent twice is done once."""

from standby.rooms.look.once import new_key


def test_every_form_shown_has_a_key_of_its_own() -> None:
    keys = {new_key() for _ in range(1000)}

    assert len(keys) == 1000
    assert all(16 <= len(key) <= 64 for key in keys)

from hypothesis import given
from hypothesis import strategies as st

from standby.cli.running.acl import Entry, from_mode, packed, unpacked, with_passage

_USER, _MASK = 0x02, 0x10
modes = st.integers(min_value=0, max_value=0o777)
users = st.integers(min_value=1, max_value=60_000)


def _of(entries: tuple[Entry, ...], *, tag: int) -> dict[int, int]:
    return {entry.id: entry.permissions for entry in entries if entry.tag == tag}


@given(modes, users)
def test_packing_and_unpacking_gives_back_the_list(mode: int, uid: int) -> None:
    entries = with_passage(from_mode(mode), uid=uid)

    assert unpacked(packed(entries)) == entries


@given(modes, users)
def test_the_user_may_pass_and_nothing_else_is_given_to_anyone(mode: int, uid: int) -> None:
    before = from_mode(mode)
    after = with_passage(before, uid=uid)

    assert _of(after, tag=_USER) == {uid: 0o1}
    assert [entry for entry in after if entry.tag not in {_USER, _MASK}] == list(before)


@given(modes, st.lists(users, min_size=1, max_size=4))
def test_asking_again_changes_nothing_and_the_order_does_not_matter(mode: int, uids: list[int]) -> None:
    forwards, backwards = from_mode(mode), from_mode(mode)
    for uid in uids:
        forwards = with_passage(with_passage(forwards, uid=uid), uid=uid)
    for uid in reversed(uids):
        backwards = with_passage(backwards, uid=uid)

    assert forwards == backwards

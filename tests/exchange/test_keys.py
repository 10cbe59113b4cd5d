"""The next version of a list: what is new, what has changed, what is missing."""

import hashlib

from hypothesis import given
from hypothesis import strategies as st

from standby.exchange import Change, KeyKind, RowKey, Trace, VersionChanges, compare_versions
from tests.exchange.lists import preview_of

HEADER = ("Name", "Phone", "E-mail", "Profession")
ANI = ("Ani Sargsyan", "+374 00 123456", "ani@example.org", "nurse")
ARAM = ("Aram Petrosyan", "+374 00 654321", "", "driver")
SONA = ("Sona Petrosyan", "+374 00 654321", "", "doctor")  # of one family with Aram, and its phone


Person = tuple[str, str, str, str]


def _traces(*rows: Person, version: str) -> list[Trace]:
    return [
        Trace(reference=f"{version}{row.number}", fingerprint=row.fingerprint, keys=row.keys)
        for row in preview_of(HEADER, *rows).rows
    ]


def _compare(old: list[Person], new: list[Person]) -> VersionChanges:
    return compare_versions(_traces(*old, version="old"), _traces(*new, version="new"))


def test_the_same_rows_in_another_order_bring_nothing() -> None:
    changes = _compare([ANI, ARAM, SONA], [SONA, ANI, ARAM])

    assert len(changes.same) == 3
    assert (changes.changed, changes.new, changes.missing) == ((), (), ())


def _changed(old: str, new: str, by: KeyKind) -> tuple[Change, ...]:
    return (Change(old=old, new=new, by=by),)


def test_a_new_row_a_changed_row_and_a_missing_row_are_told_apart() -> None:
    changes = _compare([ANI, ARAM], [(*ANI[:3], "doctor"), SONA])

    assert changes.changed == _changed("old1", "new1", KeyKind.PHONE_AND_NAME)
    assert changes.new == ("new2",)
    assert changes.missing == ("old2",)


def test_a_family_that_shares_a_phone_is_not_taken_for_one_person() -> None:
    changes = _compare([ARAM, SONA], [(*ARAM[:3], "nurse"), (*SONA[:3], "nurse")])

    assert [(pair.old, pair.new) for pair in changes.changed] == [("old1", "new1"), ("old2", "new2")]


def test_a_corrected_surname_is_recognised_by_phone_and_given_name() -> None:
    changes = _compare([ANI], [("Ani Sarkisyan", *ANI[1:2], "", "nurse")])

    assert changes.changed == _changed("old1", "new1", KeyKind.PHONE_AND_GIVEN)


def test_a_new_phone_is_recognised_by_the_name_in_whatever_order() -> None:
    changes = _compare([ANI], [("Sargsyan Ani", "+374 00 999999", "", "nurse")])

    assert changes.changed == _changed("old1", "new1", KeyKind.NAME)


def test_two_people_of_one_name_are_nobodys_change() -> None:
    twins: list[Person] = [("Ani Sargsyan", "", "", "nurse"), ("Ani Sargsyan", "", "", "driver")]

    changes = _compare(twins, [("Ani Sargsyan", "", "", "doctor")])

    assert changes.new == ("new1",)
    assert changes.missing == ("old1", "old2")


def test_rows_are_compared_as_well_after_everything_personal_was_hashed() -> None:
    def conceal(value: bytes) -> bytes:
        return hashlib.blake2b(value, key=b"a secret of this house").digest()

    old, new = _traces(ANI, ARAM, version="old"), _traces((*ANI[:3], "doctor"), SONA, version="new")
    plain = compare_versions(old, new)

    hidden = compare_versions([trace.hidden(conceal) for trace in old], [trace.hidden(conceal) for trace in new])

    assert hidden == plain
    assert b"Sargsyan" not in b"".join(trace.hidden(conceal).fingerprint for trace in old)


KEYS = st.builds(RowKey, kind=st.sampled_from(KeyKind), value=st.sampled_from([b"a", b"b", b"c"]))
FINGERPRINTS = st.sampled_from([b"1", b"2", b"3", b"4"])


@st.composite
def _versions(draw: st.DrawFn, name: str) -> list[Trace]:
    contents = draw(st.lists(st.tuples(FINGERPRINTS, st.lists(KEYS, max_size=3)), max_size=6))
    return [
        Trace(reference=f"{name}{place}", fingerprint=content, keys=tuple(keys))
        for place, (content, keys) in enumerate(contents)
    ]


@given(_versions("old"), _versions("new"))
def test_every_row_of_both_versions_is_told_exactly_once(old: list[Trace], new: list[Trace]) -> None:
    changes = compare_versions(old, new)
    pairs = [*changes.same, *changes.changed]

    assert sorted([*(pair.old for pair in pairs), *changes.missing]) == sorted(trace.reference for trace in old)
    assert sorted([*(pair.new for pair in pairs), *changes.new]) == sorted(trace.reference for trace in new)


@given(_versions("old"), st.randoms())
def test_a_version_and_itself_shuffled_are_the_same(old: list[Trace], chance: st.DataObject) -> None:
    shuffled = list(old)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]

    changes = compare_versions(old, shuffled)

    assert len(changes.same) == len(old)

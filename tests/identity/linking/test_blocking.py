from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from standby.identity.linking.blocking import BlockKind, block_keys, blocked
from standby.identity.records import Identifiers, Record, RecordId, identifiers


def read(number: int, name: str, *, phone: str = "", birth: str = "", email: str = "", home: str = "") -> Identifiers:
    record = Record(
        id=RecordId(f"r{number}"),
        name=name,
        phones=(phone,) if phone else (),
        emails=(email,) if email else (),
        birth_date=birth,
        home=home,
    )
    return identifiers(record)


def test_a_slip_of_the_pen_in_one_name_does_not_hide_a_pair() -> None:
    for slip in ("Сурен Манкян", "Сурен Макнуян", "Суренн Манукян", "Срен Манукян", "Манукян Сурэн"):
        assert block_keys(read(1, "Suren Manukyan")) & block_keys(read(2, slip))


def test_a_pair_is_found_by_phone_email_birth_or_home_though_names_are_missing() -> None:
    first = read(1, "Сурен", phone="+37410000000", birth="1984-03-04", email="suren@example.org", home="Gyumri")

    assert block_keys(first) & block_keys(read(2, "", phone="+37410000000"))
    assert block_keys(first) & block_keys(read(2, "", birth="1984-04-03"))
    assert block_keys(first) & block_keys(read(2, "", email="suren@example.com"))
    assert block_keys(first) & block_keys(read(2, "Suren", home="Гюмри"))


def test_a_block_too_large_is_counted_by_kind() -> None:
    crowd = [read(number, "", phone="+37410000000") for number in range(5)]

    found = blocked(crowd, largest=4)

    assert found.pairs == ()
    assert found.skipped == {BlockKind.PHONE: 1}


def test_pairs_that_only_share_a_day_are_not_typical() -> None:
    records = [read(1, "Сурен Манукян", birth="1984-03-04"), read(2, "Anush Petrosyan", birth="1984-03-04")]

    assert blocked(records, largest=9).typical == (False,)


@given(st.lists(st.sampled_from(["Сурен Манукян", "Suren Manukyan", "Ануш Петросян", "Анна", ""]), max_size=8))
def test_exactly_the_pairs_that_share_a_key_are_found(names: list[str]) -> None:
    records = [read(number, name) for number, name in enumerate(names)]
    keys = [block_keys(record) for record in records]

    expected = [pair for pair in combinations(range(len(records)), 2) if keys[pair[0]] & keys[pair[1]]]

    assert list(blocked(records, largest=99).pairs) == expected

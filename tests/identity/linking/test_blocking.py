from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from standby.identity.linking.block_keys import BlockKind
from standby.identity.linking.blocking import Blocked, blocked
from standby.identity.linking.intake import crowd_of
from standby.identity.linking.record_keys import keys_of
from standby.identity.records import Record, RecordId


def read(number: int, name: str, *, phone: str = "", birth: str = "", email: str = "", home: str = "") -> Record:
    return Record(
        id=RecordId(f"r{number}"),
        name=name,
        phones=(phone,) if phone else (),
        emails=(email,) if email else (),
        birth_date=birth,
        home=home,
    )


def keys(records: list[Record]) -> list[set[tuple[BlockKind, int]]]:
    """What each of them is found by; keys of different runs cannot be compared."""
    found: list[set[tuple[BlockKind, int]]] = [set() for _ in records]
    for of_kind in keys_of(crowd_of(records, default_region="")):
        for key, place in zip(of_kind.keys.tolist(), of_kind.records.tolist(), strict=True):
            found[place].add((of_kind.kind, key))
    return found


def share_a_key(one: Record, other: Record) -> bool:
    first, second = keys([one, other])
    return bool(first & second)


def found_pairs(records: list[Record], *, largest: int = 99) -> tuple[Blocked, list[tuple[int, int]]]:
    found = blocked(crowd_of(records, default_region=""), largest=largest, pairs_per_record=99)
    return found, list(zip(found.ones.tolist(), found.others.tolist(), strict=True))


def test_a_slip_of_the_pen_in_one_name_does_not_hide_a_pair() -> None:
    for slip in ("Сурен Манкян", "Сурен Макнуян", "Суренн Манукян", "Срен Манукян", "Манукян Сурэн"):
        assert share_a_key(read(1, "Suren Manukyan"), read(2, slip))


def test_a_pair_is_found_by_phone_email_birth_or_home_though_names_are_missing() -> None:
    first = read(1, "Сурен", phone="+37410000000", birth="1984-03-04", email="suren@example.org", home="Gyumri")

    assert share_a_key(first, read(2, "", phone="+37410000000"))
    assert share_a_key(first, read(2, "", birth="1984-04-03"))
    assert share_a_key(first, read(2, "", email="suren@example.com"))
    assert share_a_key(first, read(2, "Suren", home="Гюмри"))


def test_a_block_too_large_is_counted_by_kind() -> None:
    found, pairs = found_pairs([read(number, "", phone="+37410000000") for number in range(5)], largest=4)

    assert pairs == []
    assert found.skipped == {BlockKind.PHONE: 1}


def test_of_more_pairs_than_can_be_looked_at_those_stay_that_share_most() -> None:
    """Two of thirty namesakes were born on one day as well: they are looked at, the rest are not."""
    namesakes = [read(number, "Сурен Манукян", birth=f"{1950 + number % 29}-01-01") for number in range(30)]

    crowd = crowd_of(namesakes, default_region="")
    found = blocked(crowd, largest=99, pairs_per_record=0.1)

    assert [(crowd.ids[one], crowd.ids[other]) for one, other in zip(found.ones, found.others, strict=True)] == [
        ("r0", "r29")
    ]


def test_never_more_pairs_a_record_than_are_allowed() -> None:
    namesakes = [read(number, "Сурен Манукян", phone=f"+374100000{number % 20:02}") for number in range(60)]

    for allowed in (0.5, 1, 5, 20):
        found = blocked(crowd_of(namesakes, default_region=""), largest=99, pairs_per_record=allowed)

        assert len(found) <= allowed * 60


def test_a_pair_is_found_by_a_word_of_the_home_with_half_a_name_or_a_birth_date() -> None:
    first = read(1, "Сурен Манукян", birth="1984-03-04", home="Gyumri, 3101")

    assert share_a_key(first, read(2, "Сурен", home="3101 Ванадзор"))
    assert share_a_key(first, read(2, "", birth="1991-03-04", home="Гюмри"))


def test_pairs_that_only_share_a_day_are_not_typical() -> None:
    records = [read(1, "Сурен Манукян", birth="1984-03-04"), read(2, "Anush Petrosyan", birth="1984-03-04")]

    assert found_pairs(records)[0].typical.tolist() == [False]


@given(st.lists(st.sampled_from(["Сурен Манукян", "Suren Manukyan", "Ануш Петросян", "Анна", ""]), max_size=8))
def test_exactly_the_pairs_that_share_a_key_are_found(names: list[str]) -> None:
    records = [read(number, name) for number, name in enumerate(names)]
    told = keys(records)

    expected = [pair for pair in combinations(range(len(records)), 2) if told[pair[0]] & told[pair[1]]]

    found, pairs = found_pairs(records)
    assert pairs == expected
    assert found.rows_of([one for one, _ in pairs], [other for _, other in pairs], len(records)).tolist() == list(
        range(len(pairs))
    )

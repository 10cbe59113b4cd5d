from dataclasses import replace
from itertools import combinations

import networkx as nx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.identity.linking.cast import crowd

from standby.identity import DuplicateRecord, Record, RecordId, pair_of
from standby.identity.linking import DEFAULT_SETTINGS, Linked, PairClass, Settings, link

CROWD = crowd(families=120, seed=3)
LINKED = link(CROWD.records)


def joined(linked: Linked) -> list[tuple[RecordId, RecordId]]:
    return [pair for person in linked.people for pair in combinations(person, 2)]


def test_hardly_anybody_is_joined_to_somebody_else() -> None:
    pairs = joined(LINKED)

    assert sum(CROWD.are_one(*pair) for pair in pairs) >= 0.99 * len(pairs)


def test_most_of_those_who_share_a_phone_are_joined_though_names_are_common() -> None:
    by_contact = [
        pair_of(one.id, other.id)
        for one, other in combinations(CROWD.records, 2)
        if CROWD.are_one(one.id, other.id) and set(one.phones) & set(other.phones)
    ]

    assert sum(pair in set(joined(LINKED)) for pair in by_contact) >= 0.7 * len(by_contact)


def test_everybody_is_in_one_person_exactly() -> None:
    members = [record for person in LINKED.people for record in person]

    assert sorted(members) == sorted(record.id for record in CROWD.records)


def test_people_hang_together_by_sure_pairs() -> None:
    """networkx as the oracle: no person holds records that no chain of joinable pairs connects."""
    sure = nx.Graph([pair.pair for pair in LINKED.pairs if pair.probability >= 0.5])
    components = [set(group) for group in nx.connected_components(sure)]

    assert all(any(set(person) <= group for group in components) for person in LINKED.people if len(person) > 1)


def test_the_order_of_lists_and_rows_does_not_matter() -> None:
    assert link(reversed(CROWD.records)) == LINKED


def test_what_is_asked_is_neither_joined_nor_hopeless() -> None:
    together = set(joined(LINKED))

    assert all(pair.pair not in together for pair in LINKED.review)
    assert all(pair.probability >= DEFAULT_SETTINGS.ask for pair in LINKED.review)


def test_every_pair_explains_itself_by_fields_and_never_by_values() -> None:
    told = " ".join(str(reason) for pair in LINKED.pairs for reason in pair.why)

    assert "phone:same" in told
    assert "+3741" not in told
    assert "етрос" not in told


def test_a_verdict_is_obeyed_and_remembered() -> None:
    first = next(pair for pair in LINKED.pairs if pair.pair in set(joined(LINKED)))

    apart = link(CROWD.records, labels={first.pair: PairClass.OTHER})

    assert first.pair not in set(joined(apart))
    assert first.pair not in {pair.pair for pair in apart.review}


def test_a_person_may_join_what_no_key_brings_together() -> None:
    one, other = Record(id=RecordId("a"), name="Сурен Манукян"), Record(id=RecordId("b"), name="Anush Petrosyan")

    assert link([one, other], labels={(other.id, one.id): PairClass.SAME}).people == (("a", "b"),)


def test_labels_of_rows_that_are_not_here_change_nothing() -> None:
    assert link(CROWD.records, labels={(RecordId("x"), RecordId("y")): PairClass.SAME}).people == LINKED.people


@pytest.mark.parametrize(
    "records", [[], [Record(id=RecordId("a"))], [Record(id=RecordId("a")), Record(id=RecordId("b"))]]
)
def test_empty_lists_and_empty_rows_are_answered(records: list[Record]) -> None:
    assert len(link(records).people) == len(records)


def test_an_id_given_twice_is_refused() -> None:
    with pytest.raises(DuplicateRecord):
        link([CROWD.records[0], CROWD.records[0]])


def test_a_crowd_with_one_phone_ends_in_a_count() -> None:
    office = [replace(one, phones=("+37410000000",), birth_date="") for one in CROWD.records]

    assert link(office, settings=Settings(largest_block=20)).skipped["phone"] == 1  # type: ignore[index]


def test_what_was_joined_is_not_made_surer_by_having_been_joined() -> None:
    """Two brothers with one initial: joining the initial to one of them by phone must not lend it his birth date."""
    brothers = [
        Record(id=RecordId("a"), given="Манук", surname="Макарян", phones=("+37410000000",), birth_date="1992-02-12"),
        Record(id=RecordId("b"), given="М.", surname="Макарян", phones=("+37410000000",)),
    ]

    (pair,) = link(brothers).pairs

    assert not any(reason.field == "birth" for reason in pair.why)


def test_asking_above_joining_makes_no_sense() -> None:
    with pytest.raises(ValueError, match="lies below"):
        Settings(join=0.1, ask=0.5)


@settings(max_examples=10)
@given(st.permutations(list(CROWD.records[:40])))
def test_any_order_of_a_few_rows_gives_the_same_people(records: list[Record]) -> None:
    assert link(records).people == link(CROWD.records[:40]).people

"""The careful rule, on a small cast: the doctor, her brother the driver, their father, and strangers."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.identity import (
    Agreement,
    DoubtReason,
    DuplicateRecord,
    Field,
    Joins,
    KeyKind,
    LicenceNumber,
    Record,
    RecordId,
    Verdict,
    pair_of,
    propose_joins,
    record_keys,
)

FAMILY_PHONE = "+37410000000"
OTHER_PHONE = "+37410000001"


def record(number: int, name: str, **known: object) -> Record:
    return replace(Record(id=RecordId(f"r{number}"), list_id="union", name=name), **known)  # type: ignore[arg-type]


DOCTOR = record(1, "Անուշ Պետրոսյան", phones=(FAMILY_PHONE,), birth_date="1984-03-04")
DOCTOR_AGAIN = record(2, "Петросян Ануш Левоновна", phones=("010 00 00 00",))
DRIVER = record(3, "Հակոբ Պետրոսյան", phones=(FAMILY_PHONE,))
STRANGER = record(4, "Сурен Манукян", phones=(OTHER_PHONE,))


def proposed(*records: Record, decided: dict[tuple[RecordId, RecordId], Verdict] | None = None) -> Joins:
    return propose_joins(records, decided or {}, default_region="AM")


def test_one_person_on_two_lists_in_two_scripts_is_joined_by_the_phone() -> None:
    joins = proposed(DOCTOR, DOCTOR_AGAIN, STRANGER)

    assert joins.groups == ((DOCTOR.id, DOCTOR_AGAIN.id),)
    assert joins.doubtful == ()


def test_a_family_on_one_phone_is_neither_joined_nor_asked_about() -> None:
    joins = proposed(DOCTOR, DRIVER)

    assert joins.groups == ()
    assert joins.doubtful == ()


def test_an_email_joins_as_a_phone_does() -> None:
    first = record(1, "Anush Petrosyan", emails=("anush@example.org",))
    second = record(2, "Ануш Петросян", emails=("Anush@Example.org",))

    assert proposed(first, second).certain[0].reason == "same_email"


@pytest.mark.parametrize(
    ("first", "second", "reason"),
    [
        ({"patronymic": "Левонович"}, {"patronymic": "Арамович"}, DoubtReason.FATHERS_DIFFER),
        ({"birth_date": "1984-03-04"}, {"birth_date": "1951-11-20"}, DoubtReason.BIRTH_DATES_DIFFER),
        ({"birth_date": "1984-03-04"}, {"birth_date": "1984-04-03"}, DoubtReason.BIRTH_DATES_DIFFER),
        ({"surname": "Петросян"}, {"surname": "Манукян"}, DoubtReason.SURNAMES_DIFFER),
        ({"given": "Сурен"}, {"given": "С."}, DoubtReason.GIVEN_NAMES_DIFFER_SLIGHTLY),
        ({"given": "Сурен"}, {"given": ""}, DoubtReason.GIVEN_NAME_MISSING),
        (
            {"licences": (LicenceNumber(kind="driver", number="AB 12"),)},
            {"licences": (LicenceNumber(kind="driver", number="AB 99"),)},
            DoubtReason.LICENCES_DIFFER,
        ),
    ],
)
def test_what_speaks_against_a_shared_phone_is_asked_about(
    first: dict[str, object], second: dict[str, object], reason: DoubtReason
) -> None:
    one = replace(record(1, "", phones=(FAMILY_PHONE,), given="Сурен", surname="Петросян"), **first)  # type: ignore[arg-type]
    other = replace(record(2, "", phones=(FAMILY_PHONE,), given="Suren", surname="Petrosyan"), **second)  # type: ignore[arg-type]

    joins = proposed(one, other)

    assert [doubt.reason for doubt in joins.doubtful] == [reason]
    assert joins.groups == ()


def test_without_a_contact_a_name_and_a_birth_date_are_asked_about() -> None:
    first = record(1, "Anush Petrosyan", birth_date="1984-03-04")
    second = record(2, "Ануш Петросян", birth_date="04.03.1984")

    assert [doubt.reason for doubt in proposed(first, second).doubtful] == [DoubtReason.SAME_NAME_AND_BIRTH_DATE]


def test_one_licence_number_under_two_names_is_asked_about() -> None:
    licence = (LicenceNumber(kind="doctor", number="AB-12 34"),)
    thief = record(9, "Сурен Манукян", licences=(LicenceNumber(kind="doctor", number="ab1234"),))

    joins = proposed(replace(DOCTOR, licences=licence), thief)

    assert [doubt.reason for doubt in joins.doubtful] == [DoubtReason.SAME_LICENCE]


def test_one_licence_of_people_who_are_joined_anyway_is_no_question() -> None:
    licence = (LicenceNumber(kind="doctor", number="AB-12 34"),)
    one = replace(DOCTOR, licences=licence)

    joins = proposed(one, replace(one, id=record(2, "").id))

    assert len(joins.groups) == 1
    assert joins.doubtful == ()


def test_a_comparison_says_how_each_field_agrees_and_no_value() -> None:
    comparison = dict(proposed(DOCTOR, DOCTOR_AGAIN).certain[0].comparison)

    assert comparison[Field.PHONE] is Agreement.SAME
    assert comparison[Field.FATHER] is Agreement.UNKNOWN
    assert set(comparison) == set(Field)


def test_not_the_same_is_remembered_for_ever() -> None:
    decided = {pair_of(DOCTOR.id, DOCTOR_AGAIN.id): Verdict.NOT_THE_SAME}

    joins = proposed(DOCTOR, DOCTOR_AGAIN, decided=decided)

    assert joins.groups == ()
    assert joins.doubtful == ()


def test_a_person_may_join_what_nothing_else_would() -> None:
    decided = {pair_of(DOCTOR.id, STRANGER.id): Verdict.SAME}

    assert proposed(DOCTOR, STRANGER, decided=decided).groups == ((DOCTOR.id, STRANGER.id),)


def test_verdicts_that_contradict_each_other_are_asked_about_again() -> None:
    decided = {
        pair_of(DOCTOR.id, DOCTOR_AGAIN.id): Verdict.SAME,
        pair_of(DOCTOR_AGAIN.id, STRANGER.id): Verdict.SAME,
        pair_of(DOCTOR.id, STRANGER.id): Verdict.NOT_THE_SAME,
    }

    joins = proposed(DOCTOR, DOCTOR_AGAIN, STRANGER, decided=decided)

    assert joins.groups == ()
    assert {doubt.reason for doubt in joins.doubtful} == {DoubtReason.JOINS_CONTRADICT}


def test_a_row_that_fits_two_people_joins_neither() -> None:
    first = record(1, "Сурен Петросян", phones=(FAMILY_PHONE,), patronymic="Левонович")
    second = record(2, "Сурен Петросян", phones=(FAMILY_PHONE,), patronymic="Арамович")
    between = record(3, "Suren Petrosyan", phones=(FAMILY_PHONE,))

    joins = proposed(first, second, between)

    assert joins.groups == ()
    assert {doubt.pair for doubt in joins.doubtful} >= {pair_of(between.id, first.id), pair_of(between.id, second.id)}


def test_a_row_with_the_names_of_two_does_not_make_them_one() -> None:
    brother = record(1, "", given="Сурен", surname="Петросян", phones=(FAMILY_PHONE,))
    both = record(2, "", given="Сурен Ануш", surname="Петросян", phones=(FAMILY_PHONE,))
    sister = record(3, "", given="Ануш", surname="Петросян", phones=(FAMILY_PHONE,))

    joins = proposed(brother, both, sister)

    assert joins.groups == ()
    assert {doubt.reason for doubt in joins.doubtful} == {DoubtReason.JOINS_CONTRADICT}


def test_a_verdict_about_somebody_not_here_is_ignored() -> None:
    decided = {pair_of(RecordId("gone"), DOCTOR.id): Verdict.SAME}

    assert proposed(DOCTOR, decided=decided).groups == ()


def test_ten_thousand_people_with_one_phone_are_counted_and_not_compared() -> None:
    crowd = [record(number, "Сурен Манукян", phones=(OTHER_PHONE,)) for number in range(10_000)]

    joins = propose_joins(crowd, {}, default_region="AM")

    assert [(block.kind, block.records) for block in joins.skipped] == [(KeyKind.PHONE, 10_000)]
    assert joins.groups == ()


def test_an_id_given_twice_is_refused() -> None:
    with pytest.raises(DuplicateRecord, match="'r1' was given twice"):
        proposed(DOCTOR, DOCTOR)


def test_joined_records_share_a_key_to_be_looked_up_by() -> None:
    first = record_keys(DOCTOR, default_region="AM")

    assert first & record_keys(DOCTOR_AGAIN, default_region="AM")
    assert not first & record_keys(STRANGER, default_region="AM")


_names = st.sampled_from(["Сурен Петросян", "Suren Petrosyan", "Ануш Петросян", "Anush", "", "Сурен Арамович Петросян"])
_records = st.lists(
    st.builds(
        lambda name, phone, birth: Record(id=RecordId(""), name=name, phones=phone, birth_date=birth),
        _names,
        st.sampled_from([(), (FAMILY_PHONE,), (OTHER_PHONE,), (FAMILY_PHONE, OTHER_PHONE)]),
        st.sampled_from(["", "1984-03-04", "1984-04-03", "1951"]),
    ),
    max_size=8,
).map(lambda records: [replace(one, id=RecordId(f"r{number}")) for number, one in enumerate(records)])


@given(_records, st.data())
def test_the_order_of_rows_does_not_matter(records: list[Record], data: st.DataObject) -> None:
    shuffled = data.draw(st.permutations(records))

    assert propose_joins(records, {}) == propose_joins(shuffled, {})


@given(_records)
def test_nobody_is_in_two_groups_and_every_join_is_within_one(records: list[Record]) -> None:
    joins = propose_joins(records, {})
    members = [record_id for group in joins.groups for record_id in group]

    assert len(members) == len(set(members))
    assert all(any(set(join.pair) <= set(group) for group in joins.groups) for join in joins.certain)


@given(_records)
def test_undoing_every_join_leaves_nobody_joined(records: list[Record]) -> None:
    joins = propose_joins(records, {})
    undone = {join.pair: Verdict.NOT_THE_SAME for join in joins.certain}

    again = propose_joins(records, undone)

    assert not {join.pair for join in again.certain} & set(undone)

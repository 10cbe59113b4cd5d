import pytest

from standby.identity import LicenceNumber, Record, RecordId, pair_of
from standby.identity.records import identifiers


def test_a_pair_is_remembered_in_one_order() -> None:
    assert pair_of(RecordId("b"), RecordId("a")) == pair_of(RecordId("a"), RecordId("b"))


def test_a_record_is_no_pair_with_itself() -> None:
    with pytest.raises(ValueError, match="given twice"):
        pair_of(RecordId("a"), RecordId("a"))


def test_what_cannot_be_read_is_left_out_and_the_rest_is_brought_into_one_form() -> None:
    record = Record(
        id=RecordId("a"),
        name="Акоп Петросян",
        phones=("010 00 00 00", "none"),
        emails=("Akop@Example.org", ""),
        birth_date="soon",
        licences=(LicenceNumber(kind="Driver ", number="ab-12 34"), LicenceNumber(kind="", number=" - ")),
        home="Գյումրի",
    )

    read = identifiers(record, default_region="AM")

    assert read.phones == {"+37410000000"}
    assert read.emails == {"akop@example.org"}
    assert read.birth is None
    assert read.licences == {LicenceNumber(kind="driver", number="AB1234")}
    assert read.home == "komre"

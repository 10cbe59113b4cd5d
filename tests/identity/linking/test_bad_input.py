"""Whatever stands in a list, the answer comes at once, and what was not compared is counted."""

from standby.identity import Record, RecordId
from standby.identity.linking import link
from standby.identity.linking.block_keys import BlockKind


def record(number: int, **known: object) -> Record:
    return Record(id=RecordId(f"r{number:05}"), **known)  # type: ignore[arg-type]


def test_ten_thousand_people_with_one_phone_are_one_block_that_is_skipped_and_counted() -> None:
    crowd = [record(number, name="Ани Петросян", phones=("+37410000000",)) for number in range(10_000)]

    linked = link(crowd)

    assert linked.skipped[BlockKind.PHONE] == 1
    assert linked.skipped[BlockKind.NAME] > 0
    assert len(linked.pairs) == 0


def test_fields_of_five_thousand_characters_are_read_as_far_as_a_name_goes() -> None:
    long = "Петросян" * 700

    linked = link(
        [record(1, name=long, home=long, birth_date=long), record(2, given=long, surname=long, phones=(long,))]
    )

    assert len(linked.people) == 2


def test_emoji_direction_marks_and_mixed_scripts_hide_nobody() -> None:
    plain = record(1, given="Сурен", surname="Манукян", phones=("+37410000000",), birth_date="1984-03-04")
    odd = record(
        2, given="\u200fСурeн\u200e 🙂", surname="Mанукян", phones=("+374 10 00 00 00",), birth_date="04.03.1984"
    )

    assert link([plain, odd]).people == (("r00001", "r00002"),)


def test_rows_without_a_name_are_somebody_each() -> None:
    empty = [record(number, name=name) for number, name in enumerate(("", " ", "🙂", "\u200f", "42", "—"))]

    assert len(link(empty).people) == len(empty)


def test_a_list_without_any_name_is_compared_by_what_it_has() -> None:
    nameless = [record(number, phones=("+37410000000",), birth_date="1984-03-04") for number in range(2)]

    assert len(link(nameless).pairs) == 1

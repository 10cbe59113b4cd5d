from array import array

from hypothesis import given
from hypothesis import strategies as st

from standby.identity.linking.name_numbers import NameNumbers
from standby.identity.linking.remembered import Remembered
from standby.identity.linking.rows import Rows
from standby.identity.linking.wordbook import WordbookBuilder
from standby.identity.names import parse_name
from standby.identity.records import Record, RecordId

_WORDS = (
    "Анна", "anna", "Петросян", "Petrosyan", "Տեր-Պետրոսյան", "Ter-Petrosian", "Арсен", "Арсенович", "Արսենի", "Rəşid",
    "oğlu", "Иванова", "Ivanov", "А.", "42", "🙂", "Mari", "Մարի", "de la Cruz",
)  # fmt: skip
_cell = st.lists(st.sampled_from(_WORDS), max_size=3).map(" ".join)
_record = st.builds(Record, id=st.just(RecordId("")), given=_cell, surname=_cell, patronymic=_cell, name=_cell)


def spelled(words: WordbookBuilder, numbers: list[int]) -> list[tuple[str | int, ...]]:
    """Of each name its words as the book knows them, and the sex."""
    keys = [*words.numbers, ""]
    rows = [numbers[start : start + 5] for start in range(0, len(numbers), 5)]
    return [(*(keys[number] for number in row[:4]), row[4]) for row in rows]


@given(st.lists(_record, max_size=6))
def test_names_read_cell_by_cell_are_those_that_are_read_record_by_record(records: list[Record]) -> None:
    by_cell, found = WordbookBuilder(), array("i")
    NameNumbers(by_cell).extend(found, Rows.of(records))

    one_by_one = WordbookBuilder()
    reader = NameNumbers(one_by_one)
    names = (
        parse_name(name=one.name, given=one.given, surname=one.surname, patronymic=one.patronymic) for one in records
    )
    expected = [number for name in names for number in reader.of_name(name)]
    assert spelled(by_cell, found.tolist()) == spelled(one_by_one, expected)


def test_a_cell_that_comes_again_is_not_read_again() -> None:
    asked: list[str] = []

    def read(cell: str) -> int:
        asked.append(cell)
        return len(cell)

    remembered = Remembered(read)

    assert list(map(remembered.__getitem__, ["a", "bc", "a"])) == [1, 2, 1]
    assert asked == ["a", "bc"]

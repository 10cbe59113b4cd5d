"""The same content is recognised in whatever form it comes."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.offers import PersonalDetails
from standby.exchange import KeyKind, guess_mapping, read_table
from standby.exchange.fingerprints import fingerprint, row_keys
from tests.exchange.lists import csv_bytes, preview_table, workbook_bytes

HEADER = ["ФИО", "Телефон", "Профессия", "Город", "Дата рождения", "Когда может", "Примечание"]
GIVEN = ["Ани", "Арам", "Сона", "Пётр", "Нино", "Гюнель", "Ирина", "Сергей"]
SURNAMES = ["Саргсян", "Петросян", "Иванова", "Гелашвили", "Алиева", "Фёдоров"]
TOWNS = ["Ереван", "Гюмри", "Москва", "Тбилиси", "", "Санкт-Петербург"]
WORK = ["врач", "водитель", "медсестра; повар", "", "учитель, няня"]
DAYS = ["с 3 по 10 октября", "любое время", "10.10-20.10", ""]
CYRILLIC = ["utf-8", "utf-8-sig", "utf-16", "cp1251", "koi8-r", "cp866"]


@st.composite
def _people(draw: st.DrawFn) -> list[str]:
    born = draw(st.dates(min_value=date(1930, 1, 1), max_value=date(2000, 12, 31)))
    return [
        f"{draw(st.sampled_from(GIVEN))} {draw(st.sampled_from(SURNAMES))}",
        "+7 000 " + draw(st.text(alphabet="0123456789", min_size=7, max_size=7)),
        draw(st.sampled_from(WORK)),
        draw(st.sampled_from(TOWNS)),
        f"{born:%d.%m.%Y}",
        draw(st.sampled_from(DAYS)),
        draw(st.sampled_from(["", "тихий", "просит, если можно, звонить вечером"])),
    ]


def _fingerprints(content: bytes) -> list[bytes]:
    table = read_table(content, filename="list")
    return [row.fingerprint for row in preview_table(table, guess_mapping(table)).rows]


@given(
    people=st.lists(_people(), min_size=1, max_size=8),
    encoding=st.sampled_from(CYRILLIC),
    delimiter=st.sampled_from([",", ";", "\t", "|"]),
    order=st.permutations(range(len(HEADER))),
    chance=st.randoms(),
)
def test_any_order_encoding_and_delimiter_gives_the_same_rows(
    people: list[list[str]], encoding: str, delimiter: str, order: list[int], chance: st.DataObject
) -> None:
    straight = csv_bytes([HEADER, *people])
    shuffled = list(people)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    turned = [[row[place] for place in order] for row in (HEADER, *shuffled)]

    again = csv_bytes(turned, encoding=encoding, delimiter=delimiter)

    assert sorted(_fingerprints(again)) == sorted(_fingerprints(straight))


def test_a_workbook_with_the_same_content_gives_the_same_rows() -> None:
    people = [["Ани Саргсян", "+7 000 123-45-67", "врач", "Ереван", "03.10.1984", "любое время", ""]]

    assert _fingerprints(workbook_bytes([HEADER, *people])) == _fingerprints(csv_bytes([HEADER, *people]))


def test_a_difference_in_what_is_read_is_a_difference_and_one_in_what_is_not_is_none() -> None:
    ani = ["Ани Саргсян", "+7 000 123-45-67", "врач", "Ереван", "03.10.1984", "любое время", "тихая"]
    print_of = {
        changed: _fingerprints(csv_bytes([HEADER, [*ani[:place], changed, *ani[place + 1 :]]]))
        for place, changed in ((0, "Ани Петросян"), (2, "повар"), (6, "громкая"), (1, "8 (000) 123-45-67"))
    }
    original = _fingerprints(csv_bytes([HEADER, ani]))

    assert print_of["Ани Петросян"] != original
    assert print_of["повар"] != original
    assert print_of["громкая"] == original
    assert print_of["8 (000) 123-45-67"] == original


@given(st.dictionaries(st.sampled_from(["given", "phone", "days"]), st.lists(st.text(max_size=5), max_size=4)))
def test_the_order_in_which_things_are_said_does_not_matter(said: dict[str, list[str]]) -> None:
    turned = {field: values[::-1] for field, values in reversed(said.items())}

    assert fingerprint(turned) == fingerprint(said)


@pytest.mark.parametrize("form", ["NFC", "NFD"])
def test_composed_and_decomposed_letters_are_one(form: str) -> None:
    people = [["Пётр Фёдоров", "", "", "", "", "", ""]]
    written = [[unicodedata.normalize(form, cell) for cell in row] for row in (HEADER, *people)]  # type: ignore[arg-type]

    assert _fingerprints(csv_bytes(written)) == _fingerprints(csv_bytes([HEADER, *people]))


def test_keys_name_their_kind_and_never_confuse_one_value_with_another() -> None:
    details = PersonalDetails(
        name="Sargsyan Ani", phones=("+37400123456",), emails=("a@example.org",), birth_date="1984"
    )

    keys = row_keys(details)

    assert {key.kind for key in keys} == set(KeyKind)
    assert len({key.value for key in keys}) == len(keys)
    assert row_keys(PersonalDetails()) == ()

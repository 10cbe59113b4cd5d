"""What a header says its column is for."""

import pytest

from standby.exchange import Field, LeftOut, Sign
from standby.exchange.folding import fold
from standby.exchange.header_words import BARE_NAMES, FIELD_WORDS, LEFT_OUT_WORDS
from standby.exchange.headers import Target, is_bare_name, recognise


@pytest.mark.parametrize(
    ("header", "target"),
    [
        ("First Name", Field.GIVEN),
        ("Ազգանուն", Field.SURNAME),
        ("ФИО", Field.FULL_NAME),
        ("Soyad, ad, ata adı", Field.FULL_NAME),
        ("სახელი, გვარი", Field.FULL_NAME),
        ("Дата рождения (дд.мм.гггг)", Field.BIRTH_DATE),
        ("Հեռախոս / Телефон / Phone", Field.PHONE),
        ("E-Mail *", Field.EMAIL),
        ("Мобильный телефон для связи", Field.PHONE),
        ("Профессия", Field.OCCUPATION),
        ("Հմտություններ", Field.OCCUPATION),
        ("Sürücülük vəsiqəsi", Field.DRIVING_CLASS),
        ("С какого числа", Field.FIRST_DAY),
        ("ბოლო დღე", Field.LAST_DAY),
        ("Професия", Field.OCCUPATION),  # one letter short
        ("Father Name", Field.PATRONYMIC),
        ("Religion", LeftOut.NO_PURPOSE),
        ("Passport number and series", LeftOut.NO_PURPOSE),
        ("Արյան խումբ", LeftOut.NO_PURPOSE),
        ("Emergency contact mobile", LeftOut.THIRD_PERSON),
        ("Office Phone", LeftOut.SHARED_CONTACT),
        ("Примечание", LeftOut.FREE_TEXT),
        ("person_id", LeftOut.NO_PURPOSE),
        ("№ п/п", LeftOut.NO_PURPOSE),
        ("Puhelin", None),
    ],
)
def test_headers_in_five_languages_are_recognised(header: str, target: Target | None) -> None:
    match = recognise(header)

    assert (match.target if match else None) == target


def test_a_resemblance_is_less_sure_than_a_word_and_a_word_within_in_between() -> None:
    exact, within, alike = recognise("Фамилия"), recognise("Ваша фамилия тут"), recognise("Професия")

    assert exact is not None
    assert within is not None
    assert alike is not None
    assert [match.sign for match in (exact, within, alike)] == [Sign.HEADER, Sign.HEADER_WITHIN, Sign.HEADER_LIKE]
    assert exact.confidence > within.confidence > alike.confidence


def test_no_word_stands_for_two_things() -> None:
    assert not set(FIELD_WORDS) & set(LEFT_OUT_WORDS)
    assert all(word == fold(word) for word in (*FIELD_WORDS, *LEFT_OUT_WORDS))


def test_a_bare_name_is_known_in_every_language() -> None:
    assert all(is_bare_name(word) for word in ("Name", "Имя", "Անուն", "Ad", "სახელი"))
    assert not any(word in FIELD_WORDS for word in BARE_NAMES)


@pytest.mark.parametrize("field", list(Field))
def test_every_field_has_words(field: Field) -> None:
    assert field in FIELD_WORDS.values()

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.identity import fold, fold_prefixes, query_folds
from standby.identity.folds import LONGEST_PREFIX, coarse, readings
from standby.identity.sounds import words


@pytest.mark.parametrize(
    "spellings",
    [
        ("Հարությունյան", "Յարութիւնեան", "Арутюнян", "Harutyunyan", "Arutiunian", "Haroutiounian"),
        ("Խաչատրյան", "Хачатрян", "Khachatryan", "Khachadrian"),
        ("Պետրոսյան", "Петросян", "Petrosyan", "Bedrossian"),
        ("Սարգսյան", "Саргсян", "Sargsyan", "Sarkssian"),
        ("ჯაფარიძე", "Джапаридзе", "Japaridze", "Dzhaparidze"),
        ("Мәммәдов", "Məmmədov"),
        ("Հակոբ", "Акоп", "Hagop", "Hakob"),
    ],
)
def test_spellings_of_one_name_have_one_fold(spellings: tuple[str, ...]) -> None:
    assert len({fold(spelling) for spelling in spellings}) == 1


@pytest.mark.parametrize(
    ("typed", "stored"),
    [
        ("Арутю", "Հարությունյան"),
        ("Арутю", "Harutyunyan"),
        ("Harutyuni", "Арутюнян"),
        ("Khac", "Խաչատրյան"),
        ("Гамле", "Hamlet"),
        ("Haml", "Гамлет"),
        ("Мамед", "Məmmədov Cəfər"),
        ("Джаф", "Məmmədov Cəfər"),
        ("Jir", "Жирайр"),
        ("Jap", "ჯაფარიძე"),
        ("акоп петр", "Petrosyan, Hagop"),
        ("А. Петросян", "Հակոբ Պետրոսյան"),
        ("Хачатур", "Xaçaturyan"),
    ],
)
def test_typing_the_beginning_in_one_script_finds_the_name_in_another(typed: str, stored: str) -> None:
    kept = fold_prefixes(stored)

    asked = query_folds(typed)

    assert asked
    assert all(prefixes & kept for prefixes in asked)


def test_another_name_is_not_found() -> None:
    kept = fold_prefixes("Հակոբ Պետրոսյան")

    assert not all(prefixes & kept for prefixes in query_folds("Арутюнян"))


def test_one_letter_asks_for_more() -> None:
    assert query_folds("А") == ()


@given(st.text(max_size=60))
def test_every_word_has_a_fold_and_no_fold_is_empty(text: str) -> None:
    folds = fold(text)

    assert len(folds) == len(words(text))
    assert all(folds)


@given(
    st.text(
        alphabet="абвгдеёжзийклмнопрстуфхцчшщъыьэюяաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտրցւփքօֆև", min_size=3, max_size=12
    )
)
def test_whoever_types_the_whole_name_finds_it(word: str) -> None:
    kept = fold_prefixes(word)

    assert all(prefixes & kept for prefixes in query_folds(word))


@given(st.text(max_size=30))
def test_prefixes_are_short_enough_to_be_stored(text: str) -> None:
    assert all(2 <= len(prefix) <= LONGEST_PREFIX for prefix in fold_prefixes(text))


@given(st.sampled_from(["Հակոբ", "Məmməd", "Hamlet", "Jakob", "Cavid", "Xachik"]))
def test_the_fold_of_a_word_is_one_of_its_readings(word: str) -> None:
    assert coarse(word) in readings(word)

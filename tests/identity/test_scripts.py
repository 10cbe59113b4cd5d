import pytest

from standby.identity.scripts import Script, in_one_script, script_of, tidied


@pytest.mark.parametrize(
    ("word", "script"),
    [
        ("Հարություն", Script.ARMENIAN),
        ("Арутюн", Script.CYRILLIC),
        ("Һәсән", Script.CYRILLIC),
        ("ნინო", Script.GEORGIAN),
        ("Ələkbər", Script.LATIN),
        ("Łukasz", Script.LATIN),
        ("محمد", Script.OTHER),
        ("123", Script.OTHER),
        ("", Script.OTHER),
    ],
)
def test_each_word_has_the_script_of_its_letters(word: str, script: Script) -> None:
    assert script_of(word) is script


def test_a_latin_look_alike_in_a_cyrillic_word_is_read_as_cyrillic() -> None:
    assert in_one_script("аpмен") == "армен"


def test_a_cyrillic_look_alike_in_a_latin_word_is_read_as_latin() -> None:
    assert in_one_script("аrmen") == "armen"


def test_marks_for_the_writing_direction_are_not_part_of_a_name() -> None:
    assert tidied("\u200fАрмен\u200e\u00ad") == "армен"


def test_the_dotted_capital_of_azerbaijani_becomes_a_plain_letter() -> None:
    assert tidied("İLHAM") == "ilham"

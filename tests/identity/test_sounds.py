import pytest

from standby.identity.sounds import LONGEST_WORD, MOST_WORDS, skeleton, sounds, words


def test_a_name_is_taken_apart_at_spaces_hyphens_and_full_stops() -> None:
    assert words("Тер-Петросян, Л.А. (мл)") == ("тер", "петросян", "л", "а", "мл")


@pytest.mark.parametrize("text", ["", " ", "🙂🙂", "123", "---", "\u200f", "+7 000"])
def test_what_has_no_letter_has_no_words(text: str) -> None:
    assert words(text) == ()


def test_a_field_of_five_thousand_characters_costs_no_more_than_a_long_name() -> None:
    found = words("абвгд" * 1000 + " " + "б " * 2000)

    assert len(found) <= MOST_WORDS
    assert all(len(word) <= LONGEST_WORD for word in found)


@pytest.mark.parametrize(
    ("word", "sound"),
    [
        ("Հարություն", "haruTjun"),
        ("Յարութիւն", "jaruTjun"),
        ("Երևան", "jerevan"),
        ("Ոսկան", "voskan"),
        ("Գրիգորեան", "grigorjan"),
        ("Юрий", "jurij"),
        ("Ерванд", "jervand"),
        ("Джамал", "ʤamal"),
        ("Һәсән", "hæsæn"),
        ("Khachatryan", "xaʧatrjan"),
        ("Chəşmə", "ʧæʃmæ"),
        ("ჭავჭავაძე", "ʧavʧavaʣe"),
    ],
)
def test_letters_are_read_as_they_sound(word: str, sound: str) -> None:
    assert sounds(word) == sound


@pytest.mark.parametrize("ending", ["yan", "ian", "ean", "jan", "iyan"])
def test_the_armenian_ending_sounds_alike_however_it_is_spelled(ending: str) -> None:
    assert sounds(f"petros{ending}") == sounds("պետրոսյան")


def test_apostrophes_and_digits_within_a_word_are_silent() -> None:
    assert sounds("T'orosyan2") == sounds("Torosyan")


def test_a_skeleton_is_one_for_all_scripts() -> None:
    assert len({skeleton(sounds(word)) for word in ("Թամարա", "Тамара", "Tamara", "თამარა")}) == 1

"""Golden pairs in every script, and what must hold of any pair."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.identity import SAME_NAME_THRESHOLD, explain_names, name_score

_LETTERS = "абвгдеийклмнопрстухшяաբգդեզիլխկհղմյնշոչպռսվտրքabdeghiklmnoprstuvyəşçğაბგდევიკლმნო -.🙂\u200f"
_names = st.text(alphabet=_LETTERS, max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Հակոբ Պետրոսյան", "Акоп Петросян"),
        ("Հակոբ Պետրոսյան", "Bedrossian, Hagop"),
        ("Հակոբ Սարգսի Պետրոսյան", "Петросян Акоп Саркисович"),
        ("Յարութիւն Գրիգորեան", "Haroutiun Krikorian"),
        ("Հարություն Գրիգորյան", "Арутюн Григорян"),
        ("Խաչատուր Աբովյան", "Khachatur Abovian"),
        ("Միքայել Թումանյան", "Микаэл Туманян"),
        ("Գևորգ Ղազարյան", "Геворк Казарян"),
        ("Հռիփսիմե Հակոբյան", "Рипсиме Акопян"),
        ("Ծովինար Ճաղարյան", "Tsovinar Chagharyan"),
        ("Məmməd Əliyev", "Мамед Алиев"),
        ("Һәсән Әлијев", "Həsən Əliyev"),
        ("Rəşid Vaqif oğlu Hüseynov", "Гусейнов Рашид Вагиф оглы"),
        ("ნინო ჯაფარიძე", "Нино Джапаридзе"),
        ("გიორგი ბერიძე", "Giorgi Beridze"),
        ("Анна Тер-Петросян", "Աննա Տեր-Պետրոսյան"),
        ("Petrosyan Anna", "Anna Petrosyan"),
        ("Aнна Петросян", "Анна Петросян"),
        ("Ռուբեն Մանուկյан", "Рубен Манукян"),
        ("Суреен Манукян", "Suren Manukyan"),
    ],
)
def test_one_person_under_two_spellings(one: str, other: str) -> None:
    assert name_score(one, other) >= SAME_NAME_THRESHOLD


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Հակոբ Սարգսի Պետրոսյան", "Петросян Саркис"),
        ("Петросян Саркис Акопович", "Петросян Акоп Саркисович"),
        ("Հակոբ Սարգսի Պետրոսյան", "Петросян Акоп Левонович"),
        ("Անի Պետրոսյան", "Анаит Петросян"),
        ("Armen Petrosyan", "Армине Петросян"),
        ("Нарек Саакян", "Marek Sahakyan"),
        ("Armen Petrosyan", "Армен Погосян"),
        ("Leyla Əliyeva", "Лала Алиева"),
        ("ნინო ბერიძე", "ნანა ბერიძე"),
        ("Анна", "Анна Петросян"),
        ("", ""),
        ("🙂", "🙂"),
    ],
)
def test_two_people_or_too_little_to_say(one: str, other: str) -> None:
    assert name_score(one, other) < SAME_NAME_THRESHOLD


@given(_names, _names)
def test_the_order_of_the_two_names_does_not_matter(one: str, other: str) -> None:
    assert name_score(one, other) == pytest.approx(name_score(other, one), abs=1e-6)


@given(_names, _names)
def test_a_score_is_a_chance(one: str, other: str) -> None:
    assert 0 <= name_score(one, other) <= 1


@given(
    st.sampled_from(["Հակոբ", "Анна", "Suren", "Əli", "ნინო", "Ծովինար"]),
    st.text(alphabet="abdeghiklmnoprstuv", min_size=3, max_size=12),
)
def test_a_person_matches_themself(given_name: str, root: str) -> None:
    name = f"{given_name} {root}yan"

    assert name_score(name, name) >= SAME_NAME_THRESHOLD
    assert name_score(name, f"{root}yan {given_name}") >= SAME_NAME_THRESHOLD


def test_the_explanation_names_what_differs() -> None:
    penalties = dict(explain_names("Հակոբ Սարգսի Պետրոսյան", "Петросян Акоп Левонович").penalties)

    assert max(penalties, key=penalties.__getitem__) in {"father_cost", "father_rate"}


def test_an_explained_score_is_the_score() -> None:
    assert explain_names("Հակոբ Պետրոսյան", "Акоп Петросян").score == name_score("Հակոբ Պետրոսյան", "Акоп Петросян")
    assert explain_names("", "Акоп").score == 0


def test_five_thousand_characters_are_answered_at_once() -> None:
    assert 0 <= name_score("абвгд" * 1000, "ա բ " * 1250) <= 1

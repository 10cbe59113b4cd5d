"""Golden pairs in every script, and what must hold of any pair."""

from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from standby.identity import SAME_NAME_THRESHOLD, explain_names, name_score, name_scores

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
@example("aa.a", "abab.a")
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


@given(st.lists(st.tuples(_names, _names), max_size=8))
def test_many_pairs_are_scored_as_each_by_itself(pairs: list[tuple[str, str]]) -> None:
    assert list(name_scores(iter(pairs))) == [name_score(one, other) for one, other in pairs]


def test_more_pairs_than_are_compared_at_once_keep_their_order() -> None:
    pairs = [(f"Анна {'б' * (number % 7)}акарян", "Anna Bakaryan") for number in range(10_003)]

    assert list(name_scores(pairs)) == [name_score(one, other) for one, other in pairs]


_ARMENIAN = "աբգդեզթժիլխծկհձղճմնշոչպջռսվտրցփքֆ"
_RUSSIAN = (
    "а", "б", "г", "д", "е", "з", "т", "ж", "и", "л", "х", "ц", "к", "г", "дз", "г", "ч", "м",
    "н", "ш", "о", "ч", "п", "дж", "р", "с", "в", "т", "р", "ц", "п", "к", "ф",
)  # fmt: skip
_LATIN = (
    "a", "b", "g", "d", "e", "z", "t", "zh", "i", "l", "kh", "ts", "k", "h", "dz", "gh", "ch", "m",
    "n", "sh", "o", "ch", "p", "j", "r", "s", "v", "t", "r", "ts", "p", "k", "f",
)  # fmt: skip
_vowels, _consonants = st.sampled_from("աեիո"), st.sampled_from([one for one in _ARMENIAN if one not in "աեիո"])


def meet_clearly(root: str) -> bool:
    """Whether no two consonants that meet could be taken for one: nobody can tell "tz", "sh" or "pp" apart again."""
    written = [_LATIN[_ARMENIAN.index(letter)] for letter in root]
    meetings = [(one[-1], other[0]) for one, other in pairwise(written)]
    return not any(one == other or (one in "cdgkpstz" and other in "chjsz") for one, other in meetings)


_roots = (
    st.lists(st.tuples(_consonants, _vowels, _consonants).map("".join), min_size=1, max_size=3)
    .map("".join)
    .filter(meet_clearly)
)


def spelled(root: str, letters: tuple[str, ...], ending: str) -> str:
    return "".join(letters[_ARMENIAN.index(letter)] for letter in root) + ending


def spelled_back(word: str, letters: tuple[str, ...]) -> str:
    """The longest letters first, and of several that are spelled alike the first: as whoever does not know the name."""
    found = word
    for letter in sorted(set(letters), key=lambda one: (-len(one), one)):
        found = found.replace(letter, _ARMENIAN[letters.index(letter)])
    return found


@given(
    _roots,
    st.sampled_from([("Սուրեն", "Сурен", "ян", _RUSSIAN), ("Անահիտ", "Анаит", "ян", _RUSSIAN),
                     ("Սուրեն", "Suren", "yan", _LATIN), ("Անահիտ", "Anahit", "yan", _LATIN)]),
)  # fmt: skip
def test_transliterating_a_name_and_back_keeps_the_score(root: str, way: tuple[str, str, str, tuple[str, ...]]) -> None:
    given_name, abroad, ending, letters = way
    at_home = f"{given_name} {root}յան"
    there = f"{abroad} {spelled(root, letters, ending)}"
    back = f"{given_name} {spelled_back(spelled(root, letters, ''), letters)}յան"

    assert name_score(at_home, there) >= SAME_NAME_THRESHOLD
    assert name_score(back, there) >= SAME_NAME_THRESHOLD
    assert name_score(back, there) == pytest.approx(name_score(at_home, there), abs=0.25)

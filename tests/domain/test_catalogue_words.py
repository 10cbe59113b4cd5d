"""Words made comparable: folding, endings, sounds, slips of the finger, licence classes, levels."""

import doctest
from importlib import import_module
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.catalogue.endings import stem
from standby.domain.catalogue.folding import fold, texts_of, words_of
from standby.domain.catalogue.levels import hinted_level
from standby.domain.catalogue.licence_classes import licence_classes
from standby.domain.catalogue.nearness import NearWords, is_one_slip
from standby.domain.catalogue.romanised import romanised
from standby.domain.roles import Level

MODULES = "combat endings folding licence_classes nearness occupations romanised search shelf"
LETTERS = "abc"
SHORT = st.text(LETTERS, max_size=8)


@pytest.mark.parametrize("name", MODULES.split())
def test_the_examples_in_the_docstrings_hold(name: str) -> None:
    outcome = doctest.testmod(import_module(f"standby.domain.catalogue.{name}"))

    assert outcome.attempted > 0
    assert outcome.failed == 0


@given(text=st.text(max_size=40))
def test_folding_twice_is_folding_once(text: str) -> None:
    assert texts_of(" ".join(texts_of(text))) == texts_of(text)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ёлка", "елка"),
        ("թերապևտ", "ԹԵՐԱՊԵՒՏ"),
        ("թերապևտ", "թերապեվտ"),
        ("օգնություն", "ոգնություն"),
        ("բուժքոյր", "բուժքույր"),
        ("SÜRÜCÜ", "surucu"),
        ("Sıravi", "siravi"),
        ("Әczaçı", "əczaçi"),
        ("soldier's", "soldier"),
        ("м/с", "мс"),
        ("R.N.", "rn."),
        ("nu\u00adrse", "nurse"),
        ("㎊", "pf"),
    ],
)
def test_one_word_written_in_two_ways_is_one_word(one: str, other: str) -> None:
    assert fold(one) == fold(other)


def test_separators_divide_a_text_and_hyphens_do_not() -> None:
    assert [word.part for word in words_of("врач-хирург, водитель; повар")] == [0, 0, 1, 2]


@given(word=st.text("абвгдежзийклмнопрстуфхцчшщъыьэюя", min_size=1, max_size=15))
def test_a_stem_begins_the_word_and_is_not_too_short(word: str) -> None:
    assert word.startswith(stem(word))
    assert len(stem(word)) >= min(4, len(word))


@pytest.mark.parametrize(
    ("native", "typed"),
    [
        ("врач", "vrach"),
        ("хирург", "hirurg"),
        ("хирург", "khirurg"),
        ("учитель", "uchitel"),
        ("բժիշկ", "bzhishk"),
        ("բժիշկ", "bjishk"),
        ("ուսուցիչ", "usucich"),
        ("խոհարար", "khoharar"),
        ("ծրագրավորող", "tsragravorogh"),
    ],
)
def test_a_word_sounds_as_it_is_typed_in_latin_letters(native: str, typed: str) -> None:
    assert romanised(native) == romanised(typed)


def every_slip(word: str) -> set[str]:
    missed = {word[:at] + word[at + 1 :] for at in range(len(word))}
    changed = {word[:at] + letter + word[at + 1 :] for at in range(len(word)) for letter in LETTERS}
    added = {word[:at] + letter + word[at:] for at in range(len(word) + 1) for letter in LETTERS}
    swapped = {word[:at] + right + left + word[at + 2 :] for at, (left, right) in enumerate(pairwise(word))}
    return {word} | missed | changed | added | swapped


def one_slip_the_slow_way(one: str, other: str) -> bool:
    """Oracle: make every slip there is and look whether one of them is the other word."""
    return other in every_slip(one)


@given(one=SHORT, other=SHORT)
def test_one_slip_is_what_trying_every_slip_finds(one: str, other: str) -> None:
    assert is_one_slip(one, other) == one_slip_the_slow_way(one, other)


@given(data=st.data(), word=st.text(LETTERS, min_size=6, max_size=8))
def test_the_index_finds_every_near_word_and_no_other(data: st.DataObject, word: str) -> None:
    near = st.sampled_from(sorted(one for one in every_slip(word) if len(one) >= 6))
    known = data.draw(st.sets(near | st.text(LETTERS, min_size=6, max_size=8), min_size=1, max_size=20))

    expected = sorted(one for one in known if one[0] == word[0] and one_slip_the_slow_way(one, word))

    assert list(NearWords(known).near(word)) == expected


@pytest.mark.parametrize(
    ("text", "classes"),
    [
        ("водитель кат. D", "D"),
        ("водитель категории В и С", "BC"),
        ("водитель кат.Д", "D"),
        ("category B, C1, CE", "BCE"),
        ("վարորդ B, C կարգ", "BC"),
        ("Բ կարգի վարորդ", "B"),
        ("BC kateqoriyalı sürücü", "BC"),
        ("sürücü (B,C)", "BC"),
        ("driver B", "B"),
        ("права с 2010 года", ""),
        ("водитель с опытом", ""),
        ("driver a year", ""),
        ("высшая категория", ""),
        ("первая кат.", ""),
        ("category manager", ""),
    ],
)
def test_licence_classes_are_read_and_chance_letters_are_not(text: str, classes: str) -> None:
    assert licence_classes(text) == tuple(classes)


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("junior", Level.SUPERVISED),
        ("senior assistant", Level.SUPERVISED),
        ("заведующая", Level.LEADS_OTHERS),
        ("ավագ", Level.LEADS_OTHERS),
        ("böyük", Level.LEADS_OTHERS),
        ("10 years", Level.INDEPENDENT),
        ("стаж 5 лет", Level.INDEPENDENT),
        ("7 տարի", Level.INDEPENDENT),
        ("12 il", Level.INDEPENDENT),
        ("1 year", None),
        ("", None),
    ],
)
def test_words_hint_at_a_level(text: str, level: Level | None) -> None:
    assert hinted_level(words_of(text)) == level

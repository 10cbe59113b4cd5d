"""What people write as their occupation, and the roles behind it."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.catalogue import Role, all_crisis_roles, match_occupation
from standby.domain.catalogue.lexicon import Phrase, all_phrases
from standby.domain.roles import Level, is_combat

VECTORS = Path(__file__).parents[1] / "vectors/catalogue/occupations.csv"
SEPARATORS = st.sampled_from([",", ";", "/", " | ", "\n", ", "])
PHRASES = st.sampled_from([phrase for phrase in all_phrases() if not phrase.is_faint and phrase.language])


def golden() -> list[tuple[str, frozenset[str], str]]:
    with VECTORS.open(encoding="utf-8", newline="") as lines:
        return [
            (row["text"], frozenset(filter(None, row["roles"].split(";"))), row["level"])
            for row in csv.DictReader(lines)
        ]


@pytest.mark.parametrize(("text", "roles", "level"), golden())
def test_words_as_lists_hold_them_find_their_roles(text: str, roles: frozenset[str], level: str) -> None:
    matches = match_occupation(text)

    assert {match.key for match in matches} == roles
    if level:
        assert matches[0].level == int(level)


def test_the_table_of_words_is_long_enough_in_every_script() -> None:
    texts = [text for text, _, _ in golden()]

    assert len(texts) >= 150
    for first, last in (("а", "я"), ("ա", "ֆ"), ("a", "z")):
        assert sum(any(first <= letter <= last for letter in text.lower()) for text in texts) >= 50


@pytest.mark.parametrize("found", all_crisis_roles(), ids=lambda found: found.key)
def test_a_title_in_any_language_finds_its_own_role(found: Role) -> None:
    for language_title in found.titles.values():
        assert found.key in {match.key for match in match_occupation(language_title)}


@given(phrase=PHRASES, before=st.text(" \t", max_size=3), after=st.text(" \t.!", max_size=3))
def test_case_and_spaces_change_nothing(phrase: Phrase, before: str, after: str) -> None:
    text = phrase.as_written
    plain = {match.key for match in match_occupation(text)}

    assert {match.key for match in match_occupation(before + text.upper() + after)} == plain
    assert {match.key for match in match_occupation(before + text.replace(" ", "  ").lower() + after)} == plain


@given(text=st.text(max_size=60))
def test_any_text_is_answered_without_a_combat_role(text: str) -> None:
    matches = match_occupation(text)

    assert len(matches) <= 5
    assert not any(is_combat(match.code) for match in matches)
    assert all(0 < match.score <= 1 for match in matches)
    assert len({match.key for match in matches}) == len(matches)


@given(separator=SEPARATORS)
def test_several_roles_are_found_behind_any_separator(separator: str) -> None:
    matches = match_occupation(f"водитель{separator}повар")

    assert [match.key for match in matches] == ["driver", "cook"]


def test_no_more_roles_than_asked_for() -> None:
    assert len(match_occupation("cook, driver, nurse, teacher", limit=2)) == 2


def test_a_match_says_why_and_how_sure_it_is() -> None:
    (surest,) = match_occupation("медсестра")
    (slip,) = match_occupation("медсетра")
    (faint,) = match_occupation("медик")

    assert (surest.matched, surest.score) == ("медсестра", 1.0)
    assert surest.score > slip.score > faint.score


def test_a_tagged_role_brings_its_tag_and_its_licence() -> None:
    (anaesthetist,) = match_occupation("անեսթեզիոլոգ")

    assert (anaesthetist.code, anaesthetist.tags, anaesthetist.needs_licence) == ("2212", ("anaesthesia",), True)


def test_licence_classes_become_tags() -> None:
    truck, bus = match_occupation("водитель кат. C, D")

    assert (truck.code, bus.code) == ("8332", "8331")
    assert truck.tags == bus.tags == ("licence_C", "licence_D")


def test_classes_without_a_driver_mean_nothing() -> None:
    (electrician,) = match_occupation("электрик кат. B")

    assert electrician.tags == ()


def test_a_student_of_medicine_is_never_a_doctor() -> None:
    for text in ("студент, медик", "врач (студент)", "ուսանող բժիշկ", "tələbə həkim", "student doctor"):
        matches = match_occupation(text)

        assert not any(match.code.startswith(("22", "32")) for match in matches)
        assert {match.level for match in matches} <= {Level.SUPERVISED, None}


def test_a_senior_nurse_keeps_her_level_when_it_stands_apart() -> None:
    nurse, driver = match_occupation("nurse, senior, driver")

    assert (nurse.level, driver.level) == (Level.LEADS_OTHERS, None)

"""The data that is shipped: complete, civilian, and nowhere in two minds."""

import csv
from collections import defaultdict
from importlib.resources import files
from pathlib import Path

import pytest

from standby.domain.catalogue import (
    LANGUAGES,
    LicenceKind,
    Role,
    TagKind,
    all_crisis_roles,
    all_families,
    all_tags,
    family,
    other_roles,
    role,
    title,
)
from standby.domain.catalogue.lexicon import all_phrases
from standby.domain.roles import Level, is_combat

ROOT = Path(__file__).parents[2]
ISCO = ROOT.parent / "shared/data/isco/ISCOGroups_en_esco.csv"
FEWEST_WORDS = 6
# The codes that the planner's exercise asks for and offers.
EXERCISE_CODES = "9629 8322 4321 2221 7111 5120 4110 2512 2643 5311 2211 7411 2240 8332 2634 2142 2635 3522 2212 2269"


def test_there_are_enough_roles_for_a_crisis() -> None:
    assert len(all_crisis_roles()) >= 80


def test_every_code_of_the_exercise_has_a_role() -> None:
    assert all(role(code) in all_crisis_roles() for code in EXERCISE_CODES.split())


@pytest.mark.parametrize("found", all_crisis_roles(), ids=lambda found: found.key)
def test_a_role_is_named_and_found_in_all_four_languages(found: Role) -> None:
    for language in LANGUAGES:
        ways = {found.titles[language], *found.words[language], *found.faint_words[language]}

        assert found.titles[language].strip()
        assert len(ways) >= FEWEST_WORDS, f"{found.key} has few words in {language}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_two_roles_have_one_title(language: str) -> None:
    titles = [found.title(language) for found in all_crisis_roles()]

    assert len(set(titles)) == len(titles)


def test_no_words_point_at_two_crisis_roles() -> None:
    crisis = {found.key for found in all_crisis_roles()}
    keys: defaultdict[tuple[str, ...], set[str]] = defaultdict(set)

    for phrase in all_phrases():
        if phrase.key in crisis:
            keys[phrase.stems].add(phrase.key)

    assert {stems: found for stems, found in keys.items() if len(found) > 1} == {}


def test_every_phrase_has_a_word_that_means_something() -> None:
    assert all(phrase.words for phrase in all_phrases())


def test_every_role_is_in_isco_and_none_is_combat() -> None:
    with ISCO.open(encoding="utf-8", newline="") as lines:
        known = {row["code"] for row in csv.DictReader(lines)}

    codes = {found.code for found in (*all_crisis_roles(), *other_roles())}

    assert codes <= known
    assert not any(is_combat(code) for code in codes)
    assert codes == {code for code in known if len(code) == 4 and not is_combat(code)}


def test_our_own_russian_never_calls_a_volunteer_a_fighter() -> None:
    shown = [found.title("ru") for found in all_crisis_roles()]
    shown += [group.level(level, "ru") for group in all_families().values() for level in Level]

    assert not any("доброволец" in text.lower() or "добровольц" in text.lower() for text in shown)


def test_every_family_explains_three_levels_in_four_languages() -> None:
    for group in all_families().values():
        said = {group.level(level, language) for level in Level for language in LANGUAGES}

        assert len(said) == len(Level) * len(LANGUAGES)


def test_every_role_has_a_family_and_every_wider_role_exists() -> None:
    keys = {found.key for found in all_crisis_roles()}

    assert all(family(found.family).title("hy") for found in all_crisis_roles())
    assert {found.refines for found in all_crisis_roles()} - {""} <= keys


def test_every_tag_of_a_role_is_named() -> None:
    used = {found.tag for found in all_crisis_roles()} - {""}
    specialities = {key for key, tag in all_tags().items() if tag.kind is TagKind.SPECIALITY}

    assert used == specialities


def test_health_roles_always_need_a_licence() -> None:
    for found in (*all_crisis_roles(), *other_roles()):
        assert (found.licence is LicenceKind.HEALTH) == found.code.startswith(("22", "32"))


def test_a_health_role_without_a_licence_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="health licence"):
        Role(key="healer", code="2211", titles={"en": "Healer"})


def test_a_combat_role_cannot_be_made() -> None:
    with pytest.raises(ValueError, match="civilian"):
        Role(key="guard", code="5414", titles={"en": "Guard"})


def test_a_tag_tells_doctors_apart() -> None:
    assert role("2212", "anaesthesia").title("en") == "Anaesthetist"
    assert role("2212", "surgery") != role("2212", "anaesthesia")


def test_a_title_falls_back_to_the_code_without_the_tag_then_to_the_code() -> None:
    assert title("2221", "night_shift", language="en") == "Nurse"
    assert title("5141", language="hy") == "Hairdressers"
    assert title("0310", language="en") == "0310"


def test_an_unknown_role_is_a_key_error() -> None:
    with pytest.raises(KeyError):
        role("2212", "no_such_speciality")


def test_what_is_taken_from_others_says_so_beside_it() -> None:
    attribution = (files("standby.domain.catalogue") / "data" / "ATTRIBUTION.md").read_text(encoding="utf-8")

    assert "International\nLabour Organization" in attribution
    assert "ESCO" in attribution

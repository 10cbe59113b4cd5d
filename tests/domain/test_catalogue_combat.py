"""Offers to fight are recognised, offers to help are not mistaken for them, and doubt goes to a person."""

import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.catalogue import (
    LANGUAGES,
    CombatJudgement,
    Role,
    all_crisis_roles,
    is_combat_offer,
    judge_offer,
    list_purpose,
)

VECTORS = Path(__file__).parents[1] / "vectors/catalogue"


def table(name: str) -> list[tuple[str, CombatJudgement]]:
    with (VECTORS / name).open(encoding="utf-8", newline="") as lines:
        return [(row["text"], CombatJudgement[row["judgement"].upper()]) for row in csv.DictReader(lines)]


OFFERS = table("combat.csv")
PLAIN_FIGHTERS = ("soldier", "снайпер", "մարտիկ", "əsgər", "döyüşçü", "ready to fight")


@pytest.mark.parametrize(("text", "judgement"), OFFERS)
def test_an_offer_is_judged(text: str, judgement: CombatJudgement) -> None:
    assert judge_offer(text) is judgement
    assert is_combat_offer(text) == (judgement is CombatJudgement.COMBAT)


@pytest.mark.parametrize(("text", "judgement"), table("purposes.csv"))
def test_the_purpose_of_a_list_is_judged(text: str, judgement: CombatJudgement) -> None:
    assert list_purpose(text) is judgement


def test_the_table_of_offers_is_long_enough_for_every_answer() -> None:
    assert len(OFFERS) >= 60
    for judgement in CombatJudgement:
        assert sum(expected is judgement for _, expected in OFFERS) >= 20


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_way_to_say_a_crisis_role_is_refused(language: str) -> None:
    said = {
        text
        for role in all_crisis_roles()
        for text in (role.titles[language], *role.words[language], *role.faint_words[language])
    }

    assert [text for text in said if judge_offer(text) is not CombatJudgement.CIVILIAN] == []


@given(text=st.sampled_from([text for text, _ in OFFERS]), space=st.sampled_from([" ", "  ", "\t", "\u00a0"]))
def test_case_and_spaces_do_not_hide_an_offer_to_fight(text: str, space: str) -> None:
    assert judge_offer(space + text.upper().replace(" ", space)) is judge_offer(text)


@pytest.mark.parametrize("fighter", PLAIN_FIGHTERS)
@pytest.mark.parametrize("role", all_crisis_roles(), ids=lambda role: role.key)
def test_a_civilian_role_apart_does_not_wash_an_offer_to_fight(fighter: str, role: Role) -> None:
    title = role.title("en")

    assert judge_offer(f"{title}, {fighter}") is CombatJudgement.COMBAT
    assert judge_offer(f"{fighter}; {title}") is CombatJudgement.COMBAT


@given(text=st.text(max_size=80))
def test_any_text_is_judged(text: str) -> None:
    assert judge_offer(text) in CombatJudgement
    assert list_purpose(text) >= judge_offer(text)


def test_a_word_for_volunteers_is_plain_in_an_offer_and_doubtful_on_a_list() -> None:
    assert judge_offer("доброволец") is CombatJudgement.CIVILIAN
    assert list_purpose("добровольцы") is CombatJudgement.UNCLEAR
    assert list_purpose("волонтёры") is CombatJudgement.CIVILIAN

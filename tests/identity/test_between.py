"""Whom two organisations both know: exact for the one that asks, and nothing readable for anybody else."""

import sys

import pytest

from standby.domain.errors import Refused
from standby.identity import Record, RecordId
from standby.identity.between import (
    MOST_ITEMS,
    BackEndMissing,
    NotTheAnswer,
    TooManyItems,
    answer_question,
    ask,
    between_items,
    in_common,
    is_installed,
    phrase_key,
    read_answer,
    read_question,
    size_of,
)

KEY = phrase_key("a phrase agreed by voice")
ANNA = Record(id=RecordId("1"), name="Anna Testyan", phones=("+37400000001",), birth_date="1980-01-02")
ANNA_THERE = Record(id=RecordId("9"), name="Աննա Թեստյան", phones=("+37400000009",), birth_date="1980-01-02")
BORIS = Record(id=RecordId("2"), name="Boris Probayan", phones=("+37400000002",))


def items(*records: Record, key: bytes = KEY) -> list[str]:
    return [item for record in records for item in between_items(record, key=key)]


def test_the_one_who_asks_learns_which_of_theirs_the_other_has_across_scripts() -> None:
    mine, theirs = items(ANNA, BORIS), items(ANNA_THERE)
    key, question = ask(mine, name="A1")

    answer = answer_question(question, theirs)

    assert [mine[place] for place in in_common(key, answer)] == [item for item in mine if item in theirs]
    assert len(in_common(key, answer)) == 1
    assert size_of(question) == len(mine)
    assert read_answer(answer)[0] == read_question(question).name == "A1"


def test_neither_file_holds_a_key_or_its_hash() -> None:
    mine = items(ANNA)
    _, question = ask(mine, name="A1")

    answer = answer_question(question, mine)

    for item in mine:
        for written in (item.encode(), bytes.fromhex(item)):
            assert written not in question
            assert written not in answer


def test_the_same_list_asked_twice_looks_like_two_lists() -> None:
    assert ask(items(ANNA), name="A1")[1] != ask(items(ANNA), name="A1")[1]


def test_another_phrase_finds_nobody() -> None:
    key, question = ask(items(ANNA), name="A1")

    assert in_common(key, answer_question(question, items(ANNA, key=phrase_key("another phrase by voice")))) == []


def test_a_phrase_is_the_same_however_it_is_spaced_and_too_short_a_one_is_refused() -> None:
    assert phrase_key("  A phrase  agreed by VOICE ") == KEY
    with pytest.raises(ValueError, match="12 characters"):
        phrase_key("too short")


def test_only_exact_keys_are_compared() -> None:
    assert items(Record(id=RecordId("3"), name="Anna Testyan", emails=("a@example.org",))) == []


@pytest.mark.parametrize("content", [b"", b"STANDBY QUESTION 1 A1", b"STANDBY QUESTION 1 ../x\n", b"\x00" * 300])
def test_what_is_no_question_is_refused(content: bytes) -> None:
    with pytest.raises(NotTheAnswer):
        size_of(content)


def test_what_was_cut_off_is_refused() -> None:
    key, question = ask(items(ANNA), name="A1")
    answer = answer_question(question, items(ANNA))

    with pytest.raises(NotTheAnswer):
        answer_question(question[:-3], items(ANNA))
    for cut in (answer[:30], answer[:-3], answer[: len(answer) // 2], question):
        with pytest.raises(NotTheAnswer):
            in_common(key, cut)


def test_an_answer_to_another_question_is_refused_or_finds_nobody() -> None:
    """The key of one question opens no other."""
    key, _ = ask(items(ANNA), name="A1")
    _, other = ask(items(ANNA, BORIS), name="A2")

    assert in_common(key, answer_question(other, items(ANNA))) == []


def test_nobody_asks_for_nothing_or_for_every_telephone_there_is() -> None:
    for number in (0, MOST_ITEMS + 1):
        with pytest.raises(TooManyItems):
            ask([f"{place:064x}" for place in range(number)], name="A1")
    _, question = ask(items(ANNA), name="A1")
    with pytest.raises(Refused):
        answer_question(question, [])


def test_without_the_extra_it_says_how_to_add_it(monkeypatch: pytest.MonkeyPatch) -> None:
    assert is_installed()
    monkeypatch.setitem(sys.modules, "private_set_intersection.python", None)

    with pytest.raises(BackEndMissing, match=r"requirements-between\.lock"):
        ask(items(ANNA), name="A1")

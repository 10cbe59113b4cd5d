"""What people answer to a short message, in four languages, on any keyboard."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.domain.code_words import WORDS
from standby.domain.replies import ASKED_FOR, Answer, is_code_word, names_code_word, read_answer


@pytest.mark.parametrize(
    ("text", "answer"),
    [
        ("ACCEPT", Answer.ACCEPT),
        ("Yes!", Answer.ACCEPT),
        ("այո", Answer.ACCEPT),
        ("Ընդունում եմ։", Answer.ACCEPT),
        ("Да, спасибо", Answer.ACCEPT),
        ("qebul edirem", Answer.ACCEPT),
        ("Bəli", Answer.ACCEPT),
        ("decline", Answer.DECLINE),
        ("Decline, sorry", Answer.DECLINE),
        ("I can't", Answer.DECLINE),
        ("Ոչ", Answer.DECLINE),
        ("հրաժարվում եմ", Answer.DECLINE),
        ("hrazharvel", Answer.DECLINE),
        ("ОТКАЗЫВАЮСЬ", Answer.DECLINE),
        ("нет", Answer.DECLINE),
        ("İmtina", Answer.DECLINE),
        ("imtina edirem", Answer.DECLINE),
        ("XEYR", Answer.DECLINE),
        ("withdraw", Answer.WITHDRAW),
        ("отзываю", Answer.WITHDRAW),
        ("STOP", Answer.STOP),
        ("Стоп", Answer.STOP),
        ("դադարեցնել", Answer.STOP),
        ("dayandır", Answer.STOP),
    ],
)
def test_an_answer_is_understood(text: str, answer: Answer) -> None:
    assert read_answer(text) is answer


@pytest.mark.parametrize(
    "text",
    [
        "",
        "yes, but only from Thursday",
        "accept or decline?",
        "I do not decline",
        "да нет",
        "who are you",
        "не принимаю",
    ],
)
def test_what_is_more_than_a_word_is_for_a_human(text: str) -> None:
    assert read_answer(text) is None


@pytest.mark.parametrize("language", ASKED_FOR)
def test_the_words_that_our_messages_ask_for_are_understood(language: str) -> None:
    for answer, word in ASKED_FOR[language].items():
        assert read_answer(word) is answer
        assert read_answer(word.lower()) is answer
        assert read_answer(word.capitalize() + ".") is answer


@given(language=st.sampled_from(sorted(WORDS)), index=st.integers(0, 60), number=st.integers(10, 99))
def test_the_code_word_beside_an_answer_does_not_hide_it(language: str, index: int, number: int) -> None:
    word = f"{WORDS[language][index % len(WORDS[language])]} {number}"

    assert read_answer(f"{word} decline", code_word=word) is Answer.DECLINE
    assert names_code_word(f"this is {word.upper()}, hello", code_word=word)
    assert is_code_word(f"{word.upper()}, please", code_word=word)
    assert not is_code_word(f"not {word}", code_word=word)


@given(text=st.text(max_size=200))
def test_any_text_at_all_is_read(text: str) -> None:
    assert read_answer(text) in {None, *Answer}

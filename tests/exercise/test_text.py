"""Whatever a person reads stands in all four languages."""

import pytest

from standby.exercise.tables import table
from standby.exercise.text import Text, joined_text, text

OURS = Text(en="One.", hy="Մեկ։", ru="Один.", az="Bir.")


@pytest.mark.parametrize("key", [row["key"] for row in table("texts")])
def test_every_sentence_is_there_in_four_languages(key: str) -> None:
    assert all(text(key).as_dict().values())


def test_a_missing_language_is_refused() -> None:
    with pytest.raises(ValueError, match="all four languages"):
        Text(en="One.", hy="", ru="Один.", az="Bir.")


def test_sentences_are_joined_language_by_language() -> None:
    assert joined_text(OURS, OURS).az == "Bir. Bir."


def test_no_sentence_speaks_of_war() -> None:
    sentences = " ".join(word for row in table("texts") for word in row.values()).lower()

    assert not any(word in sentences for word in (" front", "mobilis", "фронт", "доброволец", "война", "պատերազմ"))

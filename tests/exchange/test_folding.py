"""One form for words that are written in many ways."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from standby.exchange.folding import fold, tidy


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


@given(st.text())
def test_tidying_twice_changes_nothing(text: str) -> None:
    assert tidy(tidy(text)) == tidy(text)


@given(st.text())
def test_composed_and_decomposed_letters_fold_and_tidy_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)) == fold(unicodedata.normalize("NFC", text))
    assert tidy(unicodedata.normalize("NFD", text)) == tidy(unicodedata.normalize("NFC", text))


@given(st.text())
def test_what_is_tidy_holds_nothing_invisible(text: str) -> None:
    tidied = tidy(text)

    assert tidied == tidied.strip()
    assert not any(unicodedata.category(letter) in {"Cc", "Cf", "Cs"} for letter in tidied)
    assert "  " not in tidied


def test_short_i_and_yo_are_kept_apart_from_what_they_are_not() -> None:
    assert fold("Сергей") == "сергей"
    assert fold("Фёдор") == fold("Федор")
    assert fold("և") == fold("եւ")

from hypothesis import given
from hypothesis import strategies as st

from standby.identity.linking.hashes import hashes, shortened

_texts = st.lists(st.text(alphabet="abcաբ", max_size=6), max_size=6)


@given(_texts)
def test_equal_texts_have_equal_numbers_and_others_have_others(texts: list[str]) -> None:
    numbers = hashes(texts).tolist()

    assert len(set(numbers)) == len(set(texts))
    assert numbers == [hashes([text]).tolist()[0] for text in texts]


@given(_texts)
def test_a_text_is_found_by_itself_and_with_each_letter_left_out(texts: list[str]) -> None:
    values, starts = shortened(texts)

    for text, start, end in zip(texts, starts[:-1].tolist(), starts[1:].tolist(), strict=True):
        written = [text, *(text[:place] + text[place + 1 :] for place in range(len(text)))]
        assert values[start:end].tolist() == hashes(written).tolist()

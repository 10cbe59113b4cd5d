import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.identity.linking.said import Said, said_words

_texts = st.lists(st.lists(st.sampled_from("abcde"), min_size=1).map(" ".join), min_size=1, max_size=6, unique=True)


@given(_texts, st.data())
def test_the_rarest_word_in_common_is_what_plain_sets_say(texts: list[str], data: st.DataObject) -> None:
    column = np.array(data.draw(st.lists(st.integers(-1, len(texts) - 1), min_size=2, max_size=8)), np.int32)
    said = Said.of(column, texts)
    ones, others = np.triu_indices(len(column), 1)

    rarest, equal, known = said.shared(ones, others)

    words = [set(texts[place].split()) if place >= 0 else set() for place in column.tolist()]
    for row, (one, other) in enumerate(zip(ones.tolist(), others.tolist(), strict=True)):
        bearers = [sum(word in told for told in words) for word in words[one] & words[other]]
        assert rarest[row] == min(bearers, default=0)
        assert bool(equal[row]) == bool(words[one] and words[one] == words[other])
        assert bool(known[row]) == bool(words[one] and words[other])


def test_a_place_is_one_in_every_script_and_a_postcode_is_kept_as_written() -> None:
    assert said_words("Գյումրի, 3101") == said_words("3101 Гюмри")
    assert said_words("TQ13 8DF") != said_words("TQ13 8HU")
    assert said_words(" , ") == ""

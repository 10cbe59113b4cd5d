from typing import NamedTuple

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from standby.identity.edits import word_cost
from standby.identity.edits_below import TOO_DEAR, TOO_MANY
from standby.identity.linking.ragged import starts_of
from standby.identity.linking.word_costs import costs_of_pairs

_SIGNS = 4
_SCRIPTS = 2

# Fewer than there are pairs of words: what was asked first is forgotten, not mistaken.
_KEPT = 4
_PRICES = np.random.default_rng(7).uniform(0.1, 6, (_SCRIPTS, _SCRIPTS, _SIGNS, _SIGNS)).astype(np.float32)
_WESTERN = np.minimum(_PRICES, np.random.default_rng(8).uniform(0.1, 12, _PRICES.shape)).astype(np.float32)
_WESTERN[:, :, 0], _WESTERN[:, :, :, 0] = _PRICES[:, :, 0], _PRICES[:, :, :, 0]


class Word(NamedTuple):
    signs: list[int]
    script: int
    initial: bool


_words = st.lists(
    st.builds(Word, st.lists(st.integers(1, _SIGNS - 1), max_size=5), st.integers(0, _SCRIPTS - 1), st.booleans()),
    min_size=2,
    max_size=3,
)


def costs(words: list[Word], ones: list[int], others: list[int], enough: float, rate: float) -> list[tuple[float, int]]:
    found, slips = costs_of_pairs(
        np.array(ones, np.int32),
        np.array(others, np.int32),
        np.array([sign for word in words for sign in word.signs], np.int8),
        starts_of(np.array([len(word.signs) for word in words])),
        np.array([word.script for word in words], np.int8),
        np.array([word.initial for word in words], np.int8),
        _PRICES,
        _WESTERN,
        enough,
        rate,
        np.full(_KEPT, -1, np.int64),
        np.empty(_KEPT, np.float32),
        np.empty(_KEPT, np.int8),
    )
    return list(zip(found.tolist(), slips.tolist(), strict=True))


def alone(one: Word, other: Word) -> tuple[float, int]:
    a, b = one.script, other.script
    first, second = (np.array(word.signs, np.int8) for word in (one, other))
    cost, slips = word_cost(first, second, one.initial + other.initial, _PRICES[a, b], _WESTERN[a, b])
    return float(np.float32(cost)), slips


@given(_words, st.sampled_from([3.0, 8.0, 13.0]), st.sampled_from([0.0, 2.5]))
def test_words_cost_what_they_cost_alone_as_far_as_it_matters(words: list[Word], enough: float, rate: float) -> None:
    ones, others = np.indices((len(words), len(words))).reshape(2, -1).tolist()

    found = costs(words, ones * 2, others * 2, enough, rate)

    for place, told in enumerate(found):
        one, other = (words[column[place % len(ones)]] for column in (ones, others))
        exact, most = alone(one, other), max(enough, rate * max(len(one.signs), len(other.signs)))
        assert told == exact or (told == (TOO_DEAR, TOO_MANY) and exact[0] >= most)


def test_nothing_costs_nothing() -> None:
    assert costs([Word([1], 0, initial=False)], [], [], 13.0, 0.5) == []

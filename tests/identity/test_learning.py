import numpy as np
from benchmarks.identity.edit_learning import learned_prices

from standby.identity.sounds import sounds
from standby.identity.weights import signs


def test_a_change_that_spellings_make_every_day_is_learned_to_be_cheap() -> None:
    words = ("Գարեգին", "Գագիկ", "Գոհար", "Գևորգ", "Գոռ")
    spelled = {(word, word.replace("Գ", "К")): 1.0 for word in words}

    prices = learned_prices(spelled, symmetric=False)

    ours, theirs, another = (signs(sounds(letter))[0] for letter in ("գ", "կ", "մ"))
    assert np.isfinite(prices).all()
    assert prices[ours, theirs] < prices[ours, another]

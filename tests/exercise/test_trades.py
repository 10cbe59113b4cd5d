"""What people call what they can do."""

from itertools import product

import pytest

from standby.exercise.dice import Dice
from standby.exercise.trades import COMBAT, TRADES, Trade, occupations, wording


@pytest.mark.parametrize(("trade", "language"), list(product((*TRADES, *COMBAT), ("ru", "hy", "la", "az", "ka"))))
def test_every_trade_has_a_word_in_every_way_of_writing(trade: Trade, language: str) -> None:
    assert wording(trade, language=language, dice=Dice(seed=1, name="words"))


def test_a_word_means_one_thing() -> None:
    meanings: dict[str, set[tuple[str, str]]] = {}
    for occupation in occupations():
        meanings.setdefault(occupation.wording.casefold(), set()).add((occupation.role, occupation.tag))

    assert all(len(found) == 1 for found in meanings.values())


def test_combat_is_marked_and_nothing_else() -> None:
    refused = {occupation.role for occupation in occupations() if occupation.is_refused}

    assert refused == {trade.role for trade in COMBAT}
    assert not refused & {trade.role for trade in TRADES}


def test_nobody_asks_for_combat() -> None:
    assert all(trade.asked == 0 for trade in COMBAT)
    assert all(trade.asked > 0 for trade in TRADES)


def test_health_is_licensed() -> None:
    assert {trade.role for trade in TRADES if trade.is_licensed} == {"2211", "2212", "2221", "3258"}

"""One second wave for several needs, against a simulation and against its own limits."""

import numpy as np
import pytest

from standby.planning.turnout import ASSUMED, Answering, FirstWave, Turnout, plan_waves, pooled, second_wave

RISK = 0.05
ALONE = Answering(yes=Turnout(chance=0.75), comes=ASSUMED.comes)


def needs(number: int, *, headcount: int, answering: Answering) -> list[FirstWave]:
    first = plan_waves(headcount=headcount, answering=answering, risk=RISK).first
    return [FirstWave(first=first, headcount=headcount)] * number


def simulated_last(number: int, held: int, *, shared: bool, draws: int) -> float:
    """How often the need served last falls short."""
    random, given = np.random.default_rng(5), needs(number, headcount=3, answering=ASSUMED)
    first, enough = given[0].first, plan_waves(headcount=3, answering=ASSUMED, risk=RISK).enough
    asks = np.array(
        [second_wave(confirmed=yes, asked=first, headcount=3, answering=ASSUMED, risk=RISK) for yes in range(first + 1)]
    )
    left, says = np.full(draws, held), random.beta(*ASSUMED.yes.evidence, size=draws)
    for _ in given:
        if not shared:
            says = random.beta(*ASSUMED.yes.evidence, size=draws)
        confirmed = random.binomial(first, says)
        called = np.minimum(asks[confirmed], left)
        left -= called
        confirmed += random.binomial(called, says)
    came = random.binomial(np.minimum(confirmed, enough), random.beta(*ASSUMED.comes.evidence, size=draws))
    return float((came < 3).mean())


@pytest.mark.parametrize("shared", [True, False])
def test_the_need_that_is_served_last_keeps_its_promise(*, shared: bool) -> None:
    pool = pooled(needs(4, headcount=3, answering=ASSUMED), answering=ASSUMED, risk=RISK, shared=shared)

    assert pool.risk <= RISK
    assert simulated_last(4, pool.held, shared=shared, draws=100_000) == pytest.approx(pool.risk, abs=0.004)


def test_a_pool_saves_where_what_keeps_people_away_is_each_needs_own() -> None:
    pool = pooled(needs(4, headcount=10, answering=ALONE), answering=ALONE, risk=RISK)

    assert pool.held < 0.7 * pool.apart


def test_a_pool_saves_nothing_where_all_needs_share_one_weather() -> None:
    """A second wave that was pooled as if the needs were strangers would be far too small."""
    given = needs(4, headcount=10, answering=ASSUMED)

    together = pooled(given, answering=ASSUMED, risk=RISK)
    strangers = pooled(given, answering=ASSUMED, risk=RISK, shared=False)

    assert strangers.held < together.held <= together.apart


def test_a_pool_of_one_need_is_its_own_second_wave() -> None:
    waves = plan_waves(headcount=10, answering=ASSUMED, risk=RISK)

    pool = pooled([FirstWave(first=waves.first, headcount=10)], answering=ASSUMED, risk=RISK)

    assert pool.held == pool.apart == waves.held
    assert pool.risk == pytest.approx(waves.risk, abs=1e-3)


def test_no_need_holds_nobody() -> None:
    assert pooled([], answering=ASSUMED, risk=RISK).held == 0

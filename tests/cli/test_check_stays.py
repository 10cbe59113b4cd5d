"""`standby check` passes over absences that another is never worse than: no schedule may become worth less by that."""

from hypothesis import given
from hypothesis import strategies as st

from standby.cli.check import Stay, best_stays, undominated

DAY = st.integers(1, 20)


@st.composite
def stays(draw: st.DrawFn) -> Stay:
    first = draw(DAY)
    return first + draw(st.integers(0, 7)), first, draw(st.integers(-3, 9))


ANY_STAYS = st.lists(stays(), max_size=12)


@given(ANY_STAYS, DAY, DAY, st.integers(1, 8), st.integers(0, 3))
def test_whoever_may_take_some_absences_gets_as_much_from_those_that_are_left(
    offered: list[Stay], opens: int, closes: int, max_stay: int, rest_days: int
) -> None:
    def best(choices: list[Stay]) -> tuple[int, int]:
        may = [stay for stay in choices if opens <= stay[1] and stay[0] <= closes and stay[0] - stay[1] < max_stay]
        together = best_stays([stay for stay in may if stay[2] > 0], rest_days)
        return together, max((worth for _, _, worth in may), default=-99)

    assert best(undominated(offered)) == best(sorted(offered))


@given(ANY_STAYS)
def test_none_that_is_left_is_made_needless_by_another(offered: list[Stay]) -> None:
    left = undominated(offered)

    assert not any(
        one != other and one[1] <= other[1] and other[0] <= one[0] and one[2] <= other[2]
        for one in left
        for other in left
    )

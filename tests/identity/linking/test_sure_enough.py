"""How sure a pair has to be: namesakes are many, and two with one telephone are few."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from standby.identity.linking.classes import CLASSES
from standby.identity.linking.degrees import DEGREES, FIELDS, Birth, Contact, Father, Given, Home, Surname
from standby.identity.linking.kinds import Kinds
from standby.identity.linking.model import Model
from standby.identity.linking.scoring import Scores
from standby.identity.linking.settings import Settings
from standby.identity.linking.sure_enough import Surest, of_ones_own, surest

SETTINGS = Settings(join=0.9, join_by_little=0.95, join_by_name=0.99, join_by_name_at_most=0.995, wrong=0.001)
NAMESAKES: dict[str, int] = {"given": Given.SAME, "surname": Surname.SAME, "father": Father.SAME, "birth": Birth.PARTLY}
ONE_PHONE: dict[str, int] = {**NAMESAKES, "phone": Contact.SAME}


def model(says: float) -> Model:
    """Whatever agrees in full says so much in log odds against strangers; all else says nothing."""
    degrees = []
    for kind in DEGREES.values():
        logs = np.full((len(kind), len(CLASSES)), -5.0)
        logs[1, 0] += says
        degrees.append(logs)
    return Model(degrees=tuple(degrees), classes=np.log(np.full(len(CLASSES), 1 / 3)))


def join(*pairs: tuple[dict[str, int], float], barred: tuple[int, ...] = (), says: float = 5.0) -> Surest:
    """Pairs by what agrees, and their chances."""
    table = np.array([[known.get(field, 0) for field in FIELDS] for known, _ in pairs], np.int8)
    odds = np.array([np.log(chance / (1 - chance)) for _, chance in pairs])
    scores = Scores(kinds=Kinds.of(table), odds=odds, household=np.zeros(len(odds), np.float32))
    return surest(scores, scores.same, model(says), barred=np.array(barred, np.int64), settings=SETTINGS)


def test_names_fathers_and_a_year_have_to_be_surer_than_names_with_a_phone() -> None:
    assert join((NAMESAKES, 0.97), (ONE_PHONE, 0.97)).rows.tolist() == [1]


def test_a_town_in_common_is_little_and_lies_between_the_two() -> None:
    town: dict[str, int] = {**NAMESAKES, "home": Home.SAME}

    assert join((town, 0.94), (town, 0.97), (NAMESAKES, 0.97), says=2.5).rows.tolist() == [1]
    assert join((town, 0.94), says=1.0).rows.tolist() == []


def test_nothing_is_joined_below_the_lowest_line_whatever_is_in_common() -> None:
    assert join((ONE_PHONE, 0.89), says=50).rows.tolist() == []


def test_what_is_barred_is_not_joined_and_the_surest_comes_first() -> None:
    found = join((ONE_PHONE, 0.95), (ONE_PHONE, 0.999), (ONE_PHONE, 0.99), barred=(1,))

    assert found.rows.tolist() == [2, 0]


def test_a_list_of_many_sure_pairs_keeps_to_the_usual_line_for_names() -> None:
    sure = [(ONE_PHONE, 0.999_999)] * 200

    found = join(*sure, (NAMESAKES, 0.991), (NAMESAKES, 0.985))

    assert found.by_name == pytest.approx(0.99)
    assert found.rows.tolist() == list(range(201))


def test_a_list_that_would_err_too_often_is_asked_for_more_but_never_for_more_than_the_limit() -> None:
    found = join(*[(NAMESAKES, 0.992)] * 50, (NAMESAKES, 0.996))

    assert found.by_name == pytest.approx(0.995)
    assert found.rows.tolist() == [50]


def test_between_the_two_the_line_lies_where_one_in_a_thousand_is_expected_to_be_wrong() -> None:
    chances = [0.9999] * 30 + [0.9975] * 10 + [0.993] * 5 + [0.991] * 40

    found = join(*((NAMESAKES, chance) for chance in chances))

    joined = np.array(chances)[found.rows]
    assert found.by_name == pytest.approx(0.993)
    assert (1 - joined).mean() > SETTINGS.wrong >= (1 - joined[joined > 0.993]).mean()


def test_a_home_counts_by_what_the_list_says_of_it() -> None:
    home = np.array([[{"home": Home.SAME}.get(field, 0) for field in FIELDS]], np.int8)

    assert of_ones_own(home, model(3.0)) == pytest.approx([3.0])
    assert of_ones_own(home, model(-3.0)) == pytest.approx([0.0])


@given(st.lists(st.floats(0.5, 0.999_999), min_size=1, max_size=30), st.randoms())
def test_the_order_of_pairs_does_not_matter(chances: list[float], draw: object) -> None:
    order = list(range(len(chances)))
    draw.shuffle(order)  # type: ignore[attr-defined]

    one = join(*((NAMESAKES, chance) for chance in chances))
    other = join(*((NAMESAKES, chances[place]) for place in order))

    assert one.by_name == other.by_name
    assert sorted(chances[row] for row in one.rows) == sorted(chances[order[row]] for row in other.rows)


def test_a_line_above_its_own_limit_makes_no_sense() -> None:
    with pytest.raises(ValueError, match="its own limit"):
        Settings(join_by_name=0.999)

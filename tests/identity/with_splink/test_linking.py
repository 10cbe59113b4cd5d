import sys

import numpy as np
import pytest
from tests.identity.linking.cast import crowd

from standby.identity.linking import Linked, PairClass, Trained, link_crowd
from standby.identity.linking.intake import crowd_of
from standby.identity.with_splink import BackEndMissing, DuckDbBackEnd, link_with, splink_settings

CROWD = crowd_of(crowd(families=60, seed=7).records, default_region="")
LINKED = link_crowd(CROWD)


def judged() -> Trained:
    """The model after a person has judged what it was least sure of."""
    return link_crowd(CROWD, labels={pair.pair: PairClass.OTHER for pair in LINKED.review[:20]}).trained


def test_splink_in_duckdb_finds_the_same_people_with_the_same_chances() -> None:
    saved = judged()
    ours = link_crowd(CROWD, saved=saved)

    theirs = link_with(CROWD, saved, back_end=DuckDbBackEnd())

    assert theirs.people == ours.people
    assert theirs.skipped == ours.skipped
    assert np.allclose(theirs.pairs.probabilities, ours.pairs.probabilities, atol=1e-9)
    assert reasons(theirs) == reasons(ours)


def reasons(linked: Linked) -> list[tuple[PairClass, tuple[str, ...]]]:
    return [(pair.pair_class, tuple(map(str, pair.why))) for pair in linked.pairs]


def test_the_settings_are_the_model_in_splinks_words() -> None:
    told = splink_settings(LINKED.trained, against=PairClass.HOUSEHOLD)

    given = told["comparisons"][0]  # type: ignore[index]
    share = np.exp(LINKED.trained.model.degrees[0][1])
    same = given["comparison_levels"][1]
    assert given["output_column_name"] == "given"
    assert same["label_for_charts"] == "same"
    assert same["m_probability"] / same["u_probability"] == pytest.approx(share[0] / share[1])


def test_without_the_extra_it_says_how_to_add_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)

    with pytest.raises(BackEndMissing, match=r"requirements-splink\.lock"):
        link_with(CROWD, LINKED.trained, back_end=DuckDbBackEnd())

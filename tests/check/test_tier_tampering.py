"""A plan whose lower tiers hold, and every way of bending them: each is refused, and named."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.check.verdicts import verdict_on
from tests.oracles.published import Certificate, publish
from tests.vectors.operation_vectors import OPERATIONS

CASE = OPERATIONS / "all_rules_at_once"
PRICES: dict[tuple[str, ...], int] = {("headcount", "N2", ""): 9_000, ("headcount", "N4", ""): 3_000}
CERTIFICATES: list[Certificate] = [
    ([1_000, 1], PRICES),
    ([0, 0, 1], {}),
    ([0, 0, 0, 1], {}),
    ([0, 0, 0, 0, 1], {("headcount", "N1", ""): 3}),
]


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    publish(CASE, tmp_path / "plan", prices=PRICES, certificates=CERTIFICATES)
    return tmp_path / "plan"


def mend(plan: Path, change: Callable[[list[dict[str, Any]]], object]) -> None:
    proof = json.loads((plan / "proof.json").read_text(encoding="utf-8"))
    change(proof["tiers"])
    (plan / "proof.json").write_text(json.dumps(proof), encoding="utf-8")


def test_the_tiers_hold_as_they_were_published(plan: Path) -> None:
    assert verdict_on(CASE, plan) == (0, [], [])


def more(name: str, number: int) -> Callable[[list[dict[str, Any]]], object]:
    return lambda tiers: tiers[number - 1].update({name: tiers[number - 1][name] + 1})


def put(number: int, **changed: object) -> Callable[[list[dict[str, Any]]], object]:
    return lambda tiers: tiers[number - 1].update(changed)


def certify(number: int, **changed: object) -> Callable[[list[dict[str, Any]]], object]:
    return lambda tiers: tiers[number - 1]["certificate"].update(changed)


BENDS = {
    **{f"another value of {name}": (more("value", n), f"tiers: {name} is ") for n, name in enumerate(
        ("waste", "travel", "change", "waiting"), start=2)},
    **{f"another bound of {name}": (more("bound", n), f"tiers: the bound of {name}") for n, name in enumerate(
        ("waste", "travel", "change", "waiting"), start=2)},
    "a first tier that is not the objective": (more("value", 1), "tiers: need is not as the objective"),
    "a first tier that proves nothing": (put(1, certified=False), "tiers: need is not said to be certified"),
    "tiers in another order": (lambda tiers: tiers.reverse(), "tiers: the one in place 1 is not tier 1"),
    "a sixth tier": (lambda tiers: tiers.append(dict(tiers[0])), "tiers: the one in place 6"),
    "another gap": (put(3, gap=0.5), "tiers: the gap of travel"),
    "a gap in writing": (put(3, gap="0"), "tiers: the gap of travel"),
    "a value that is true": (put(4, value=True), "tiers: change is "),
    "a bound beside no certainty": (put(2, certified=False), "tiers: waste has a bound without saying"),
    "no certificate": (lambda tiers: tiers[2].pop("certificate"), "tiers: travel: the certificate"),
    "a certificate of another tier": (certify(3, rates=[0, 1]), "tiers: travel: there are not 3 rates"),
    "a rate below nothing": (certify(3, rates=[-1, 0, 1]), "tiers: travel: not a whole number"),
    "a rate with a point": (certify(3, rates=[1.0, 0, 1]), "tiers: travel: not a whole number"),
    "an own rate of nothing": (certify(3, rates=[1, 1, 0]), "tiers: travel: its own rate is 0"),
    "a negative price": (certify(3, prices={"need": {"N1": -1}}), "tiers: travel: prices"),
    "a price on a stranger": (certify(3, prices={"need": {"N9": 1}}), "tiers: travel: prices"),
    "other rates": (certify(5, rates=[0, 0, 0, 0, 2]), "tiers: the bound of waiting"),
    "other prices": (certify(5, prices={"need": {"N1": 4}}), "tiers: the bound of waiting"),
}  # fmt: skip


@pytest.mark.parametrize(("change", "broken"), BENDS.values(), ids=BENDS)
def test_a_bent_tier_is_named(plan: Path, change: Callable[[list[dict[str, Any]]], object], broken: str) -> None:
    mend(plan, change)

    verdict = verdict_on(CASE, plan)

    assert verdict.code == 1
    assert any(line.startswith(broken) for line in verdict.broken), verdict.broken


@pytest.mark.parametrize("tiers", [None, "none", [1]])
def test_tiers_that_are_no_list_of_tiers_are_named(plan: Path, tiers: object) -> None:
    proof = json.loads((plan / "proof.json").read_text(encoding="utf-8")) | {"tiers": tiers}
    (plan / "proof.json").write_text(json.dumps(proof), encoding="utf-8")

    assert verdict_on(CASE, plan).broken == ["tiers: not a list of tiers"]


def test_a_tier_without_a_certificate_is_allowed_if_it_says_so(plan: Path) -> None:
    def uncertain(tiers: list[dict[str, Any]]) -> None:
        del tiers[4]["certificate"]
        tiers[4].update(certified=False, bound=None, gap=None)

    mend(plan, uncertain)

    assert verdict_on(CASE, plan).code == 0

"""A plan that holds, and every way of bending it that we could think of: each is refused, and named."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.check.verdicts import verdict_on
from tests.oracles.published import input_digest, publish
from tests.vectors.operation_vectors import OPERATIONS

CASE = OPERATIONS / "all_rules_at_once"
PRICES: dict[tuple[str, ...], int] = {
    ("headcount", "N2", ""): 9_000,
    ("headcount", "N3", ""): 60_000,
    ("beds", "S1", "2020-10-07"): 500,
    ("seats", "H2", "2020-10-05"): 1_000,
}


@pytest.fixture
def plan(tmp_path: Path) -> Path:
    publish(CASE, tmp_path / "plan", prices=PRICES)
    return tmp_path / "plan"


def replace(file: Path, old: str, new: str) -> None:
    text = file.read_text(encoding="utf-8")
    assert old in text, f"{file.name} never held {old!r}"
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def mend_proof(plan: Path, change: Callable[[dict[str, Any]], object]) -> None:
    proof = json.loads((plan / "proof.json").read_text(encoding="utf-8"))
    change(proof)
    (plan / "proof.json").write_text(json.dumps(proof), encoding="utf-8")


def test_the_plan_holds_as_it_was_published(plan: Path) -> None:
    assert verdict_on(CASE, plan) == (0, [], [])


ROWS = {
    "a removed person": ("stand_by.csv", "P4,no_need_now,\n", "", "answers: P4"),
    "a person in both files": ("stand_by.csv", "P4,", "P1,rest,\nP4,", "answers: P1 stands in 2 places"),
    "a person twice on stand-by": ("stand_by.csv", "P4,", "P4,rest,\nP4,", "answers: P4 stands in 2 places"),
    "a stranger on stand-by": ("stand_by.csv", "P4,", "P9,rest,\nP4,", "answers: P9 is not in people.csv"),
    "a removed call": ("calls.csv", "P3,N3,2020-10-06,2020-10-08,needed\n", "", "answers: P3"),
    "a called stranger": ("calls.csv", "P3,N3", "P9,N3", "calls.csv: P9 or N3 is not known"),
    "a call to a need that is none": ("calls.csv", "P3,N3", "P3,N9", "calls.csv: P3 or N9 is not known"),
    "a swapped need": ("calls.csv", "P3,N3,2020-10-06,2020-10-08", "P3,N2,2020-10-05,2020-10-09", "rule 1: P3"),
    "a call twice": ("calls.csv", "P3,N3", "P3,N3,2020-10-06,2020-10-08,needed\nP3,N3", "rule 5: headcount N3"),
    "a call on other days": ("calls.csv", "P3,N3,2020-10-06", "P3,N3,2020-10-07", "calls.csv: P3 is called to N3"),
    "a fixed call that nobody announced": ("calls.csv", "2020-10-08,needed", "2020-10-08,fixed", "rule 7: the fixed"),
    "a reason for a call that is none": ("calls.csv", "2020-10-08,needed", "2020-10-08,please", "calls.csv: P3"),
    "a party torn apart": ("calls.csv", "P1,N1,2020-10-05,2020-10-09,needed\n", "", "rule 4: the party G1"),
    "an unknown reason": ("stand_by.csv", "no_need_now", "because", "stand_by.csv: P4 has no known reason"),
    "the reason of those who are called": ("stand_by.csv", "no_need_now", "needed", "stand_by.csv: P4 has no known"),
    "an offer called incomplete": ("stand_by.csv", "no_need_now", "incomplete", "stand_by.csv: P4 is told"),
    "a need left out": ("needs.csv", "N4,1,1,0,filled,\n", "", "needs.csv: N4"),
    "a need that is none": ("needs.csv", "N4,", "N9,1,1,0,filled,\nN4,", "needs.csv: N9"),
    "another headcount": ("needs.csv", "N4,1,1,0", "N4,2,1,0", "needs.csv: N4 has wrong counts"),
    "more filled than called": ("needs.csv", "N4,1,1,0", "N4,1,2,0", "needs.csv: N4 has wrong counts"),
    "a shortage out of nowhere": ("needs.csv", "N4,1,1,0", "N4,1,1,1", "needs.csv: N4 has wrong counts"),
    "a filled need that is said to lack beds": ("needs.csv", "N4,1,1,0,filled", "N4,1,1,0,beds", "needs.csv: N4 has a"),
    "a conflict out of nowhere": ("conflicts.csv", "over\n", "over\nbeds,S1,2020-10-05,1\n", "rule 7: conflicts.csv"),
}


@pytest.mark.parametrize(("file", "old", "new", "broken"), ROWS.values(), ids=ROWS)
def test_a_changed_row_is_named(plan: Path, file: str, old: str, new: str, broken: str) -> None:
    replace(plan / file, old, new)

    verdict = verdict_on(CASE, plan)

    assert verdict.code == 1
    assert any(line.startswith(broken) for line in verdict.broken), verdict.broken


def objective(**changed: object) -> Callable[[dict[str, dict[str, object]]], object]:
    return lambda proof: proof["objective"].update(changed)


def prices(**changed: object) -> Callable[[dict[str, dict[str, object]]], object]:
    return lambda proof: proof["prices"].update(changed)


PROOFS = {
    "another value": (objective(value=154), "objective: value"),
    "a value in writing": (objective(value="153"), "objective: value"),
    "a value with a point": (objective(value=153.0), "objective: value"),
    "a lower bound than the prices prove": (objective(bound=152), "objective: bound"),
    "a higher bound than the prices prove": (objective(bound=10**6), "objective: bound"),
    "a bound that is true": (objective(bound=True), "objective: bound"),
    "no bound": (lambda proof: proof["objective"].pop("bound"), "objective: bound"),
    "another gap": (objective(gap=0.000001), "objective: the gap"),
    "a gap of more decimals than six": (objective(gap=0.1234567), "objective: the gap"),
    "a gap that is false": (objective(gap=False), "objective: the gap"),
    "a gap in writing": (objective(gap="0.0"), "objective: the gap"),
    "a negative gap": (objective(gap=-0.1), "objective: the gap"),
    "a gap beyond all numbers": (lambda proof: proof["objective"].update(gap=10**29), "objective: the gap"),
    "first come ahead of the bound": (objective(first_come=10**6), "objective: first_come"),
    "first come below nothing": (objective(first_come=-1), "objective: first_come"),
    "first come left out": (lambda proof: proof["objective"].pop("first_come"), "objective: first_come"),
    "another scale": (prices(scale=100), "prices: the scale"),
    "a scale with a point": (prices(scale=1000.0), "prices: the scale"),
    "no scale": (lambda proof: proof["prices"].pop("scale"), "prices: the scale"),
    "a negative price": (prices(need={"N2": -1}), "prices: ('need', 'N2')"),
    "a price with a point": (prices(need={"N2": 1.0}), "prices: ('need', 'N2')"),
    "a price that is true": (prices(need={"N2": True}), "prices: ('need', 'N2')"),
    "a price in writing": (prices(need={"N2": "9000"}), "prices: ('need', 'N2')"),
    "no price": (prices(need={"N2": None}), "prices: ('need', 'N2')"),
    "a price on a need that is none": (prices(need={"N9": 1}), "prices: ('need', 'N9')"),
    "a price on the day of a need": (prices(need={"N2": {"2020-10-05": 1}}), "prices: ('need', 'N2', '2020-10-05')"),
    "a price on beds without a limit": (prices(bed={"S2": {"2020-10-07": 1}}), "prices: ('bed', 'S2'"),
    "a price on beds of a site that is none": (prices(bed={"S9": {"2020-10-07": 1}}), "prices: ('bed', 'S9'"),
    "a price on beds of no day": (prices(bed={"S1": 1}), "prices: ('bed', 'S1')"),
    "a price on a day that is none": (prices(bed={"S1": {"2020-02-30": 1}}), "prices: ('bed', 'S1'"),
    "a price on a day written otherwise": (prices(bed={"S1": {"20201007": 1}}), "prices: ('bed', 'S1'"),
    "a price on reception without a limit": (prices(reception={"R1": {"2020-10-05": 1}}), "prices: ('reception', 'R1'"),
    "a price on seats of a home that is none": (prices(seat={"H9": {"2020-10-05": 1}}), "prices: ('seat', 'H9'"),
    "a price on seats by region where none are": (
        prices(seat={"H2": {"R1": {"2020-10-05": 1}}}),
        "prices: ('seat', 'H2'",
    ),
    "a kind of price that is none": (prices(bus={"H2": 1}), "prices: ('bus', 'H2')"),
    "a bottomless price": (prices(bed={"S1": {"a": {"b": {"c": {"d": {"e": 1}}}}}}), "prices: ('bed', 'S1'"),
    "a list of prices": (prices(need=[1, 2]), "prices: ('need',)"),
    "a name that cannot be printed": (prices(need={"\ud800\n": 1}), "prices: ('need', '\\ud800\\n')"),
    "the hash of something else": (lambda proof: proof.update(input_sha256="0" * 64), "proof.json: input_sha256"),
    "no hash": (lambda proof: proof.pop("input_sha256"), "proof.json: input_sha256"),
    "no word of what stopped it": (lambda proof: proof.pop("stopped_by"), "proof.json: stopped_by"),
}


@pytest.mark.parametrize(("change", "broken"), PROOFS.values(), ids=PROOFS)
def test_a_changed_proof_is_named(plan: Path, change: Callable[[dict[str, Any]], object], broken: str) -> None:
    mend_proof(plan, change)

    verdict = verdict_on(CASE, plan)

    assert verdict.code == 1
    assert any(line.startswith(broken) for line in verdict.broken), verdict.broken


@pytest.mark.parametrize("price", [0, 5_000, 9_000])
def test_a_lowered_price_no_longer_proves_the_claimed_bound(tmp_path: Path, price: int) -> None:
    """Two places of weight 10 and three people: 10,000 a place proves 20, whatever is less proves less."""
    case = OPERATIONS / "headcount_is_kept"
    publish(case, tmp_path, prices={("headcount", "N1", ""): 10_000})
    assert verdict_on(case, tmp_path).code == 0

    mend_proof(tmp_path, lambda proof: proof["prices"].update(need={"N1": price}))

    assert verdict_on(case, tmp_path).broken[0].startswith("objective: bound is not 2" if price else "objective: bound")


TEXTS = {
    "no JSON at all": "calls.csv",
    "a torn end": '{"format": 1',
    "a list": "[]",
    "a number": "7",
    "nothing": "",
    "no objective": '{"prices": {}}',
    "prices that are a list": '{"objective": {}, "prices": []}',
    "a key twice": '{"objective": {"value": 1, "value": 153}, "prices": {}}',
    "not a number": '{"objective": {"gap": NaN}, "prices": {}}',
    "infinity": '{"objective": {"bound": Infinity}, "prices": {}}',
    "an integer without end": '{"objective": {"bound": 1' + "0" * 5000 + '}, "prices": {}}',
    "a fraction beyond all bounds": '{"objective": {"gap": 1e9999999999999999999}, "prices": {}}',
    "a nest without end": "[" * 100_000,
}


@pytest.mark.parametrize("text", TEXTS.values(), ids=TEXTS)
def test_a_proof_that_cannot_be_read_is_unreadable(plan: Path, text: str) -> None:
    (plan / "proof.json").write_text(text, encoding="utf-8")

    verdict = verdict_on(CASE, plan)

    assert verdict.code == 2
    assert verdict.faults[0].startswith("proof.json: ")


@pytest.mark.parametrize("gap", ["1e-999999999", "1e999999999", "0.1e-5"])
def test_a_gap_of_enormous_exponent_is_refused_at_once(plan: Path, gap: str) -> None:
    mend_proof(plan, lambda proof: proof["objective"].update(gap="HERE"))
    replace(plan / "proof.json", '"HERE"', gap)

    assert verdict_on(CASE, plan).broken == ["objective: the gap is not (bound - value) / bound to 6 decimals"]


@pytest.mark.parametrize("name", ["calls.csv", "stand_by.csv", "needs.csv", "conflicts.csv", "proof.json"])
def test_a_missing_file_is_unreadable(plan: Path, name: str) -> None:
    (plan / name).unlink()

    assert verdict_on(CASE, plan) == (2, [], [f"{name}: No such file or directory"])


@pytest.mark.parametrize("name", ["calls.csv", "stand_by.csv", "needs.csv", "conflicts.csv", "proof.json"])
def test_a_file_that_leads_to_itself_is_unreadable(plan: Path, name: str) -> None:
    (plan / name).unlink()
    (plan / name).symlink_to(plan / name)

    assert verdict_on(CASE, plan).code == 2


def test_a_folder_in_place_of_a_file_is_unreadable(plan: Path) -> None:
    (plan / "calls.csv").unlink()
    (plan / "calls.csv").mkdir()

    assert verdict_on(CASE, plan).code == 2


@pytest.mark.parametrize(
    ("file", "old", "new", "place"),
    [
        ("calls.csv", "reason\n", "why\n", "calls.csv:1"),
        ("calls.csv", "2020-10-06", "6 Oct", "calls.csv:4"),
        ("calls.csv", "P3,", "P3,,", "calls.csv:4"),
        ("stand_by.csv", "P4,", '"P4,', "stand_by.csv:2"),
        ("needs.csv", "N2,2,2", "N2,two,2", "needs.csv:3"),
        ("needs.csv", "N2,", "N1,1,1,0,filled,\nN2,", "needs.csv:3"),
        ("conflicts.csv", "over\n", "over\nbeds,S1,2020-10-05,-1\n", "conflicts.csv:2"),
    ],
)
def test_a_row_that_cannot_be_read_is_unreadable(plan: Path, file: str, old: str, new: str, place: str) -> None:
    replace(plan / file, old, new)

    verdict = verdict_on(CASE, plan)

    assert verdict.code == 2
    assert verdict.faults[0].startswith(f"{place}: ")


@pytest.mark.parametrize("name", ["people.csv", "needs.csv", "sites.csv", "transport.csv", "routes.csv"])
def test_one_byte_more_in_the_operation_breaks_the_hash(plan: Path, tmp_path: Path, name: str) -> None:
    operation = copied(CASE, tmp_path)
    (operation / name).write_bytes((operation / name).read_bytes() + b"\n")

    assert verdict_on(operation, plan).broken == ["proof.json: input_sha256 is not that of the operation"]


def test_a_file_more_in_the_operation_breaks_the_hash(plan: Path, tmp_path: Path) -> None:
    operation = copied(CASE, tmp_path)
    (operation / "places.csv").write_text("place_id,lat,lon\n", encoding="utf-8")

    assert verdict_on(operation, plan).broken == ["proof.json: input_sha256 is not that of the operation"]


def test_an_operation_changed_with_its_hash_is_still_held_to_the_rules(plan: Path, tmp_path: Path) -> None:
    operation = copied(CASE, tmp_path)
    replace(operation / "sites.csv", "S1,R1,3", "S1,R1,2")
    mend_proof(plan, lambda proof: proof.__setitem__("input_sha256", input_digest(operation)))

    broken = verdict_on(operation, plan).broken

    assert [line for line in broken if line.startswith("rule")] == [
        f"rule 6: beds S1 2020-10-0{day}: 3 taken, 2 left" for day in (6, 7, 8)
    ]


def test_a_recall_that_passes_the_bound_is_refused(tmp_path: Path) -> None:
    """The bound has no term for units with a fixed member: a plan worth more than it is not proven."""
    case = OPERATIONS / "fixed_called_again_after_rest"
    publish(case, tmp_path)
    replace(tmp_path / "calls.csv", "fixed\n", "fixed\nP1,N2,2020-10-10,2020-10-12,needed\n")

    broken = verdict_on(case, tmp_path).broken

    assert "bound: 10, recomputed, is less than the plan's own value, 20" in broken
    assert not [line for line in broken if line.startswith("rule")]


def copied(operation: Path, into: Path) -> Path:
    folder = into / "operation"
    folder.mkdir()
    for file in operation.iterdir():
        (folder / file.name).write_bytes(file.read_bytes())
    return folder

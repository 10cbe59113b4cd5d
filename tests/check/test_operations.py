"""The small operations: their optimum by brute force, and the checker's answer to each."""

from pathlib import Path

import pytest
from tests.check.verdicts import verdict_on
from tests.oracles.brute_force import optimum
from tests.oracles.hard_rules import conflicts
from tests.oracles.published import publish
from tests.oracles.tiny_operation import read_tiny
from tests.vectors.operation_vectors import OPERATIONS, Vector, plannable, vectors


@pytest.mark.parametrize("vector", plannable(), ids=str)
def test_the_expected_optimum_is_what_brute_force_finds(vector: Vector) -> None:
    operation = read_tiny(vector.folder)

    assert optimum(operation) == vector.optimum
    assert optimum(operation, recalls=False) == vector.optimum_without_recalls
    assert [[str(cell) for cell in line] for line in conflicts(operation)] == vector.conflicts


@pytest.mark.parametrize("vector", plannable(), ids=str)
def test_the_best_plan_of_every_case_holds(vector: Vector, tmp_path: Path) -> None:
    publish(vector.folder, tmp_path)

    assert verdict_on(vector.folder, tmp_path).code == 0


@pytest.mark.parametrize("vector", [vector for vector in vectors() if vector.faults], ids=str)
def test_a_fault_in_the_input_is_named_by_file_and_line(vector: Vector, tmp_path: Path) -> None:
    publish(OPERATIONS / "party_of_one", tmp_path)

    verdict = verdict_on(vector.folder, tmp_path)

    assert verdict.code == 2
    assert [fault.split(": ")[0] for fault in verdict.faults] == vector.faults[:1]


@pytest.mark.parametrize("vector", [vector for vector in vectors() if vector.refused], ids=str)
def test_a_refused_offer_breaks_rule_8_and_is_not_named(vector: Vector, tmp_path: Path) -> None:
    publish(OPERATIONS / "party_of_one", tmp_path)

    verdict = verdict_on(vector.folder, tmp_path)

    assert verdict.code == 1
    assert len([line for line in verdict.broken if line.startswith("rule 8")]) == len(vector.refused)


def test_every_case_says_in_one_line_why_it_is_there() -> None:
    for vector in vectors():
        assert len((vector.folder / "why.txt").read_text(encoding="utf-8").splitlines()) == 1

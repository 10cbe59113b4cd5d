import csv
from pathlib import Path

import pytest
from tests.identity.linking.cast import crowd

from standby.cli.link import main


@pytest.fixture
def people(tmp_path: Path) -> Path:
    """A list as somebody keeps it."""
    path = tmp_path / "people.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(("list", "given name", "surname", "phone", "birth date"))
        for record in crowd(families=40, seed=3).records:
            rows.writerow((record.list_id, record.given, record.surname, *(record.phones or ("",)), record.birth_date))
    return path


def linked(people: Path, out: Path, *options: str) -> str:
    assert main([str(people), "--out", str(out), *options]) == 0
    return (out / "people.csv").read_text(encoding="utf-8")


def test_another_engine_needs_a_model_that_was_kept(people: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([str(people), "--out", str(people.parent / "out"), "--engine", "duckdb"])

    assert "--save-model" in capsys.readouterr().err


def test_the_people_are_the_same_whoever_compares(people: Path, tmp_path: Path) -> None:
    model = str(tmp_path / "model.json")
    linked(people, tmp_path / "learned", "--save-model", model)

    ours = linked(people, tmp_path / "ours", "--model", model)

    assert linked(people, tmp_path / "duckdb", "--model", model, "--engine", "duckdb") == ours


@pytest.mark.long
@pytest.mark.spark
def test_two_workers_of_spark_find_the_same_people(people: Path, tmp_path: Path) -> None:
    model = str(tmp_path / "model.json")
    linked(people, tmp_path / "learned", "--save-model", model)

    ours = linked(people, tmp_path / "ours", "--model", model)

    assert linked(people, tmp_path / "spark", "--model", model, "--engine", "spark") == ours

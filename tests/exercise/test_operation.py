"""The planner's files of the exercise keep to FORMATS.md."""

import csv
import tomllib
from pathlib import Path

import pytest

from standby.domain.roles import is_combat, needs_licence
from standby.exercise import Exercise
from standby.exercise.operation import write_operation

Rows = list[dict[str, str]]


@pytest.fixture
def operation(small: Exercise, tmp_path: Path) -> Path:
    write_operation(small, tmp_path / "operation")
    return tmp_path / "operation"


def rows(operation: Path, name: str) -> Rows:
    with (operation / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_no_refused_offer_enters(operation: Path) -> None:
    roles = [entry.split(":")[0] for row in rows(operation, "people") for entry in row["roles"].split(";")]

    assert roles
    assert not any(is_combat(role) for role in roles)


def test_health_needs_ask_for_verified_people(operation: Path) -> None:
    for row in rows(operation, "needs"):
        assert (row["verified"] == "yes") == needs_licence(row["role"])


def test_a_role_is_listed_once_for_a_person(operation: Path) -> None:
    for row in rows(operation, "people"):
        roles = [entry.split(":")[0] for entry in row["roles"].split(";")]
        assert len(roles) == len(set(roles))


def test_every_reference_leads_somewhere(operation: Path) -> None:
    sites = {row["site_id"]: row["region"] for row in rows(operation, "sites")}
    places = {row["place_id"] for row in rows(operation, "places")}

    assert {row["site_id"] for row in rows(operation, "needs")} <= set(sites)
    assert {row["site_id"] for row in rows(operation, "beds")} == set(sites)
    assert {row["region"] for row in rows(operation, "reception")} == set(sites.values())
    assert {row["home"] for row in rows(operation, "people")} <= places
    assert {row["home"] for row in rows(operation, "transport")} == places


def test_rotations_of_one_request_are_a_group(small: Exercise, operation: Path) -> None:
    groups = [row["need_group"] for row in rows(operation, "needs")]

    assert set(groups) == {request.id for request in small.requests}
    assert len(groups) == sum(request.rotations for request in small.requests)


def test_the_policy_can_be_read(small: Exercise, operation: Path) -> None:
    policy = tomllib.loads((operation / "policy.toml").read_text(encoding="utf-8"))

    assert policy["as_of"] == str(small.today)
    assert policy["weights"] == [100, 30, 10, 3, 1]
    assert policy["seed"] == small.seed


def test_a_verified_licence_is_marked_in_the_role(exercise: Exercise, tmp_path: Path) -> None:
    write_operation(exercise, tmp_path)
    people = rows(tmp_path, "people")

    verified = [row for row in people if ":v" in row["roles"]]

    assert 200 < len(verified) < 400
    assert all(needs_licence(entry[:4]) for row in verified for entry in row["roles"].split(";") if ":v" in entry)

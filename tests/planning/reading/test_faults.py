"""What cannot be used in the files of an operation, and the line that says so."""

import pytest

from standby.domain.errors import UnusableInput
from standby.planning import from_files, operation_files

FILES = {
    "people.csv": b"person_id,roles,windows\nP1,5311:2,2020-10-01/2020-10-31\n",
    "sites.csv": b"site_id,region,beds\nS1,R1,4\n",
    "needs.csv": b"need_id,site_id,role,level,first_day,last_day,headcount,priority\n"
    b"N1,S1,5311,1,2020-10-05,2020-10-09,1,3\n",
}


def faults(**changed: bytes) -> list[str]:
    """Where the faults are when these files (the dot written as `_`) are so."""
    try:
        from_files(FILES | {".".join(name.rsplit("_", 1)): content for name, content in changed.items()})
    except UnusableInput as error:
        return [f"{fault.file}:{fault.line}" for fault in error.faults]
    return []


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("roles", "2221"), ("roles", "2221:4"), ("roles", "221:1"), ("roles", "5412:1"), ("roles", "110:1;2221:1"),
        ("has", "a b"), ("languages", "hye"), ("windows", "2020-10-01"), ("windows", "2020-10-09/2020-10-01"),
        ("windows", "2020-02-30/2020-03-01"), ("max_stay_days", "ten"), ("max_total_days", "-1"),
        ("rested_from", "1.10.2020"), ("home", "H 1"), ("travel", "bus"), ("seats", "1.5"), ("lodging", "tent"),
        ("party", "G/1"), ("party_rule", "maybe"), ("registered_at", "yesterday"),
    ],
)  # fmt: skip
def test_a_cell_that_cannot_be_used_is_named_by_its_line(column: str, cell: str) -> None:
    assert faults(people_csv=f"person_id,{column}\nP1,\nP2,{cell}\n".encode()) == ["people.csv:3"]


@pytest.mark.parametrize(
    ("file", "content"),
    [
        ("beds_csv", b"site_id,day,beds\nS9,2020-10-05,1\n"),
        ("beds_csv", b"site_id,day,beds\nS1,2020-10-05,-1\n"),
        ("reception_csv", b"region,day,arrivals\nR1,2020-10-5,1\n"),
        ("transport_csv", b"home,day,seats\nH1,2020-10-05,many\n"),
        ("routes_csv", b"home,region,days\nH1,R1,half\n"),
        ("places_csv", b"place_id,lat,lon\nH1,40,\n"),
        ("announced_csv", b"person_id,need_id,state,first_day,last_day\nP9,N1,called,,\n"),
        ("announced_csv", b"person_id,need_id,state,first_day,last_day\nP1,N9,called,,\n"),
        ("announced_csv", b"person_id,need_id,state,first_day,last_day\nP1,N1,died,,\n"),
        ("announced_csv", b"person_id,need_id,state,first_day,last_day\nP1,N1,called,2020-10-05,\n"),
    ],
)
def test_the_other_files_are_held_to_their_columns_too(file: str, content: bytes) -> None:
    assert faults(**{file: content}) == [f"{file.replace('_', '.')}:2"]


@pytest.mark.parametrize(
    ("file", "row"),
    [
        ("beds_csv", b"site_id,day,beds\nS1,2020-10-05,1\nS1,2020-10-05,2\n"),
        ("transport_csv", b"home,day,seats\nH1,2020-10-05,1\nH1,2020-10-05,2\n"),
        ("routes_csv", b"home,region,days\nH1,R1,1\nH1,R1,2\n"),
        ("announced_csv", b"person_id,need_id,state,first_day,last_day\nP1,N1,called,,\nP1,N1,called,,\n"),
    ],
)
def test_what_is_said_twice_is_a_fault(file: str, row: bytes) -> None:
    assert faults(**{file: row}) == [f"{file.replace('_', '.')}:3"]


@pytest.mark.parametrize(
    "setting",
    [b"rest_days = -1", b"weights = [1]", b'as_of = "soon"', b"rest_day = 2", b"seed = true", b"rest_days = "],
)
def test_a_setting_that_cannot_be_used_is_named_by_its_line(setting: bytes) -> None:
    assert faults(policy_toml=b"# ours\n" + setting + b"\n") == ["policy.toml:2"]


def needs_of(priority: int) -> bytes:
    return FILES["needs.csv"].replace(b",1,3\n", f",1,{priority}\n".encode())


def test_a_priority_runs_as_far_as_there_are_weights() -> None:
    seven = b"weights = [9, 8, 7, 6, 5, 4, 3]\n"

    assert faults(needs_csv=needs_of(6)) == ["needs.csv:2"]
    assert faults(needs_csv=needs_of(7), policy_toml=seven) == []
    assert faults(needs_csv=needs_of(8), policy_toml=seven) == ["needs.csv:2"]
    assert faults(policy_toml=b"weights = [" + b"1, " * 100 + b"]\n") == ["policy.toml:1"]


def test_more_than_five_weights_are_written_as_they_were_read() -> None:
    files = FILES | {"needs.csv": needs_of(7), "policy.toml": b"weights = [9, 8, 7, 6, 5, 4, 3]\n"}

    operation = from_files(files)

    assert operation.weight_of(operation.needs[0]) == 3
    assert from_files(operation_files(operation)).policy.weights == (9, 8, 7, 6, 5, 4, 3)


def test_a_window_is_given_in_one_way_only() -> None:
    header = b"person_id,windows,first_day,last_day\n"

    assert faults(people_csv=header + b"P1,2020-10-01/2020-10-02,2020-10-01,2020-10-02\n") == ["people.csv:2"]
    assert faults(people_csv=header + b"P1,,2020-10-01,\n") == ["people.csv:2"]
    assert faults(people_csv=header + b"P1,,2020-10-01,2020-10-02\n") == []


def test_a_header_lacks_nothing_and_says_nothing_twice() -> None:
    assert faults(people_csv=b"name\nP1\n") == ["people.csv:1"]
    assert faults(people_csv=b"person_id,home,home\nP1,,\n") == ["people.csv:1"]
    assert faults(people_csv=b"") == ["people.csv:1"]

"""What cannot be used in the files of a site: each fault with its line, its field and what to do."""

import pytest

from standby.domain.errors import UnusableInput
from standby.domain.spans import HOUR
from standby.rostering import from_files

FILES = {
    "people.csv": b"person_id,roles,presence\nP1,5120:2,2026-10-12T00:00+04:00/2026-10-20T00:00+04:00\n",
    "shifts.csv": b"shift_id,role,level,start,end,headcount,priority,night,driving,break_minutes\n"
    b"S1,5120,1,2026-10-12T06:00+04:00,2026-10-12T14:00+04:00,1,3,,,\n",
}
HEADER = FILES["shifts.csv"].split(b"\n")[0] + b"\n"


def faults(**changed: bytes) -> list[str]:
    """Each fault as its line says it, when these files (the dot written as `_`) are so."""
    try:
        from_files(FILES | {".".join(name.rsplit("_", 1)): content for name, content in changed.items()})
    except UnusableInput as error:
        return [str(fault) for fault in error.faults]
    return []


def shift(row: str) -> bytes:
    return HEADER + row.encode() + b"\n"


@pytest.mark.parametrize(
    ("row", "place"),
    [
        ("S1,5120,1,2026-10-12T06:00,2026-10-12T14:00+04:00,1,3,,,", "shifts.csv:2: start:"),
        ("S1,5120,1,2026-10-12T14:00+04:00,2026-10-12T06:00+04:00,1,3,,,", "shifts.csv:2: end:"),
        ("S1,5120,1,2026-10-12T06:00+04:00,2026-10-12T20:00+04:00,1,3,,,", "shifts.csv:2: end:"),
        ("S1,5120,1,2026-10-12T21:00+04:00,2026-10-13T06:00+04:00,1,3,,,", "shifts.csv:2: end:"),
        ("S1,8322,1,2026-10-12T06:00+04:00,2026-10-12T12:00+04:00,1,3,,yes,15", "shifts.csv:2: end:"),
        ("S1,8322,1,2026-10-12T06:00+04:00,2026-10-12T12:00+04:00,1,3,,yes,360", "shifts.csv:2: break_minutes:"),
        ("S1,0310,1,2026-10-12T06:00+04:00,2026-10-12T14:00+04:00,1,3,,,", "shifts.csv:2: role:"),
        ("S1,5120,4,2026-10-12T06:00+04:00,2026-10-12T14:00+04:00,1,3,,,", "shifts.csv:2: level:"),
        ("S1,5120,1,2026-10-12T06:00+04:00,2026-10-12T14:00+04:00,one,3,,,", "shifts.csv:2: headcount:"),
    ],
)
def test_a_shift_that_cannot_be_used_is_named_with_its_field(row: str, place: str) -> None:
    found = faults(shifts_csv=shift(row))

    assert [fault[: len(place)] for fault in found] == [place]


def test_a_night_is_seen_by_the_clock_on_the_wall_unless_the_row_says_otherwise() -> None:
    night = "S1,5120,1,2026-10-12T22:00+04:00,2026-10-13T06:00+04:00,1,3,{},,"

    kinds = [from_files(FILES | {"shifts.csv": shift(night.format(said))}).shifts[0].duty for said in ("", "no", "yes")]

    assert [duty.is_night for duty in kinds] == [True, False, True]


def test_a_roster_covers_one_period() -> None:
    rows = "S1,5120,1,2026-10-12T06:00+04:00,2026-10-12T14:00+04:00,1,3,,,\n"
    rows += "S2,5120,1,2026-10-26T06:00+04:00,2026-10-26T14:00+04:00,1,3,,,"

    assert [fault.split(":")[1] for fault in faults(shifts_csv=shift(rows))] == ["3"]


def test_limits_may_be_made_stricter_and_never_looser() -> None:
    assert faults(policy_toml=b"rest_minutes = 720\n") == []
    assert faults(policy_toml=b"rest_minutes = 600\n") == [
        "policy.toml:1: rest_minutes: Rest is a rule: 660 may be made stricter here, never looser."
    ]
    assert faults(policy_toml=b"naps = 1\n") == ["policy.toml:1: naps: There is no such setting."]


def test_work_of_nobody_known_is_a_fault_and_work_that_touches_is_one() -> None:
    header = b"person_id,start,end\n"
    stranger = header + b"P9,2026-10-01T06:00Z,2026-10-01T10:00Z\n"
    two = header + b"P1,2026-10-01T06:00Z,2026-10-01T10:00Z\nP1,2026-10-01T10:00Z,2026-10-01T12:00Z\n"

    assert faults(worked_csv=stranger) == ["worked.csv:2: person_id: 'P9' is not in people.csv."]
    assert [span.minutes for span in from_files(FILES | {"worked.csv": two}).histories[0]] == [6 * HOUR]


def test_a_refused_role_refuses_the_whole_offer() -> None:
    assert faults(people_csv=b"person_id,roles\nP1,5120:1;5412:2\n")[0].startswith("people.csv:2: roles:")

"""The last announced plan's files, laid out by the rows of the new one, so that no row is a change to anybody."""

import csv
import io
import tomllib
import zipfile
from collections.abc import Mapping
from pathlib import Path

from standby.rooms.callup.insurance import PRIORITIES, Rows, codes_in, laid

Laid = Mapping[tuple[str, str], str]


def begin_from(files: bytes, folder: Path, *, rows: Mapping[str, Rows], announced: Laid) -> Path:
    """A folder for the planner to begin from. `announced`: the row of everybody who holds a call.

    Of a plan whose needs were one row each, or that counted otherwise, the calls are taken over and nothing is said of
    the needs: prices are found anew.
    """
    with zipfile.ZipFile(io.BytesIO(files)) as archive:
        archive.extractall(folder)
    operation, plan = folder / "operation", folder / "plan"
    _lay_calls(plan / "calls.csv", codes_in(operation), rows, announced)
    if not _counts_both(operation):
        header, _, _ = (plan / "needs.csv").read_text(encoding="utf-8").partition("\n")
        (plan / "needs.csv").write_text(f"{header}\n", encoding="utf-8")
    return plan


def _lay_calls(file: Path, codes: Mapping[str, str], rows: Mapping[str, Rows], announced: Laid) -> None:
    """Whoever holds a call stands where the new plan has them; the others take what is left, in the file's order."""
    with file.open(encoding="utf-8", newline="") as content:
        reader = csv.DictReader(content)
        header, calls = list(reader.fieldnames or ()), list(reader)
    for call in calls:
        call["need_id"] = codes.get(call["need_id"], call["need_id"])
    known = [(call["person_id"], call["need_id"]) for call in calls if call["need_id"] in rows]
    others = laid([*sorted(announced, key=lambda one: announced[one] != one[1]), *known], rows)
    with file.open("w", encoding="utf-8", newline="") as content:
        writer = csv.DictWriter(content, header)
        writer.writeheader()
        for call in calls:
            key = call["person_id"], call["need_id"]
            writer.writerow(call | {"need_id": announced.get(key) or others.get(key) or call["need_id"]})


def _counts_both(operation: Path) -> bool:
    policy = tomllib.loads((operation / "policy.toml").read_text(encoding="utf-8"))
    return len(policy["weights"]) > PRIORITIES

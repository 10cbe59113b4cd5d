"""Planners that need no solver: they write the files of a plan as the real one does, called up by the test."""

import csv
import hashlib
import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from standby.cli import check
from standby.domain.errors import StandbyError
from standby.planning import read, read_previous, solve, write
from standby.rooms.callup.planner import Tell

WEIGHTS = (200, 60, 20, 6, 2, 100, 30, 10, 3, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ScriptedPlanner:
    """Calls exactly the people whom the test names to the needs it names; everybody else stands by for `reason`.

    The files are those of FORMATS.md, with a bound that the plan itself reaches. Whoever is more than a row of
    needs.csv takes is called to the need's insurance, if it has one. It tells its progress in two steps, and keeps the
    calls of the plan it was given to begin from.
    """

    calls: Sequence[tuple[str, str]] = ()
    reason: str = "no_need_now"
    reasons: dict[str, str] = field(default_factory=dict)
    conflicts: Sequence[tuple[str, str, str, int]] = ()
    short_because: str = "no_such_skill"
    relief: str = ""
    begun_from: list[list[dict[str, str]]] = field(default_factory=list)
    # What would call those who stand by, by reference.
    would_be_called_if: dict[str, str] = field(default_factory=dict)

    def plan(self, folder: Path, *, out: Path, seed: int, tell: Tell, last: Path | None = None) -> None:
        tell("calling people", 0.3)
        self.begun_from.append(rows_of(last / "calls.csv") if last else [])
        out.mkdir()
        needs = {row["need_id"]: row for row in rows_of(folder / "needs.csv")}
        fixed = [row for row in rows_of(folder / "announced.csv") if row["state"] not in {"called", "accepted"}]
        called = [(row["person_id"], row["need_id"], "fixed") for row in fixed]
        for person, need in self.calls:
            is_full = sum(to == need for _, to, _ in called) >= int(needs.get(need, {"headcount": "0"})["headcount"])
            called.append((person, f"{need}.more" if is_full and f"{need}.more" in needs else need, "needed"))
        self._write_calls(out, called, needs)
        self._write_stand_bys(folder, out, {person for person, _, _ in called})
        value = self._write_needs(out, called, needs)
        _write(out / "conflicts.csv", ("rule", "id", "day", "over"), self.conflicts)
        objective = {"value": value, "bound": value, "gap": 0.0, "first_come": value}
        proof = {"input_sha256": input_sha256(folder), "seed": seed, "objective": objective, "stopped_by": "gap"}
        (out / "proof.json").write_text(json.dumps(proof), encoding="utf-8")
        tell("reasons for everybody", 0.9)

    def _write_calls(self, out: Path, called: Sequence[tuple[str, str, str]], needs: dict[str, dict[str, str]]) -> None:
        rows = (
            (person, need, needs[need]["first_day"], needs[need]["last_day"], reason) for person, need, reason in called
        )
        _write(out / "calls.csv", ("person_id", "need_id", "first_day", "last_day", "reason"), rows)

    def _write_stand_bys(self, folder: Path, out: Path, called: set[str]) -> None:
        people = (row["person_id"] for row in rows_of(folder / "people.csv"))
        rows = (
            (ref, self.reasons.get(ref, self.reason), self.would_be_called_if.get(ref, ""))
            for ref in people
            if ref not in called
        )
        _write(out / "stand_by.csv", ("person_id", "reason", "would_be_called_if"), rows)

    def _write_needs(self, out: Path, called: Sequence[tuple[str, str, str]], needs: dict[str, dict[str, str]]) -> int:
        rows, value = [], 0
        for need, row in needs.items():
            filled = sum(called_to == need for _, called_to, _ in called)
            short = max(0, int(row["headcount"]) - filled)
            value += filled * WEIGHTS[int(row["priority"]) - 1]
            why, relief = (self.short_because, self.relief) if short else ("filled", "")
            rows.append((need, row["headcount"], filled, short, why, relief))
        _write(out / "needs.csv", ("need_id", "headcount", "filled", "short", "reason", "relief"), rows)
        return value


@dataclass(frozen=True, slots=True, kw_only=True)
class RefusingPlanner:
    """Ends as a planner does whose operation cannot be planned, or whose plan fails its check."""

    error: StandbyError

    def plan(self, folder: Path, *, out: Path, seed: int, tell: Tell, last: Path | None = None) -> None:
        del folder, out, seed, last
        tell("reading", 0.0)
        raise self.error


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def input_sha256(folder: Path) -> str:
    """As FORMATS.md defines it."""
    digest = hashlib.sha256()
    for path in sorted(folder.iterdir()):
        content = path.read_bytes()
        digest.update(f"{path.name}\n{len(content)}\n".encode() + content)
    return digest.hexdigest()


def _write(path: Path, header: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(header)
        writer.writerows(rows)


@dataclass(frozen=True, slots=True, kw_only=True)
class EnginePlanner:
    """The real planner and the real checker, in the process of the test; `given` keeps the files of every plan."""

    given: list[dict[str, list[dict[str, str]]]] = field(default_factory=list)

    def plan(self, folder: Path, *, out: Path, seed: int, tell: Tell, last: Path | None = None) -> None:
        tell("calling people", 0.3)
        self.given.append({name: rows_of(folder / f"{name}.csv") for name in ("needs", "announced")})
        write(solve(read(folder), seed=seed, previous=read_previous(last) if last else None), out)
        assert check.main([str(folder), str(out)]) == 0

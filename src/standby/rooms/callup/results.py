"""Reading what the planner wrote back into plain values."""

import csv
import io
import json
import zipfile
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import cast

from standby.domain.days import Days
from standby.domain.statuses import Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class CalledRow:
    person_ref: str
    need_code: str
    days: Days
    reason: Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class StandByRow:
    person_ref: str
    reason: Reason
    would_be_called_if: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NeedRow:
    need_code: str
    to_call: int
    filled: int
    reason: str
    relief: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ConflictRow:
    rule: str
    subject: str
    day: date | None
    over: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanResult:
    calls: tuple[CalledRow, ...]
    stand_bys: tuple[StandByRow, ...]
    needs: tuple[NeedRow, ...]
    conflicts: tuple[ConflictRow, ...]
    # By the id of what is only forecast, how many people are kept free for it.
    kept_free: Mapping[str, int]
    proof: dict[str, object]

    @property
    def objective(self) -> dict[str, object]:
        return cast(dict[str, object], self.proof["objective"])


def read_result(folder: Path) -> PlanResult:
    """Of a plan that keeps people free the files say "no need now" and "search ended"; here stands what it means."""
    kept = {row["person_id"]: row["need_id"] for row in _rows_if_any(folder / "kept_free.csv")}
    short_because = {"search_limit": "kept_free"} if kept else {}
    return PlanResult(
        calls=tuple(
            CalledRow(
                person_ref=row["person_id"],
                need_code=row["need_id"],
                days=Days(first=date.fromisoformat(row["first_day"]), last=date.fromisoformat(row["last_day"])),
                reason=Reason(row["reason"]),
            )
            for row in _rows(folder / "calls.csv")
        ),
        stand_bys=tuple(
            StandByRow(
                person_ref=row["person_id"],
                reason=Reason.KEPT_FREE if row["person_id"] in kept else Reason(row["reason"]),
                would_be_called_if=row["would_be_called_if"],
            )
            for row in _rows(folder / "stand_by.csv")
        ),
        needs=tuple(
            NeedRow(
                need_code=row["need_id"],
                to_call=int(row["headcount"]),
                filled=int(row["filled"]),
                reason=short_because.get(row["reason"], row["reason"]),
                relief=row["relief"],
            )
            for row in _rows(folder / "needs.csv")
        ),
        conflicts=tuple(
            ConflictRow(
                rule=row["rule"],
                subject=row["id"],
                day=date.fromisoformat(row["day"]) if row["day"] else None,
                over=int(row["over"]),
            )
            for row in _rows(folder / "conflicts.csv")
        ),
        kept_free=Counter(kept.values()),
        proof=json.loads((folder / "proof.json").read_text(encoding="utf-8")),
    )


def zipped(*, given: Path, out: Path) -> bytes:
    """The planned files under `operation/` and the plan's under `plan/`, the same bytes for the same files."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, folder in (("operation", given), ("plan", out)):
            for path in sorted(folder.iterdir()):
                entry = zipfile.ZipInfo(f"{name}/{path.name}")
                archive.writestr(entry, path.read_bytes(), compress_type=zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _rows_if_any(path: Path) -> Iterator[dict[str, str]]:
    return _rows(path) if path.exists() else iter(())


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)

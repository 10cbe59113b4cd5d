"""A plan as the files of FORMATS.md."""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from standby.formats.folder import put_files
from standby.formats.rows import as_csv
from standby.planning.plan import KeptFree, Plan, Prices, Proof, Tier

Place = TypeVar("Place", bound=str)

FORMAT = "standby-plan-1"
# Written where something was forecast, and only there (docs/reference/horizon.md).
KEPT_FREE = "kept_free.csv"
PLAN_FILES = ("calls.csv", "stand_by.csv", "needs.csv", "conflicts.csv", "proof.json")


@dataclass(frozen=True, slots=True, kw_only=True)
class Seconds:
    """How long the work took, by the caller's clock."""

    read: float = 0.0
    solve: float = 0.0
    write: float = 0.0


def plan_files(plan: Plan, *, seconds: Seconds) -> dict[str, bytes]:
    """The content of each file; but for `seconds` the same plan gives the same bytes."""
    kept = {} if plan.kept_free is None else {KEPT_FREE: _kept_free(plan.kept_free)}
    return kept | {
        "calls.csv": _calls(plan),
        "stand_by.csv": as_csv(
            ("person_id", "reason", "would_be_called_if"),
            ((one.person_id, one.reason.value, one.would_be_called_if) for one in plan.stand_by),
        ),
        "needs.csv": as_csv(
            ("need_id", "headcount", "filled", "short", "reason", "relief"),
            (
                (need.need_id, need.headcount, need.filled, need.short, need.reason.value, need.relief)
                for need in plan.needs
            ),
        ),
        "conflicts.csv": as_csv(
            ("rule", "id", "day", "over"),
            ((excess.rule, excess.place, excess.day or "", excess.over) for excess in plan.conflicts),
        ),
        "proof.json": _proof(plan.proof, seconds),
    }


def write(plan: Plan, directory: Path, *, seconds: Seconds | None = None) -> None:
    """Put the plan into a folder of its own, all files or none; raises Refused where the folder holds anything else."""
    put_files(plan_files(plan, seconds=seconds or Seconds()), directory, may_replace=(KEPT_FREE,))


def _kept_free(kept: Iterable[KeptFree]) -> bytes:
    return as_csv(("need_id", "person_id"), ((one.need_id, one.person_id) for one in kept))


def _calls(plan: Plan) -> bytes:
    rows = ((c.person_id, c.need_id, c.days.first, c.days.last, c.reason.value) for c in plan.calls)
    return as_csv(("person_id", "need_id", "first_day", "last_day", "reason"), rows)


def _proof(proof: Proof, seconds: Seconds) -> bytes:
    content = {
        "format": FORMAT,
        "version": proof.version,
        "seed": proof.seed,
        "input_sha256": proof.input_sha256,
        "objective": {
            "value": proof.value,
            "bound": proof.bound,
            "gap": proof.gap,
            "first_come": proof.first_come,
        },
        "tiers": [_tier(number, tier) for number, tier in enumerate(proof.tiers, start=1)],
        "prices": _prices(proof.prices),
        "seconds": {
            "read": round(seconds.read, 3),
            "solve": round(seconds.solve, 3),
            "write": round(seconds.write, 3),
        },
        "stopped_by": proof.stopped_by.value,
    }
    return (json.dumps(content, indent=1) + "\n").encode()


def _tier(number: int, tier: Tier) -> dict[str, object]:
    content: dict[str, object] = {
        "tier": number,
        "name": tier.name,
        "value": tier.value,
        "bound": tier.bound,
        "gap": tier.gap,
        "certified": tier.is_certified,
    }
    if tier.certificate:
        prices = _prices(tier.certificate.prices)
        del prices["scale"]
        content["certificate"] = {"rates": list(tier.certificate.rates), "prices": prices}
    return content


def _prices(prices: Prices) -> dict[str, object]:
    by_region = any(region for _, region, _ in prices.seat)
    plain = {(home, day): cost for (home, _, day), cost in prices.seat.items()}
    return {
        "scale": prices.scale,
        "need": dict(sorted(prices.need.items())),
        "bed": _by_day(prices.bed),
        "reception": _by_day(prices.reception),
        "seat": _by_region(prices) if by_region else _by_day(plain),
    }


def _by_day(costs: Mapping[tuple[Place, date], int]) -> dict[str, dict[str, int]]:
    nested: dict[str, dict[str, int]] = {}
    for (place, day), cost in sorted(costs.items()):
        nested.setdefault(place, {})[str(day)] = cost
    return nested


def _by_region(prices: Prices) -> dict[str, dict[str, dict[str, int]]]:
    nested: dict[str, dict[str, dict[str, int]]] = {}
    for (home, region, day), cost in sorted(prices.seat.items()):
        nested.setdefault(home, {}).setdefault(region, {})[str(day)] = cost
    return nested

"""A plan's files as FORMATS.md has them, from the oracle's calls and any prices: what the checker is tried on."""

import csv
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Sequence
from fractions import Fraction
from pathlib import Path
from typing import Any

from tests.oracles.brute_force import Prices, best_calls, bound
from tests.oracles.hard_rules import conflicts, is_incomplete
from tests.oracles.tiers import certificate_bound, gains, values
from tests.oracles.tiny_operation import Deployment, TinyOperation, read_tiny

Certificate = tuple[list[int], Prices]

INPUT_FILES = (
    *("announced.csv", "beds.csv", "needs.csv", "people.csv", "places.csv"),
    *("policy.toml", "reception.csv", "routes.csv", "sites.csv", "transport.csv"),
)


def publish(
    folder: Path,
    out: Path,
    *,
    prices: Prices | None = None,
    new_calls: list[Deployment] | None = None,
    certificates: Sequence[Certificate] = (),
) -> None:
    """Writes the best plan, or the one given, and its proof. The best calls no fixed unit again: no bound counts it.

    `certificates` are of the tiers from the second on.
    """
    operation = read_tiny(folder)
    calls = best_calls(operation, recalls=False) if new_calls is None else new_calls
    out.mkdir(exist_ok=True)
    _write(out / "calls.csv", "person_id need_id first_day last_day reason", _calls(operation.fixed, calls))
    called = {row.person for row in [*operation.fixed, *calls]}
    _write(out / "stand_by.csv", "person_id reason would_be_called_if", _stand_by(operation, called))
    _write(
        out / "needs.csv", "need_id headcount filled short reason relief", _needs(operation, [*operation.fixed, *calls])
    )
    _write(out / "conflicts.csv", "rule id day over", conflicts(operation))
    value = operation.value([*operation.fixed, *calls])
    proof = _proof(operation, value=value, prices=prices or {}, digest=input_digest(folder))
    proof["tiers"] = _tiers(operation, calls, proof["objective"], prices or {}, certificates)
    (out / "proof.json").write_text(json.dumps(proof), encoding="utf-8")


def input_digest(folder: Path) -> str:
    digest = hashlib.sha256()
    for name in INPUT_FILES:
        if (folder / name).exists():
            content = (folder / name).read_bytes()
            digest.update(f"{name}\n{len(content)}\n".encode())
            digest.update(content)
    return digest.hexdigest()


def _calls(fixed: list[Deployment], calls: list[Deployment]) -> list[tuple[object, ...]]:
    rows = [(row, "fixed") for row in fixed] + [(row, "needed") for row in calls]
    return [(row.person, row.need, row.first, row.last, reason) for row, reason in rows]


def _stand_by(operation: TinyOperation, called: set[str]) -> list[tuple[object, ...]]:
    waiting = sorted(operation.people.keys() - called)
    return [(name, "incomplete" if is_incomplete(operation, name) else "no_need_now", "") for name in waiting]


def _needs(operation: TinyOperation, rows: list[Deployment]) -> list[tuple[object, ...]]:
    filled = Counter(row.need for row in rows)
    lines: list[tuple[object, ...]] = []
    for name, need in operation.needs.items():
        short = max(0, int(need["headcount"]) - filled[name])
        lines.append((name, need["headcount"], filled[name], short, "no_such_skill" if short else "filled", ""))
    return lines


def _tiers(
    operation: TinyOperation,
    calls: list[Deployment],
    objective: dict[str, object],
    prices: Prices,
    certificates: Sequence[Certificate],
) -> list[dict[str, object]]:
    first = {"tier": 1, "name": "need", "certified": True} | {
        name: objective[name] for name in ("value", "bound", "gap")
    }
    reached = gains(operation, calls, prices)
    tiers = [first] if certificates else []
    for number, ((rates, charged), (name, value)) in enumerate(
        zip(certificates, values(operation, reached).items(), strict=False), start=2
    ):
        bound = certificate_bound(operation, rates, charged, prices, reached)
        more = max(value, bound)
        gap = float(round(Fraction(abs(bound - value), more or 1), 6))
        certificate = {"rates": rates, "prices": _priced(charged)}
        tiers.append(
            {"tier": number, "name": name, "value": value, "bound": bound, "gap": gap, "certified": True}
            | {"certificate": certificate}
        )
    return tiers


def _proof(operation: TinyOperation, *, value: int, prices: Prices, digest: str) -> dict[str, Any]:
    limit = bound(operation, prices)
    return {
        "format": 1,
        "version": "oracle",
        "seed": 0,
        "input_sha256": digest,
        "objective": {
            "value": value,
            "bound": limit,
            "gap": float(round(Fraction(limit - value, limit or 1), 6)),
            "first_come": 0,
        },
        "tiers": [],
        "prices": {"scale": 1000} | _priced(prices),
        "seconds": {"read": 0, "solve": 0, "write": 0},
        "stopped_by": "optimum",
    }


def _priced(prices: Prices) -> dict[str, dict[str, object]]:
    """Prices by limit, as `hard_rules` keys them, in the shape of proof.json."""
    kinds = {"headcount": "need", "beds": "bed", "reception": "reception", "seats": "seat"}
    tables: dict[str, dict[str, object]] = {kind: {} for kind in kinds.values()}
    for (rule, *path), price in prices.items():
        table: dict[str, object] = tables[kinds[rule]]
        *above, last = [step for step in path if step]
        for step in above:
            deeper = table.setdefault(step, {})
            assert isinstance(deeper, dict)
            table = deeper
        table[last] = price
    return tables


def _write(file: Path, header: str, rows: Iterable[Iterable[object]]) -> None:
    with file.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(header.split())
        writer.writerows(rows)

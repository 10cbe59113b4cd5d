"""The small operations in `operations/`: input files, why the case is there, and what is to be expected of it."""

import json
from dataclasses import dataclass
from pathlib import Path

OPERATIONS = Path(__file__).parent / "operations"


@dataclass(frozen=True, kw_only=True)
class Vector:
    """One case. `optimum` is None where the input must be turned away, at the places named.

    A fault is a file that cannot be used; a refusal is an offer, or a need, that has no place here.
    """

    name: str
    folder: Path
    optimum: int | None
    optimum_without_recalls: int | None
    conflicts: list[list[str]]
    faults: list[str]
    refused: list[str]

    def __str__(self) -> str:
        return self.name


def vectors() -> list[Vector]:
    return [_read(folder) for folder in sorted(OPERATIONS.iterdir())]


def plannable() -> list[Vector]:
    return [vector for vector in vectors() if vector.optimum is not None]


def _read(folder: Path) -> Vector:
    expected = json.loads((folder / "expected.json").read_text(encoding="utf-8"))
    optimum = expected.get("optimum")
    return Vector(
        name=folder.name,
        folder=folder,
        optimum=optimum,
        optimum_without_recalls=expected.get("optimum_without_recalls", optimum),
        conflicts=expected.get("conflicts", []),
        faults=expected.get("faults", []),
        refused=expected.get("refused", []),
    )

"""Reading back what was kept as JSON (a mapping, the roles chosen for occupations) without trusting its shape."""

from typing import TypeAlias

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"


def part(kept: Json, name: str) -> Json:
    if not isinstance(kept, dict):
        raise TypeError(f"An object with {name} is wanted.")
    return kept[name]


def items(kept: Json) -> list[Json]:
    if not isinstance(kept, list):
        raise TypeError("A list is wanted.")
    return kept


def pairs(kept: Json) -> dict[str, Json]:
    if not isinstance(kept, dict):
        raise TypeError("An object is wanted.")
    return kept


def text(kept: Json) -> str:
    if not isinstance(kept, str):
        raise TypeError("A text is wanted.")
    return kept


def number(kept: Json) -> float:
    if isinstance(kept, bool) or not isinstance(kept, int | float):
        raise TypeError("A number is wanted.")
    return float(kept)


def whole_number(kept: Json) -> int:
    if isinstance(kept, bool) or not isinstance(kept, int):
        raise TypeError("A whole number is wanted.")
    return kept


def truth(kept: Json) -> bool:
    if not isinstance(kept, bool):
        raise TypeError("True or false is wanted.")
    return kept

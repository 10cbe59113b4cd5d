"""Which given names are one name: the full form and what friends and mothers make of it."""

from collections import defaultdict
from functools import cache
from importlib.resources import files

from standby.identity.folds import coarse

_TABLE = "nicknames.csv"


def are_one_name(one: str, other: str) -> bool:
    """Whether two folds of given names belong to one full name: Хачик and Խաչատուր, Сашa and Александр."""
    table = _full_names()
    return bool(table.get(one, frozenset()) & table.get(other, frozenset()))


@cache
def _full_names() -> dict[str, frozenset[str]]:
    """From every form's fold to the full names it may stand for. A short form can have several: Саша is anybody."""
    table: dict[str, set[str]] = defaultdict(set)
    for line in files("standby.identity").joinpath(_TABLE).read_text(encoding="utf-8").splitlines()[1:]:
        full, *short = line.replace(";", ",").split(",")
        for form in (full, *short):
            table[coarse(form)].add(full)
    return {fold: frozenset(names) for fold, names in table.items()}

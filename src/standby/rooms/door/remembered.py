"""What was mapped once is not asked again: columns of a list, and occupations of the whole operation.

An occupation in somebody's own words can give them away ("the surgeon of …"), so what is kept is the keyed hash of its
folded spelling.
"""

from collections.abc import Iterable, Mapping
from typing import cast

from standby.exchange import RoleChoice, choices_from_json, choices_to_json
from standby.exchange.kept import Json
from standby.rooms.people.queries.lists import occupations_remembered
from standby.rooms.vault.queries import blind


def occupations_to_keep(choices: Mapping[str, RoleChoice], *, operation_id: int) -> dict[str, object]:
    hidden = {_hidden(key, operation_id): choice for key, choice in choices.items()}
    return cast(dict[str, object], choices_to_json(hidden))


def known_occupations(keys: Iterable[str], *, operation_id: int) -> dict[str, RoleChoice]:
    """Of these folded occupations, those that were mapped before."""
    kept = choices_from_json(cast(Json, dict(occupations_remembered(operation_id=operation_id))))
    by_key = {key: kept.get(_hidden(key, operation_id)) for key in keys}
    return {key: choice for key, choice in by_key.items() if choice is not None}


def _hidden(key: str, operation_id: int) -> str:
    return blind(key, purpose=f"occupation {operation_id}").hex()

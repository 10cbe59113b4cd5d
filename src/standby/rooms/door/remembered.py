"""What was mapped once is not asked again: columns of a list, occupations and towns of the whole operation.

An occupation in somebody's own words can give them away ("the surgeon of …"), and what stands in the first line of a
list without a header may be a person: what is kept is the keyed hash of the folded words.
"""

from collections.abc import Iterable, Mapping
from typing import cast

from standby.exchange import Field, RoleChoice, choices_from_json, choices_to_json
from standby.exchange import Mapping as ColumnMapping
from standby.exchange.folding import fold
from standby.exchange.kept import Json
from standby.rooms.people.queries.lists import occupations_remembered, towns_remembered
from standby.rooms.vault.queries import blind


def columns_to_keep(mapping: ColumnMapping, *, operation_id: int) -> dict[str, object]:
    """What each column was read for, under its hidden name; empty for one that was left out."""
    return {
        _hidden_column(guess.column, operation_id): guess.field.value if guess.field else ""
        for guess in mapping.columns
    }


def as_before(guessed: ColumnMapping, kept: Mapping[str, object], *, operation_id: int) -> ColumnMapping:
    """What a person confirmed for a column of this name goes before a new guess."""
    said = {guess.column: kept.get(_hidden_column(guess.column, operation_id)) for guess in guessed.columns}
    return guessed.corrected(
        {column: Field(str(field)) if field else None for column, field in said.items() if field is not None}
    )


def left_out_to_keep(mapping: ColumnMapping) -> list[dict[str, str]]:
    """Why columns were left out, each with the word of ours that was recognised in its name, never the name itself."""
    return [
        {
            "reason": guess.left_out.value if guess.left_out else "",
            "word": next((evidence.word for evidence in guess.evidence if evidence.word), ""),
        }
        for guess in mapping.left_out
    ]


def occupations_to_keep(choices: Mapping[str, RoleChoice], *, operation_id: int) -> dict[str, object]:
    hidden = {_hidden_occupation(key, operation_id): choice for key, choice in choices.items()}
    return cast(dict[str, object], choices_to_json(hidden))


def known_occupations(keys: Iterable[str], *, operation_id: int) -> dict[str, RoleChoice]:
    """Of these folded occupations, those that were mapped before."""
    kept = choices_from_json(cast(Json, dict(occupations_remembered(operation_id=operation_id))))
    by_key = {key: kept.get(_hidden_occupation(key, operation_id)) for key in keys}
    return {key: choice for key, choice in by_key.items() if choice is not None}


def towns_to_keep(said: Mapping[str, str], *, operation_id: int) -> dict[str, object]:
    return {_hidden_town(key, operation_id): code for key, code in said.items()}


def known_towns(keys: Iterable[str], *, operation_id: int) -> dict[str, str]:
    """Of these towns, those that were mapped before; empty for one that is none of ours."""
    kept = towns_remembered(operation_id=operation_id)
    by_key = {key: kept.get(_hidden_town(key, operation_id)) for key in keys}
    return {key: str(code) for key, code in by_key.items() if code is not None}


def _hidden_town(key: str, operation_id: int) -> str:
    return blind(key, purpose=f"town {operation_id}").hex()


def _hidden_occupation(key: str, operation_id: int) -> str:
    return blind(key, purpose=f"occupation {operation_id}").hex()


def _hidden_column(name: str, operation_id: int) -> str:
    return blind(fold(name), purpose=f"column {operation_id}").hex()

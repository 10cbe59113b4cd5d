"""The names of what changes speak of, in the language of the page."""

from collections.abc import Iterable, Mapping
from datetime import datetime

from standby.rooms.callup.change_words import Names
from standby.rooms.look.days import page_language
from standby.rooms.needs.queries.planning import needs_by_code
from standby.rooms.operations.queries import OperationView
from standby.rooms.places.queries.homes import homes_of
from standby.rooms.places.queries.regions import regions_of
from standby.rooms.places.queries.sites import details_of_sites, site_ids

_NAMES_A_NEED = "need:", "surplus:"


def names_for(*, operation: OperationView, changes: Iterable[str], now: datetime, needs: Iterable[str] = ()) -> Names:
    """Every place, the needs that these changes name, and these needs by code."""
    language, ids = page_language(), site_ids(operation_id=operation.id)
    details = details_of_sites(operation_id=operation.id, ids=ids.values())
    named = {change.split(":")[1] for change in changes if change.startswith(_NAMES_A_NEED)}
    return Names(
        sites={code: _named(details[site_id].names, language) or code for code, site_id in ids.items()},
        regions={region.code: region.name for region in regions_of(operation_id=operation.id)},
        homes={home.code: home.name(language) for home in homes_of(operation_id=operation.id)},
        needs=needs_by_code(operation=operation, codes={*named, *needs}, now=now),
    )


def _named(names: Mapping[str, str], language: str) -> str:
    return names.get(language) or next(iter(names.values()), "")

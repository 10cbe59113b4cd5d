"""Names of sites in the language of the page."""

from collections.abc import Iterable

from standby.rooms.accounts.doors import Desk
from standby.rooms.look.days import page_language
from standby.rooms.places.queries.sites import details_of_sites


def site_names(desk: Desk, ids: Iterable[int]) -> dict[int, str]:
    """By id; a site without a name in this language goes by the first it has, one without any is absent."""
    language = page_language()
    details = details_of_sites(operation_id=desk.operation.id, ids=ids)
    named = {
        site_id: known.names.get(language) or next(iter(known.names.values()), "") for site_id, known in details.items()
    }
    return {site_id: name for site_id, name in named.items() if name}

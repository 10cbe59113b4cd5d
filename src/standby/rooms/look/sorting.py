"""Order of a table, chosen by a link in the head of a column."""

from dataclasses import dataclass

from django.http import QueryDict


@dataclass(frozen=True, slots=True, kw_only=True)
class SortLink:
    """Where the head of a column leads, and what it tells a screen reader."""

    address: str
    aria_sort: str


def sort_link(*, column: str, query: QueryDict, param: str = "sort") -> SortLink:
    """First ascending, then descending; the page starts over, because another order makes its number meaningless."""
    chosen = query.get(param, "")
    following = f"-{column}" if chosen == column else column
    changed = query.copy()
    changed.pop("page", None)
    changed[param] = following
    states = {column: "ascending", f"-{column}": "descending"}
    return SortLink(address=f"?{changed.urlencode()}", aria_sort=states.get(chosen, "none"))


def chosen_order(*, query: QueryDict, allowed: tuple[str, ...], default: str, param: str = "sort") -> str:
    """The order asked for when it is one of those allowed, else the default: an address is typed by anybody."""
    chosen = query.get(param, default)
    return chosen if chosen.removeprefix("-") in allowed else default

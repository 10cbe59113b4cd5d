"""The order of a table, chosen by a link."""

from django.http import QueryDict
from hypothesis import given
from hypothesis import strategies as st

from standby.rooms.look.sorting import chosen_order, sort_link

_ALLOWED = ("site", "missing")


def test_the_first_click_sorts_upwards_the_second_downwards() -> None:
    untouched = sort_link(column="site", query=QueryDict(""))
    upwards = sort_link(column="site", query=QueryDict("sort=site"))
    downwards = sort_link(column="site", query=QueryDict("sort=-site"))

    assert (untouched.address, untouched.aria_sort) == ("?sort=site", "none")
    assert (upwards.address, upwards.aria_sort) == ("?sort=-site", "ascending")
    assert (downwards.address, downwards.aria_sort) == ("?sort=site", "descending")


def test_another_order_begins_on_the_first_page_and_keeps_the_rest() -> None:
    link = sort_link(column="site", query=QueryDict("page=7&region=north"))

    assert link.address == "?region=north&sort=site"


@given(typed=st.text(max_size=30))
def test_whatever_is_typed_into_an_address_only_an_allowed_order_comes_out(typed: str) -> None:
    query = QueryDict(mutable=True)
    query["sort"] = typed

    order = chosen_order(query=query, allowed=_ALLOWED, default="site")

    assert order.removeprefix("-") in _ALLOWED


def test_the_order_asked_for_is_kept_and_a_stranger_gets_the_default() -> None:
    asked = chosen_order(query=QueryDict("sort=-missing"), allowed=_ALLOWED, default="site")
    strange = chosen_order(query=QueryDict("sort=password"), allowed=_ALLOWED, default="site")

    assert (asked, strange) == ("-missing", "site")

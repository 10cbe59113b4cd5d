"""Where a request comes from, coarsely."""

import gc
from datetime import date
from ipaddress import ip_address, ip_network
from types import FrameType

from hypothesis import given
from hypothesis import strategies as st

from standby.rooms.door.floods.networks import network_hash, network_of

_DAY = date(2026, 10, 5)


@given(address=st.ip_addresses())
def test_every_address_lies_in_its_network(address: object) -> None:
    network = ip_network(network_of(str(address)))

    read = ip_address(str(address))
    mapped = getattr(read, "ipv4_mapped", None)
    assert (mapped or read) in network


@given(text=st.text(max_size=40))
def test_what_is_no_address_is_one_network(text: str) -> None:
    try:
        ip_address(text.strip().partition("%")[0])
    except ValueError:
        assert network_of(text) == "unknown"


def test_neighbours_are_one_network_and_another_day_tells_nothing() -> None:
    here = network_hash("192.0.2.1", day=_DAY)

    assert here == network_hash("192.0.2.200", day=_DAY)
    assert here != network_hash("192.0.3.1", day=_DAY)
    assert here != network_hash("192.0.2.1", day=date(2026, 10, 6))
    assert b"192" not in here


def test_no_address_stays_in_memory() -> None:
    address = str(ip_address("192.0.2.77"))

    network_hash(address, day=_DAY)

    assert [kept for kept in gc.get_referrers(address) if not isinstance(kept, FrameType)] == []

"""Where a request comes from, coarsely: a network, and of that only a keyed hash that lasts a day."""

import re
from datetime import date
from ipaddress import AddressValueError, IPv4Network, IPv6Address, IPv6Network, ip_address

from standby.rooms.vault.queries import blind

NETWORK_BYTES = 8
_IPV4_BITS, _IPV6_BITS = 24, 48
_PART = "(?:25[0-5]|2[0-4][0-9]|1[0-9][0-9]|[1-9]?[0-9])"
# How almost all come: not worth a library's care, which costs as much as the rest of the gate.
_PLAIN_IPV4 = re.compile(rf"({_PART}\.{_PART}\.{_PART})\.{_PART}")


def network_hash(address: str, *, day: date) -> bytes:
    """Kept in memory and beside sign-ups that wait for a person's look; never the address itself.

    Another day gives another hash, so that nobody is followed from day to day.
    """
    return blind(network_of(address), purpose=f"network {day.isoformat()}", length=NETWORK_BYTES)


def network_of(address: str) -> str:
    """The /24 of an IPv4 address, the /48 of an IPv6 address, which is what one household or one office is given.

    >>> network_of("192.0.2.77"), network_of("2001:db8:7:1::5"), network_of("::ffff:192.0.2.77")
    ('192.0.2.0/24', '2001:db8:7::/48', '192.0.2.0/24')
    """
    if (plain := _PLAIN_IPV4.fullmatch(address)) is not None:
        return f"{plain[1]}.0/{_IPV4_BITS}"
    try:
        read = ip_address(address.strip().partition("%")[0])
    except (ValueError, AddressValueError):
        return "unknown"
    if isinstance(read, IPv6Address):
        if read.ipv4_mapped is None:
            return str(IPv6Network((read, _IPV6_BITS), strict=False))
        read = read.ipv4_mapped
    return str(IPv4Network((read, _IPV4_BITS), strict=False))

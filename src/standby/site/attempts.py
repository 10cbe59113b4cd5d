"""Who tried to log in, as pseudonyms: enough to slow a guesser down, of no use to a reader of the database."""

import hmac
from ipaddress import IPv6Address

from django.conf import settings
from django.http import HttpRequest

_LOCAL_PREFIX = 0xFD << 120  # fd00::/8, addresses that belong to nobody on the internet


def pseudonym_of_login(request: HttpRequest | None, credentials: dict[str, str] | None = None) -> str:
    given = (credentials or {}).get("username") or (request.POST.get("username", "") if request else "")
    return _keyed("login", given.strip().casefold()).hex()[:40]


def pseudonym_of_address(request: HttpRequest) -> str:
    """In the shape of an address, which is what the attempts table asks for."""
    digest = int.from_bytes(_keyed("address", client_address(request))[:15])
    return str(IPv6Address(_LOCAL_PREFIX | digest))


def client_address(request: HttpRequest) -> str:
    """The caller's address; a header is believed only as far as our own proxies wrote it."""
    forwarded = [part.strip() for part in request.headers.get("X-Forwarded-For", "").split(",") if part.strip()]
    proxies = int(settings.STANDBY_PROXIES)
    if proxies and len(forwarded) >= proxies:
        return forwarded[-proxies]
    return str(request.META.get("REMOTE_ADDR", ""))


def _keyed(purpose: str, value: str) -> bytes:
    return hmac.digest(settings.SECRET_KEY.encode(), f"{purpose}|{value}".encode(), "sha256")

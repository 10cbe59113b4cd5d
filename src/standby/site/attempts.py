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
    return believed_address(
        remote=str(request.META.get("REMOTE_ADDR", "")),
        forwarded=request.headers.get("X-Forwarded-For", ""),
        proxies=int(settings.STANDBY_PROXIES),
    )


def believed_address(*, remote: str, forwarded: str, proxies: int) -> str:
    """`forwarded` is a list that each proxy adds to at its end; what stands before ours anybody may have written."""
    hops = [part.strip() for part in forwarded.split(",") if part.strip()] if proxies else []
    return hops[-proxies] if proxies and len(hops) >= proxies else remote


def _keyed(purpose: str, value: str) -> bytes:
    return hmac.digest(settings.SECRET_KEY.encode(), f"{purpose}|{value}".encode(), "sha256")

"""What the site adds to every request before a view sees it."""

from datetime import datetime

from django.http import HttpRequest


def moment_of(request: HttpRequest) -> datetime:
    """The moment the request is answered at, as the site's clock says: views and actions never look at one."""
    moment: datetime = request.now  # type: ignore[attr-defined]  # set by the site's RequestClock
    return moment


def address_of(request: HttpRequest) -> str:
    """Where the request comes from, as far as our own proxies say so: to be counted, never kept."""
    address: str = request.caller  # type: ignore[attr-defined]  # set by the site's RequestClock
    return address

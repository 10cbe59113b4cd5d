"""Pages travel packed where the browser can unpack them: a quarter of the bytes on a bad network."""

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

_TEXTS = (
    "text/",
    "application/json",
    "application/xml",
    "application/atom+xml",
    "application/cap+xml",
    "image/svg+xml",
)


class PackedPages(GZipMiddleware):
    """Django's own, which adds a random number of bytes, for texts in one piece alone.

    Somebody who sees how long answers are could find out what stands on a page, if the page also held text of their
    choosing (BREACH). Text from outside comes onto a page by its address, so an answer to an address with a query is
    not packed for whoever carries a cookie; tokens of forms are masked anew each time by Django; a personal page has an
    address that nobody else knows.
    """

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if response.streaming or not _is_text(response) or _may_be_probed(request):
            return response
        return super().process_response(request, response)


def _is_text(response: HttpResponseBase) -> bool:
    return response.headers.get("Content-Type", "").startswith(_TEXTS)


def _may_be_probed(request: HttpRequest) -> bool:
    return bool(request.META.get("QUERY_STRING")) and bool(request.COOKIES)

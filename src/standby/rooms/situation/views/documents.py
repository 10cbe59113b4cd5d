"""What machines fetch: the alert as it was signed, its signature, the public keys, the feeds."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext, override
from django.views.decorators.http import conditional_page, require_safe

from standby.domain.errors import Refused
from standby.exchange.atom import write_feed
from standby.rooms.operations.actions import LANGUAGES
from standby.rooms.operations.installation import installation
from standby.rooms.situation.feeds import ATOM_TYPE, CAP_TYPE, feed_of
from standby.rooms.situation.queries import NoticeView, newest_notices, notice_by_ref
from standby.rooms.vault.ring import signing_ring

# Nobody's person stands in it: proxies may keep it for a minute and so carry a crowd.
_SHARED = {"Cache-Control": "public, max-age=60"}
_LASTING = {"Cache-Control": "public, max-age=86400"}


@require_safe
@conditional_page
def cap(request: HttpRequest, ref: str) -> HttpResponse:  # noqa: ARG001  # Django's signature, here and below
    """Byte for byte what was signed."""
    return HttpResponse(_genuine(ref).cap.encode(), content_type=f"{CAP_TYPE}; charset=utf-8", headers=_LASTING)


@require_safe
@conditional_page
def signature(request: HttpRequest, ref: str) -> HttpResponse:  # noqa: ARG001
    """The 64 bytes of Ed25519, as openssl reads them."""
    value = _genuine(ref).signature.value
    return HttpResponse(value, content_type="application/octet-stream", headers=_LASTING)


@require_safe
@conditional_page
def key(request: HttpRequest, code: str) -> HttpResponse:  # noqa: ARG001
    found = signing_ring().key(code)
    if found is None:
        raise Http404
    return HttpResponse(found.public_pem, content_type="application/x-pem-file", headers=_LASTING)


@require_safe
@conditional_page
def feed(request: HttpRequest, code: str) -> HttpResponse:
    if code not in LANGUAGES:
        raise Http404

    def absolute(path: str) -> str:
        return (installation().public_url or request.build_absolute_uri("/").rstrip("/")) + path

    with override(code):
        text = write_feed(feed_of(newest_notices(), language=code, absolute=absolute))
    return HttpResponse(text, content_type=f"{ATOM_TYPE}; charset=utf-8", headers=_SHARED)


def _genuine(ref: str) -> NoticeView:
    """Raises Refused for what does not match its signature: it is not handed out, not even as a file."""
    view = notice_by_ref(ref=ref)
    if view is None:
        raise Http404
    if not isinstance(view, NoticeView):
        raise Refused(gettext("This notice does not match its signature. Do not rely on it; ask us instead."))
    return view

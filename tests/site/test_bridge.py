"""Django's pages inside an ASGI server."""

import asyncio
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.site.asgi import Answered, receiving, scope, sending

from standby.site.asgi_request import Environ, Scope, Source
from standby.site.bridge import Bridge

_MEGABYTE = 1024 * 1024


@dataclass
class Echo:
    """A WSGI application that remembers what it was asked and says the body back."""

    length_is_said: bool = True
    asked: list[Environ] = field(default_factory=list)
    closed: int = 0

    def __call__(self, environ: Environ, start_response: Callable[..., object]) -> Iterable[bytes]:
        self.asked.append(environ)
        source: Source = environ["wsgi.input"]  # type: ignore[assignment]
        body = source.read(int(str(environ["CONTENT_LENGTH"])))
        headers = [("Content-Type", "text/plain"), ("Set-Cookie", "a=1"), ("Set-Cookie", "b=2")]
        if self.length_is_said:
            headers.append(("Content-Length", str(len(body))))
        start_response("201 Created", headers)
        return _Pieces(body, self)


class _Pieces:
    def __init__(self, body: bytes, owner: Echo) -> None:
        self._body = body
        self._owner = owner

    def __iter__(self) -> Iterator[bytes]:
        for start in range(0, len(self._body), 100_000):
            yield self._body[start : start + 100_000]

    def close(self) -> None:
        self._owner.closed += 1


def _asked(echo: Echo, asked: Scope, pieces: Sequence[bytes] = (b"",), *, breaks_off: bool = False) -> Answered:
    answered = Answered()
    bridge = Bridge(echo, threads=2)
    asyncio.run(bridge(asked, receiving(pieces, breaks_off=breaks_off), sending(answered)))
    bridge.close()
    return answered


def _with_length(pieces: Sequence[bytes]) -> Scope:
    return scope("POST", "/x", headers={"Content-Length": str(sum(map(len, pieces)))})


@given(pieces=st.lists(st.binary(max_size=50), min_size=1, max_size=8), length_is_said=st.booleans())
def test_a_body_comes_through_whole_however_it_was_cut(pieces: list[bytes], length_is_said: bool) -> None:
    echo = Echo(length_is_said=length_is_said)

    answered = _asked(echo, _with_length(pieces), pieces)

    assert answered.content == b"".join(pieces)
    assert (answered.status, echo.closed) == (201, 1)


@pytest.mark.parametrize("length_is_said", [True, False])
def test_a_long_list_comes_through_and_goes_back_piece_by_piece(length_is_said: bool) -> None:
    echo = Echo(length_is_said=length_is_said)
    pieces = [bytes([number]) * 300_000 for number in range(12)]

    answered = _asked(echo, _with_length(pieces), pieces)

    assert answered.content == b"".join(pieces)
    assert len(answered.pieces) > 12
    assert echo.closed == 1


def test_a_long_body_of_unknown_length_is_refused() -> None:
    echo = Echo()

    answered = _asked(echo, scope("POST", "/x"), [b"x" * _MEGABYTE, b"x" * _MEGABYTE, b"x"])

    assert answered.status == 411
    assert echo.asked == []


def test_an_upload_that_breaks_off_ends_and_hangs_nobody() -> None:
    echo = Echo()
    asked = scope("POST", "/x", headers={"Content-Length": str(9 * _MEGABYTE)})

    answered = _asked(echo, asked, [b"x" * _MEGABYTE, b"x" * _MEGABYTE], breaks_off=True)

    assert len(answered.content) == 2 * _MEGABYTE


def test_headers_come_through_and_cannot_be_forged_by_an_underscore() -> None:
    echo = Echo()
    asked = scope("GET", "/x", headers={"X-Forwarded-For": "192.0.2.9", "Cookie": "a=1"})
    asked["headers"] += [(b"x_forwarded_for", b"10.0.0.1"), (b"cookie", b"b=2"), (b"accept", b"a"), (b"accept", b"b")]

    _asked(echo, asked)

    (environ,) = echo.asked
    assert environ["HTTP_X_FORWARDED_FOR"] == "192.0.2.9"
    assert environ["HTTP_COOKIE"] == "a=1; b=2"
    assert environ["HTTP_ACCEPT"] == "a,b"
    assert environ["REMOTE_ADDR"] == "192.0.2.7"
    assert environ["SERVER_PORT"] == "8000"


def test_a_path_comes_through_as_the_bytes_that_were_sent() -> None:
    echo = Echo()

    _asked(echo, scope("GET", "/ignored", raw=b"/%D5%A1%FF/x", query=b"a=%D5%A1"))

    assert str(echo.asked[0]["PATH_INFO"]).encode("latin-1") == b"/\xd5\xa1\xff/x"
    assert echo.asked[0]["QUERY_STRING"] == "a=%D5%A1"


def test_a_head_is_answered_without_a_body_but_with_its_length() -> None:
    answered = _asked(Echo(), scope("HEAD", "/x", headers={"Content-Length": "3"}), [b"abc"])

    assert answered.content == b""
    assert answered.headers["content-length"] == "3"


def test_a_page_that_fails_is_closed_all_the_same() -> None:
    echo = Echo()

    class Broken(_Pieces):
        def __iter__(self) -> Iterator[bytes]:
            raise RuntimeError("broken")

    def broken(environ: Environ, start_response: Callable[..., object]) -> Iterable[bytes]:
        start_response("200 OK", [("Content-Length", "3")])
        return Broken(b"abc", echo)

    bridge = Bridge(broken, threads=1)
    with pytest.raises(RuntimeError, match="broken"):
        asyncio.run(bridge(scope("GET", "/x"), receiving([b""]), sending(Answered())))
    bridge.close()

    assert echo.closed == 1

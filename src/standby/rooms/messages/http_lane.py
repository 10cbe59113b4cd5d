"""One connection by HTTP to a gateway, kept open; what a gateway answers, without its headers."""

import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException, HTTPSConnection
from urllib.parse import urlsplit

from standby.domain.errors import Unavailable

_LONGEST_ANSWER = 64 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    status: int
    body: bytes


class NotAsked(Unavailable):
    """The gateway could not be reached: nothing went out."""

    code = "not_asked"


class NotAnswered(Unavailable):
    """It was asked and did not answer: whether it took the message is not known."""

    code = "not_answered"


class HttpLane:
    """Opened at the first question, and again after the gateway closed it.

    Once it could not be reached, or did not answer, what is left for this lane is not asked at all: each question
    would wait as long again.
    """

    def __init__(self, address: str, *, timeout: float) -> None:
        parts = urlsplit(address)
        self._host, self._port, self._timeout = parts.hostname or "", parts.port, timeout
        self._is_https = parts.scheme == "https"
        self._path = parts.path or "/"
        self._connection: HTTPConnection | None = None
        self._gave_up = ""

    def post(self, body: bytes, *, headers: Mapping[str, str], path: str = "") -> Answered:
        """Raises NotAsked or NotAnswered."""
        if self._gave_up:
            raise NotAsked(self._gave_up)
        question, was_open = (body, headers, path or self._path), self._connection is not None
        try:
            return self._ask(*question)
        except ConnectionError as error:
            # A connection that lay idle is closed by the other side without a word: that is no answer to anything.
            self.close()
            if not was_open:
                raise self._give_up(error) from error
        except (HTTPException, OSError) as error:
            raise self._give_up(error) from error
        return self.post(body, headers=headers, path=path)

    def _give_up(self, error: Exception) -> NotAnswered:
        self.close()
        self._gave_up = type(error).__name__
        return NotAnswered(self._gave_up)

    def close(self) -> None:
        if self._connection is not None:
            self._connection.close()
            self._connection = None

    def _ask(self, body: bytes, headers: Mapping[str, str], path: str) -> Answered:
        connection = self._connection or self._open()
        connection.request("POST", path, body=body, headers=dict(headers))
        response = connection.getresponse()
        content = response.read(_LONGEST_ANSWER)
        if response.will_close or not response.isclosed():
            self.close()
        return Answered(status=response.status, body=content)

    def _open(self) -> HTTPConnection:
        connection = (
            HTTPSConnection(self._host, self._port, timeout=self._timeout, context=ssl.create_default_context())
            if self._is_https
            else HTTPConnection(self._host, self._port, timeout=self._timeout)
        )
        try:
            connection.connect()
        except OSError as error:
            self._gave_up = type(error).__name__
            raise NotAsked(self._gave_up) from error
        self._connection = connection
        return connection

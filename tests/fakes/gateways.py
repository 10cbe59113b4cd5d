"""Gateways on this machine that answer as they are told: real conversations by HTTP, nothing leaves the machine.

`sms_gateway` takes messages as Kannel's sendsms does, by X-Kannel headers or as a form, and drops a repeat that it
knows by its reference, as a gateway does that was set up for it. `bot_api` follows Telegram's documented sendMessage.
"""

import json
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Lock, Thread
from typing import ClassVar
from urllib.parse import parse_qs


@dataclass(frozen=True, slots=True, kw_only=True)
class Sms:
    """A short message that the gateway took, as it was told."""

    ref: str
    sender: str
    to: str
    text: str
    coding: str
    user: str
    password: str = field(repr=False)
    dlr_mask: str = ""
    dlr_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a server that is asked something answers."""

    status: int
    body: str = ""


ACCEPTED = Told(status=202, body="0: Accepted for delivery")
NOT_ROUTABLE = Told(status=403, body="Not routable. Do not try again.")
NOT_AUTHORISED = Told(status=403, body="Authorization failed for sendsms")
BUSY = Told(status=503, body="Temporal failure, try again later.")


@dataclass(slots=True, kw_only=True)
class FakeSmsGateway:
    """Takes all messages but those to numbers in `answers`, which get that answer.

    `hangs_up_after` messages it closes the connection instead of answering, once: the message was taken all the same.
    """

    url: str = ""
    answers: Mapping[str, Told] = field(default_factory=dict)
    hangs_up_after: int | None = None
    taken: list[Sms] = field(default_factory=list)
    repeats: int = 0
    addresses: list[str] = field(default_factory=list)
    lock: Lock = field(default_factory=Lock)

    def take(self, sms: Sms, address: str) -> Told | None:
        """None: it hangs up."""
        with self.lock:
            self.addresses.append(address)
            if answer := self.answers.get(sms.to):
                return answer
            if sms.ref in {known.ref for known in self.taken}:
                self.repeats += 1
                return ACCEPTED
            self.taken.append(sms)
            if self.hangs_up_after is not None and len(self.taken) > self.hangs_up_after:
                self.hangs_up_after = None
                return None
        return ACCEPTED


@dataclass(slots=True, kw_only=True)
class FakeBotApi:
    """Takes messages to all chats but those in `answers`."""

    url: str = ""
    token: str = "1:fiction"
    answers: Mapping[int, Told] = field(default_factory=dict)
    taken: list[dict[str, object]] = field(default_factory=list)

    def take(self, path: str, message: dict[str, object]) -> Told:
        if path != f"/bot{self.token}/sendMessage":
            return _refusal(404, "Not Found")
        chat = message.get("chat_id")
        if isinstance(chat, int) and (answer := self.answers.get(chat)):
            return answer
        self.taken.append(message)
        result = {"message_id": len(self.taken), "date": 0, "chat": {"id": chat, "type": "private"}}
        return Told(status=200, body=json.dumps({"ok": True, "result": result}))


BLOCKED = Told(
    status=403,
    body=json.dumps({"ok": False, "error_code": 403, "description": "Forbidden: bot was blocked by the user"}),
)
TOO_MANY = Told(
    status=429,
    body=json.dumps(
        {
            "ok": False,
            "error_code": 429,
            "description": "Too Many Requests: retry after 5",
            "parameters": {"retry_after": 5},
        }
    ),
)


@contextmanager
def sms_gateway(**told: object) -> Iterator[FakeSmsGateway]:
    """One that listens on a free port of the loopback as long as it is needed."""
    gateway = FakeSmsGateway(**told)  # type: ignore[arg-type]  # passes on what the dataclass takes

    class Handler(_Handler):
        def answer_to(self, body: bytes) -> Told | None:
            return gateway.take(_sms(self, body), self.path)

    with _served(Handler) as port:
        gateway.url = f"http://127.0.0.1:{port}/cgi-bin/sendsms"
        yield gateway


@contextmanager
def bot_api(**told: object) -> Iterator[FakeBotApi]:
    api = FakeBotApi(**told)  # type: ignore[arg-type]  # passes on what the dataclass takes

    class Handler(_Handler):
        def answer_to(self, body: bytes) -> Told | None:
            return api.take(self.path, json.loads(body))

    with _served(Handler) as port:
        api.url = f"http://127.0.0.1:{port}"
        yield api


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    disable_nagle_algorithm: ClassVar[bool] = True
    wbufsize = -1

    def answer_to(self, body: bytes) -> Told | None:
        raise NotImplementedError

    def do_POST(self) -> None:  # the name is the standard library's
        told = self.answer_to(self.rfile.read(int(self.headers["Content-Length"])))
        if told is None:
            self.close_connection = True
            return
        content = told.body.encode()
        self.send_response(told.status)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the standard library's
        """Nothing: the output of tests is for tests."""


@contextmanager
def _served(handler: type[_Handler]) -> Iterator[int]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server.server_port
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _sms(request: BaseHTTPRequestHandler, body: bytes) -> Sms:
    headers = request.headers
    ref = headers.get("Idempotency-Key", "")
    if headers.get_content_type() == "application/x-www-form-urlencoded":
        said = {name: values[0] for name, values in parse_qs(body.decode()).items()}
        return Sms(
            ref=ref,
            sender=said.get("from", ""),
            to=said["to"],
            text=said["text"],
            coding=said["coding"],
            user=said.get("username", ""),
            password=said.get("password", ""),
            dlr_mask=said.get("dlr-mask", ""),
            dlr_url=said.get("dlr-url", ""),
        )
    return Sms(
        ref=ref,
        sender=headers.get("X-Kannel-From", ""),
        to=headers["X-Kannel-To"],
        text=body.decode(headers.get_content_charset("utf-8")),
        coding=headers["X-Kannel-Coding"],
        user=headers.get("X-Kannel-Username", ""),
        password=headers.get("X-Kannel-Password", ""),
        dlr_mask=headers.get("X-Kannel-DLR-Mask", ""),
        dlr_url=headers.get("X-Kannel-DLR-Url", ""),
    )


def _refusal(code: int, description: str) -> Told:
    return Told(status=code, body=json.dumps({"ok": False, "error_code": code, "description": description}))

"""A real Kannel on this machine, and behind it an operator of our own that speaks the lines of its "fake" SMSC."""

import socket
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path
from threading import Thread

_CONFIGURATION = """\
group = core
admin-port = {admin}
admin-password = tests
smsbox-port = {box}
box-allow-ip = 127.0.0.1
log-file = {folder}/bearerbox.log

group = smsc
smsc = fake
smsc-id = operator
port = {smsc}
connect-allow-ip = 127.0.0.1

group = smsbox
bearerbox-host = 127.0.0.1
sendsms-port = {sendsms}
global-sender = Relief
log-file = {folder}/smsbox.log

group = sendsms-user
username = standby
password = tests
max-messages = 10
concatenation = true

group = sms-service
keyword = default
catch-all = true
max-messages = 0
send-sender = true
post-url = "http://x:{secret}@127.0.0.1:{ours}/gateway/sms/reply/"
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What Kannel asked of us."""

    method: str
    path: str
    headers: dict[str, str]
    body: bytes


@dataclass(slots=True, kw_only=True)
class RunningKannel:
    """`messages` are the lines that reached the operator; `calls` what came to our own addresses at `ours`."""

    sendsms: str
    ours: str
    operator: socket.socket
    calls: list[Called] = field(default_factory=list)
    messages: bytes = b""

    def answer(self, text: str, *, sender: str) -> None:
        """Somebody writes to the operation."""
        self.operator.sendall(f"{sender} Relief text {text}\n".encode())

    def wait(self, for_: Callable[[], bool], *, seconds: float = 60) -> bool:
        """Reads what the operator gets until it is so; whether it became so."""
        ends = time.monotonic() + seconds
        while not for_() and time.monotonic() < ends:
            with suppress(TimeoutError):
                self.messages += self.operator.recv(65536)
        return for_()


@contextmanager
def running_kannel(folder: Path, *, secret: str) -> Iterator[RunningKannel]:
    names = ("admin", "box", "smsc", "sendsms", "ours")
    ports = dict(zip(names, _free_ports(len(names)), strict=True))
    path = folder / "kannel.conf"
    path.write_text(_CONFIGURATION.format(folder=folder, secret=secret, **ports), encoding="ascii")
    with ExitStack() as running:
        running.enter_context(_program("/usr/sbin/bearerbox", path))
        running.enter_context(_connected(ports["box"]))
        running.enter_context(_program("/usr/sbin/smsbox", path))
        running.enter_context(_connected(ports["sendsms"]))
        operator = running.enter_context(_connected(ports["smsc"]))
        operator.settimeout(0.2)
        kannel = RunningKannel(
            sendsms=f"http://127.0.0.1:{ports['sendsms']}/cgi-bin/sendsms",
            ours=f"http://127.0.0.1:{ports['ours']}",
            operator=operator,
        )
        running.enter_context(_listening(ports["ours"], kannel.calls))
        yield kannel


@contextmanager
def _program(program: str, configuration: Path) -> Iterator[None]:
    command = (program, "-v", "4", str(configuration))
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as process:
        try:
            yield
        finally:
            process.terminate()


@contextmanager
def _connected(port: int) -> Iterator[socket.socket]:
    """To a program that takes a moment to listen."""
    ends = time.monotonic() + 20
    while True:
        try:
            connection = socket.create_connection(("127.0.0.1", port))
        except OSError:
            if time.monotonic() > ends:
                raise
            time.sleep(0.1)
        else:
            break
    with connection:
        yield connection


@contextmanager
def _listening(port: int, calls: list[Called]) -> Iterator[None]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            length = int(self.headers.get("Content-Length", 0))
            headers = dict(self.headers.items())
            calls.append(Called(method=self.command, path=self.path, headers=headers, body=self.rfile.read(length)))
            self.send_response(204)
            self.end_headers()

        do_POST = do_GET  # noqa: N815  # the name is the standard library's

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002  # the name is the standard library's
            """Nothing: the output of tests is for tests."""

    server = HTTPServer(("127.0.0.1", port), Handler)
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def _free_ports(number: int) -> list[int]:
    probes = [socket.create_server(("127.0.0.1", 0)) for _ in range(number)]
    ports = [probe.getsockname()[1] for probe in probes]
    for probe in probes:
        probe.close()
    return ports

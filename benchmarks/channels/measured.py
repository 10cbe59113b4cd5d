"""Twenty thousand messages: queued as an announcement queues them, handed over, and handed over by a sender that is
killed again and again. The baseline hands the same texts over with nothing stored, sealed or recorded."""

import os
import random
import signal
import smtplib
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from email.message import EmailMessage
from http.client import HTTPConnection
from pathlib import Path

from standby.domain.code_words import code_word
from standby.domain.offers import Offer
from standby.domain.statuses import PersonStatus, Reason
from standby.rooms.audit.actors import system
from standby.rooms.callup.letters import Letters
from standby.rooms.callup.short import ShortMessages
from standby.rooms.messages.actions import queue
from standby.rooms.messages.actions.spending import change_budget
from standby.rooms.messages.letters import Letter
from standby.rooms.messages.models import Channel, Message, MessageState
from standby.rooms.messages.money import PartPrice
from standby.rooms.operations.actions import NewOperation, found_operation
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.values import PersonView
from standby.sealing import new_ref

_BY = system("bench")
_LANGUAGES = ("hy", "ru", "en", "az")
# The clock goes on by more than the ten minutes after which abandoned messages are taken up.
_STEP = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class Gateways:
    folder: Path
    smtp: int
    http: int

    def refs(self, name: str) -> list[str]:
        return (self.folder / name).read_text(encoding="ascii").split()


def measure(*, scratch: Path, people: int, kills: int) -> None:
    operation = _operation()
    letters = list(_letters(operation, people))
    with _gateways(scratch / "plain") as gateways:
        plain = _seconds(lambda: _hand_over_plainly(letters, gateways))
    _say(f"baseline: {people} bare hand-overs, nothing stored", people / plain)

    queued = _seconds(lambda: queue(letters=letters, operation_id=operation.id, now=_now()))
    _say(f"queued, sealed: {people} messages", people / queued)
    with _gateways(scratch / "straight") as gateways:
        straight = _seconds(lambda: _send(gateways, minutes=0).wait())
        _report(gateways, people=people)
    _say("handed over and recorded", people / straight)
    print(f"ratio to the baseline: {plain / straight:.2f}; wanted: 500 a second")

    _begin_again(operation, letters)
    with _gateways(scratch / "killed") as gateways:
        killed = _send_among_kills(gateways, kills=kills)
        print(f"the sender was killed {killed} times at random moments:")
        _report(gateways, people=people)


def _operation() -> OperationView:
    new = NewOperation(name="Bench", lead_organisation="Bench", help_contact="+374 00 000 100")
    operation = found_operation(new=new, by=_BY, now=_now())
    price = PartPrice(thousandths=45, currency="USD")
    change_budget(operation=operation, price=price, parts_an_hour=10_000_000, by=_BY, now=_now())
    return operation


def _letters(operation: OperationView, people: int) -> Iterator[Letter]:
    """Half of the people have an e-mail, the others a telephone; four languages; everybody stands by."""
    long, short = Letters(operation=operation), ShortMessages(operation=operation)
    for number in range(people):
        person = _person(number)
        channel = Channel.SMS if number % 2 else Channel.EMAIL
        text = long.to(person, link=f"https://standby.example.org/status/l/{number:032}/")
        said = short.to(
            kind=text.kind,
            channel=channel,
            language=person.language,
            code_word=person.code_word,
            until=person.next_word_on,
        )
        yield Letter(
            recipient=person.ref,
            occasion="bench",
            kind=text.kind,
            language=person.language,
            channel=channel,
            address=f"+3740000{number:05}" if channel is Channel.SMS else f"p{number}@example.org",
            subject=text.subject,
            body=said if channel is Channel.SMS else text.body,
        )


def _person(number: int) -> PersonView:
    language = _LANGUAGES[number // 2 % len(_LANGUAGES)]
    return PersonView(
        id=number,
        ref=new_ref(),
        code_word=code_word(language=language, draw=number),
        language=language,
        status=PersonStatus.STAND_BY,
        reason=Reason.NO_NEED_NOW,
        since=None,
        next_word_on=_now().date() + timedelta(days=3),
        occasion="bench",
        offer=Offer(),
        is_complete=True,
        has_email=True,
        has_phone=True,
        party="",
        registered_at=_now(),
    )


def _hand_over_plainly(letters: Sequence[Letter], gateways: Gateways) -> None:
    """What anybody would write: smtplib with one connection, http.client with one connection, both at once."""
    with ThreadPoolExecutor() as pool:
        mail = pool.submit(_mail_plainly, [one for one in letters if one.channel is Channel.EMAIL], gateways.smtp)
        sms = pool.submit(_text_plainly, [one for one in letters if one.channel is Channel.SMS], gateways.http)
        mail.result()
        sms.result()


def _mail_plainly(letters: Sequence[Letter], port: int) -> None:
    with smtplib.SMTP("127.0.0.1", port) as server:
        for letter in letters:
            message = EmailMessage()
            message["From"], message["To"], message["Subject"] = "bench@example.org", letter.address, letter.subject
            message["Message-ID"] = f"<{letter.recipient}@example.org>"
            message.set_content(letter.body)
            server.send_message(message)


def _text_plainly(letters: Sequence[Letter], port: int) -> None:
    connection_ = HTTPConnection("127.0.0.1", port)
    for letter in letters:
        headers = {"X-Kannel-To": letter.address, "Idempotency-Key": letter.recipient}
        connection_.request("POST", "/cgi-bin/sendsms", body=letter.body.encode(), headers=headers)
        connection_.getresponse().read()
    connection_.close()


@contextmanager
def _gateways(folder: Path) -> Iterator[Gateways]:
    folder.mkdir(parents=True)
    with subprocess.Popen((sys.executable, "-m", "benchmarks.channels.gateways", str(folder))) as process:
        while not (folder / "ports").exists():
            time.sleep(0.02)
        smtp, http = (folder / "ports").read_text(encoding="ascii").split()
        try:
            yield Gateways(folder=folder, smtp=int(smtp), http=int(http))
        finally:
            process.terminate()


def _send(gateways: Gateways, *, minutes: int) -> "subprocess.Popen[bytes]":
    told = {
        "EMAIL_HOST": "127.0.0.1",
        "EMAIL_PORT": str(gateways.smtp),
        "EMAIL_USE_TLS": "no",
        "DEFAULT_FROM_EMAIL": "bench@example.org",
        "SMS_URL": f"http://127.0.0.1:{gateways.http}/cgi-bin/sendsms",
        "STANDBY_PUBLIC_URL": "https://standby.example.org",
    }
    command = (sys.executable, "-m", "benchmarks.channels.sender", str(minutes))
    return subprocess.Popen(command, env={**os.environ, **told})


def _send_among_kills(gateways: Gateways, *, kills: int) -> int:
    """Killed without a word at random moments of its work; the last one is let live. How often it was hit."""
    dice, hits = random.Random(1), 0
    for round_ in range(kills):
        sender, before = _send(gateways, minutes=_STEP * round_), len(gateways.refs("mail") + gateways.refs("sms"))
        while sender.poll() is None and len(gateways.refs("mail") + gateways.refs("sms")) == before:
            time.sleep(0.02)
        time.sleep(dice.uniform(0, 0.5))
        if sender.poll() is None:
            sender.send_signal(signal.SIGKILL)
            hits += 1
        sender.wait()
    _send(gateways, minutes=_STEP * kills).wait()
    return hits


def _report(gateways: Gateways, *, people: int) -> None:
    taken = Counter(gateways.refs("mail") + gateways.refs("sms"))
    rows = Message.objects.exclude(state=MessageState.CANCELLED)
    wanted, states = set(rows.values_list("ref", flat=True)), Counter(rows.values_list("state", flat=True))
    repeats = sum(taken.values()) - len(taken)
    print(
        f"  taken {len(taken)} of {people}, missing {len(wanted - taken.keys())}, unknown {len(taken.keys() - wanted)}"
    )
    print(f"  repeats, each under the reference it had before: {repeats}; recorded as {dict(states)}")
    if wanted != taken.keys() or states != {MessageState.ACCEPTED: people}:
        raise SystemExit("Something is missing.")


def _begin_again(operation: OperationView, letters: Sequence[Letter]) -> None:
    """The same people once more, on another occasion."""
    Message.objects.filter(state=MessageState.ACCEPTED).update(state=MessageState.CANCELLED)
    queue(letters=[replace(one, occasion="again") for one in letters], operation_id=operation.id, now=_now())


def _seconds(do: Callable[[], object]) -> float:
    began = time.perf_counter()
    do()
    return time.perf_counter() - began


def _say(what: str, rate: float) -> None:
    print(f"{what}: {rate:.0f} a second", flush=True)


def _now() -> datetime:
    return datetime.now(UTC)

"""Sign-ups as somebody at the door would send them, through the rule that every door uses."""

from collections.abc import Sequence
from datetime import date, timedelta

from standby.domain.sign_up import Asked, SignUp, read_sign_up
from standby.rooms.people.actions.signing_up import Receipt
from standby.rooms.people.blinds import code_blind
from standby.sealing import parse_receipt_code

TODAY = date(2026, 10, 5)
Answer = str | Sequence[str]


def asked() -> Asked:
    return Asked(
        today=TODAY,
        languages=frozenset({"en", "hy", "ru", "az"}),
        homes=frozenset({"town"}),
        read_phone=lambda written: written if written.startswith("+") else None,
        read_email=lambda written: written.lower() if "@" in written else None,
    )


def said(**answers: Answer) -> dict[str, Sequence[str]]:
    """The driver's answers, with some of them changed; an empty one is left out."""
    usual: dict[str, Answer] = {
        "language": "en",
        "age": "yes",
        "affiliation": "no",
        "name": "Tigran Probayan",
        "phone": "+37400000002",
        "email": "driver@example.org",
        "roles": "8322",
        "level": "2",
        "languages": ["hy", "ru"],
        "first_day": TODAY.isoformat(),
        "last_day": (TODAY + timedelta(days=20)).isoformat(),
        "travel": "own",
        "consent": "yes",
    }
    every = usual | answers
    return {name: [value] if isinstance(value, str) else value for name, value in every.items() if value}


def sign_up(**answers: Answer) -> SignUp:
    read = read_sign_up(said(**answers), asked=asked())
    assert isinstance(read, SignUp), read
    return read


def receipt_hash(receipt: Receipt) -> bytes:
    return code_blind(parse_receipt_code(receipt.code))

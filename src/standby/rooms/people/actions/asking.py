"""Asking who gave an e-mail or a telephone at the door to show that it is theirs."""

from collections.abc import Collection, Iterable, Sequence
from datetime import date, datetime, timedelta

from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext

from standby.domain.statuses import PersonStatus
from standby.rooms.messages.actions import queue
from standby.rooms.messages.letters import Letter
from standby.rooms.messages.models import Channel
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.blinds import code_blind
from standby.rooms.people.models import ContactClaim, PersonalCode
from standby.rooms.people.settled import Settled
from standby.sealing import new_link_token

KIND = "confirm"
_LINK_LIFE = timedelta(days=60)
# Somebody else's address may be typed at the door: it is not written to more often than this.
_MOST_A_DAY = 3
_DAY = timedelta(days=1)
# Stands in a letter until it is addressed; no text of ours holds a control character.
_LINK = "\x01link\x01"


def ask_to_confirm(settled: Sequence[Settled], *, operation: OperationView, public_url: str, now: datetime) -> int:
    """One letter for each of these who gave an e-mail; how many. Its link confirms by a button, never by itself."""
    if not public_url and not operation.is_exercise:
        return 0
    emails = {item.registration_id: item for item in settled if _is_asked(item)}
    claims = ContactClaim.objects.filter(registration_id__in=emails, kind="email")
    claims_by_blind: dict[bytes, list[ContactClaim]] = {}
    for claim in claims.order_by("id"):
        claims_by_blind.setdefault(bytes(claim.blind), []).append(claim)
    asked = _asked_lately(claims_by_blind, operation_id=operation.id, now=now)
    chosen = [
        claim
        for blind, found in claims_by_blind.items()
        for claim in found[: max(0, _MOST_A_DAY - asked.get(blind, 0))]
    ]
    ContactClaim.objects.filter(id__in=[claim.id for claim in chosen]).update(asked_at=now)
    people = [emails[claim.registration_id] for claim in chosen]
    tokens = _tokens(people, operation_id=operation.id, now=now)
    wordings = _Wordings(operation)
    letters = [
        _letter(item, wordings=wordings, link=f"{public_url}/join/confirm/{tokens[item.person_id]}/") for item in people
    ]
    return queue(letters=letters, operation_id=operation.id, now=now) if letters else 0


def note_asked(*, claim_ids: Collection[int], now: datetime) -> int:
    """These were written to now, in the caller's transaction; none is asked a second time."""
    return ContactClaim.objects.filter(id__in=claim_ids, asked_at__isnull=True).update(asked_at=now)


def _is_asked(item: Settled) -> bool:
    is_taken = item.opened.answer.status is not PersonStatus.NOT_ACCEPTED
    return is_taken and bool(item.opened.sign_up.details.emails)


def _asked_lately(blinds: Iterable[bytes], *, operation_id: int, now: datetime) -> dict[bytes, int]:
    """How often each of these addresses was written to within the last day."""
    rows = ContactClaim.objects.filter(operation_id=operation_id, blind__in=list(blinds), asked_at__gt=now - _DAY)
    counted: dict[bytes, int] = {}
    for blind in rows.values_list("blind", flat=True):
        counted[bytes(blind)] = counted.get(bytes(blind), 0) + 1
    return counted


def _tokens(people: Iterable[Settled], *, operation_id: int, now: datetime) -> dict[int, str]:
    tokens = {item.person_id: new_link_token() for item in people}
    PersonalCode.objects.bulk_create(
        PersonalCode(
            operation_id=operation_id,
            person_id=person_id,
            kind=KIND,
            blind=code_blind(token),
            made_at=now,
            expires_at=now + _LINK_LIFE,
        )
        for person_id, token in tokens.items()
    )
    return tokens


class _Wordings:
    """The letter in each language and for each day, drawn once, however many people get it."""

    def __init__(self, operation: OperationView) -> None:
        self._operation = operation
        self._drawn: dict[tuple[str, date | None], tuple[str, str]] = {}

    def to(self, *, language: str, next_word_on: date | None, link: str) -> tuple[str, str]:
        """Subject and body."""
        key = (language, next_word_on)
        subject, body = self._drawn.get(key) or self._drawn.setdefault(key, self._draw(language, next_word_on))
        return subject, body.replace(_LINK, link)

    def _draw(self, language: str, next_word_on: date | None) -> tuple[str, str]:
        with translation.override(language):
            context = {"operation": self._operation, "link": _LINK, "next_word_on": next_word_on}
            body = str(render_to_string("people/letters/confirm.txt", context)).strip()
            subject = gettext("Please confirm that this address is yours")
            if self._operation.is_exercise:
                subject = gettext("EXERCISE: %(subject)s") % {"subject": subject}
        return subject, f"{body}\n"


def _letter(item: Settled, *, wordings: _Wordings, link: str) -> Letter:
    row, sign_up = item.opened.row, item.opened.sign_up
    subject, body = wordings.to(language=sign_up.language, next_word_on=row.next_word_on, link=link)
    return Letter(
        recipient=item.person_ref,
        occasion=f"sign-up:{item.registration_ref}",
        kind=KIND,
        language=sign_up.language,
        channel=Channel.EMAIL,
        address=sign_up.details.emails[0],
        subject=subject,
        body=body,
    )

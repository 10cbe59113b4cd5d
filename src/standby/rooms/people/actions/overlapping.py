"""Comparing our list with another organisation's so that neither sees the other's: asked, answered, read.

Telephones can be tried out one by one, so the mathematics alone protects nobody from a partner who asks for all of
them: two people start each comparison, so many are allowed in a month, each question has a largest size, and
everything is in the journal (ADR 28).
"""

from base64 import b64decode, b64encode
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import cast

from django.db import transaction
from django.utils.translation import gettext

from standby.domain.errors import Conflict, Refused
from standby.identity import RecordId
from standby.identity.between import (
    LEAST_PHRASE,
    MOST_ITEMS,
    answer_question,
    ask,
    between_items,
    in_common,
    is_installed,
    phrase_key,
    read_answer,
    size_of,
)
from standby.identity.between.errors import BackEndMissing, NotTheAnswer
from standby.rooms.audit.actions import journal
from standby.rooms.audit.actors import Actor
from standby.rooms.operations.queries import OperationView
from standby.rooms.people.models import Overlap, Registration, RegistrationPerson
from standby.rooms.people.queries.contacts import without_unproven
from standby.rooms.people.records import record_of
from standby.rooms.people.sealed import open_registrations, overlap_place
from standby.rooms.vault.actions import erase_keys, key_for, seal_payload
from standby.rooms.vault.queries import keys_of, open_payload

# With one partner and with all of them: whoever tries out telephones needs thousands of questions.
MOST_WITH_ONE, MOST_IN_ALL = 4, 12
_A_MONTH = timedelta(days=30)
_BATCH = 5000


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """What one person proposes. `question` is the other's file where we answer; empty where we ask."""

    partner: str
    basis: str
    phrase: str
    question: bytes = b""

    def __post_init__(self) -> None:
        if not self.partner.strip() or not self.basis.strip():
            raise Refused(gettext("Say with whom, and why the two lists may be compared."))
        if len(" ".join(self.phrase.split())) < LEAST_PHRASE:
            raise Refused(gettext("The agreed phrase needs %(least)s characters at least.") % {"least": LEAST_PHRASE})


@transaction.atomic
def propose_overlap(*, operation: OperationView, proposal: Proposal, by: Actor, now: datetime) -> Overlap:
    """Nothing is computed and nothing leaves before somebody else agrees."""
    if not is_installed():
        raise BackEndMissing
    _refuse_too_many(operation, proposal.partner, now=now)
    number = size_of(proposal.question) if proposal.question else 0
    if number > MOST_ITEMS:
        raise Refused(
            gettext("The file asks about %(number)s keys, and %(most)s are the most. Nothing was answered.")
            % {"number": number, "most": MOST_ITEMS}
        )
    row = Overlap.objects.create(
        operation_id=operation.id,
        is_ours=not proposal.question,
        partner=proposal.partner.strip(),
        basis=proposal.basis.strip(),
        items=number,
        proposed_at=now,
        proposed_by=str(by),
    )
    _seal(row, {"phrase": proposal.phrase, "file": b64encode(proposal.question).decode()})
    _journal(operation, row, "overlap.propose", by=by, now=now)
    return row


@transaction.atomic
def agree_to_overlap(*, operation: OperationView, ref: str, by: Actor, now: datetime) -> Overlap:
    """A second person agrees: our question, or our answer to theirs, is made and waits to be handed on."""
    row = _locked(operation, ref, state="proposed")
    if row.proposed_by == str(by):
        raise Refused(gettext("Somebody else has to agree to this."))
    kept = _opened(row)
    items = _items(operation.id, key=phrase_key(str(kept["phrase"])))
    if not items:
        raise Refused(gettext("Nobody is registered here with a telephone, or with a name and a date of birth."))
    if row.is_ours:
        key, file = ask(list(items), name=row.ref)
        _seal(row, {"key": key.hex(), "file": b64encode(file).decode(), "people": list(items.values())})
        row.items = len(items)
    else:
        file = answer_question(b64decode(str(kept["file"])), list(items))
        _seal(row, {"file": b64encode(file).decode()})
    row.state, row.decided_at, row.decided_by = "ready", now, str(by)
    row.save()
    _journal(operation, row, "overlap.agree", by=by, now=now)
    return row


@transaction.atomic
def refuse_overlap(*, operation: OperationView, ref: str, by: Actor, now: datetime) -> None:
    row = _locked(operation, ref, state="proposed")
    erase_keys([_subject(row)])
    row.state, row.sealed, row.decided_at, row.decided_by = "refused", b"", now, str(by)
    row.save()
    _journal(operation, row, "overlap.refuse", by=by, now=now)


@transaction.atomic
def take_file(*, operation: OperationView, ref: str, by: Actor, now: datetime) -> bytes:
    """The question or the answer, to be handed on; it tells nothing to whoever has not its other half."""
    row = _locked(operation, ref, state="ready")
    _journal(operation, row, "overlap.take", by=by, now=now)
    return b64decode(str(_opened(row)["file"]))


@transaction.atomic
def read_overlap(*, operation: OperationView, ref: str, answer: bytes, by: Actor, now: datetime) -> int:
    """How many people of ours the other has too; who they are is sealed, for the desk that asked."""
    row = _locked(operation, ref, state="ready")
    name, _, _ = read_answer(answer)
    if not row.is_ours or name != row.ref:
        raise NotTheAnswer
    kept = _opened(row)
    people = cast(list[int], kept["people"])
    found = sorted({people[place] for place in in_common(bytes.fromhex(str(kept["key"])), answer)})
    _seal(row, {"found": found})
    row.state, row.found = "read", len(found)
    row.save()
    _journal(operation, row, "overlap.read", by=by, now=now)
    return len(found)


@transaction.atomic
def forget_overlaps(*, operation: OperationView, now: datetime) -> int:
    """After thirty days nothing but the counts is left; how many."""
    rows = Overlap.objects.filter(operation_id=operation.id, proposed_at__lt=now - _A_MONTH).exclude(sealed=b"")
    old = list(rows)
    erase_keys([_subject(row) for row in old])
    return Overlap.objects.filter(id__in=[row.id for row in old]).update(sealed=b"")


def found_people(row: Overlap) -> list[int]:
    """The people whom both have, by their ids; empty once it was forgotten."""
    return cast(list[int], _opened(row).get("found", [])) if row.sealed else []


def _items(operation_id: int, *, key: bytes) -> dict[str, int]:
    """Each item and whose it is. Without contacts that anybody could have typed."""
    links = RegistrationPerson.objects.filter(operation_id=operation_id, person__erased_at__isnull=True)
    owners = dict(links.order_by("registration_id").values_list("registration_id", "person_id"))
    items: dict[str, int] = {}
    for ids in _batches(list(owners)):
        opened = without_unproven(open_registrations(Registration.objects.filter(id__in=ids)))
        for row_id, details in opened.items():
            for item in between_items(record_of(RecordId(str(row_id)), details), key=key):
                items.setdefault(item, owners[row_id])
    return items


def _batches(ids: list[int]) -> Iterable[list[int]]:
    return (ids[start : start + _BATCH] for start in range(0, len(ids), _BATCH))


def _refuse_too_many(operation: OperationView, partner: str, *, now: datetime) -> None:
    lately = Overlap.objects.filter(operation_id=operation.id, proposed_at__gt=now - _A_MONTH).exclude(state="refused")
    with_one = lately.filter(partner__iexact=partner.strip()).count()
    if with_one >= MOST_WITH_ONE or lately.count() >= MOST_IN_ALL:
        said = gettext(
            "In thirty days %(one)s comparisons with one partner are allowed, and %(all)s in all: so many there were."
        )
        raise Refused(said % {"one": MOST_WITH_ONE, "all": MOST_IN_ALL})


def _locked(operation: OperationView, ref: str, *, state: str) -> Overlap:
    row = Overlap.objects.select_for_update().filter(operation_id=operation.id, ref=ref, state=state).first()
    if row is None:
        raise Conflict(gettext("Somebody did this already. Look again."))
    return row


def _subject(row: Overlap) -> str:
    return f"overlap {row.ref}"


def _seal(row: Overlap, payload: Mapping[str, object]) -> None:
    row.sealed = seal_payload(payload, key=key_for(_subject(row)), place=overlap_place(row.ref))
    row.save(update_fields=["sealed"])


def _opened(row: Overlap) -> dict[str, object]:
    key = keys_of([_subject(row)]).get(_subject(row))
    return open_payload(row.sealed, key=key, place=overlap_place(row.ref)) if key else {}


def _journal(operation: OperationView, row: Overlap, action: str, *, by: Actor, now: datetime) -> None:
    detail: dict[str, str | int | bool | None] = {"ours": row.is_ours, "items": row.items, "found": row.found}
    journal(operation=operation.ref, actor=by, action=action, now=now, subject=row.ref, detail=detail)

"""People who come together: the first of them makes the party, the others find it by its code."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from standby.domain.party_codes import parse_party_code
from standby.domain.sign_up import PartySide
from standby.rooms.people.actions.registering import party_label
from standby.rooms.people.actions.signing_up import party_code_of
from standby.rooms.people.blinds import party_blind
from standby.rooms.people.models import Party, Person, ReceivedSignUp
from standby.rooms.people.settled import Opened
from standby.sealing import new_ref


def with_parties(opened: Sequence[Opened], *, operation_id: int, now: datetime) -> list[Opened]:
    """Those who know whom they come with. Whoever brings a code of a party that is still to be settled waits for it;
    a code of no party, or of one that is full, is a slip: they come alone, and their page says so."""
    made = _make(opened, operation_id=operation_id, now=now)
    found = made | _found(opened, operation_id=operation_id)
    room = _room(found.values(), operation_id=operation_id)
    ready = []
    for item in opened:
        code = _code_of(item, operation_id)
        party = found.get(code)
        if item.sign_up.party.side is PartySide.COMPANION and party is None and _may_still_come(item, opened):
            continue
        if party is not None and room[party.label] > 0:
            room[party.label] -= 1
            item = replace(item, party=party)  # noqa: PLW2901  # the same sign-up, with its party
        ready.append(item)
    return ready


def _code_of(item: Opened, operation_id: int) -> bytes:
    """The keyed hash of the code they hand on or bring along; nothing of that kind for whoever comes alone."""
    party = item.sign_up.party
    match party.side:
        case PartySide.ALONE:
            return b""
        case PartySide.COMPANION:
            return party_blind(party.code, operation_id=operation_id)
        case PartySide.FIRST:
            code = parse_party_code(party_code_of(key=bytes(item.row.key), content=bytes(item.row.content))) or ""
            return party_blind(code, operation_id=operation_id)


def _make(opened: Iterable[Opened], *, operation_id: int, now: datetime) -> dict[bytes, Party]:
    rows = []
    for item in opened:
        if item.sign_up.party.side is PartySide.FIRST:
            ref = new_ref()
            label = party_label(ref, operation_id=operation_id, source_list_id=None)
            code, size = _code_of(item, operation_id), item.sign_up.party.size
            rows.append(Party(ref=ref, operation_id=operation_id, label=label, code=code, size=size, made_at=now))
    return {bytes(row.code): row for row in Party.objects.bulk_create(rows)}


def _found(opened: Iterable[Opened], *, operation_id: int) -> dict[bytes, Party]:
    codes = [_code_of(item, operation_id) for item in opened if item.sign_up.party.side is PartySide.COMPANION]
    rows = Party.objects.filter(operation_id=operation_id, code__in=codes) if codes else ()
    return {bytes(row.code): row for row in rows}


def _room(parties: Iterable[Party], *, operation_id: int) -> dict[str, int]:
    """How many more belong to each."""
    sizes: Mapping[str, int] = {party.label: party.size for party in parties}
    if not sizes:
        return {}
    there = Person.objects.filter(operation_id=operation_id, party__in=sizes, erased_at__isnull=True)
    room = dict(sizes)
    for label in there.values_list("party", flat=True):
        room[label] -= 1
    return room


def _may_still_come(item: Opened, together: Sequence[Opened]) -> bool:
    """Whether somebody who signed up before is being settled elsewhere at this moment, or is left to a later turn."""
    ids = [other.row.id for other in together]
    before = ReceivedSignUp.objects.filter(operation_id=item.row.operation_id, settled_at__isnull=True, held="")
    return before.filter(id__lt=item.row.id).exclude(id__in=ids).exists()

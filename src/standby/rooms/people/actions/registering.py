"""Taking registrations in: sealed, findable, each content once."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from standby.domain.offers import Offer
from standby.identity import RecordId, fold_prefixes, lookup_keys
from standby.rooms.people.blinds import fingerprint_blind, match_blind, name_blind, row_key_blind, search_blind
from standby.rooms.people.codecs import offer_to_json
from standby.rooms.people.models import ContactClaim, MatchKey, NameKey, Registration, RowKey, SearchPrefix
from standby.rooms.people.records import record_of
from standby.rooms.people.sealed import registration_place, seal_details
from standby.rooms.people.values import Incoming
from standby.rooms.vault.actions import make_keys
from standby.rooms.vault.copying import copy_rows, next_ids
from standby.rooms.vault.queries import blind
from standby.sealing import new_ref

_BATCH = 2000
# Kinds of match keys that somebody could type without their being theirs.
CONTACT_KINDS = frozenset({"phone", "email"})
# Kinds of keys that many share: whoever signs up is looked up by them, and nobody is joined by them.
NAME_KINDS = frozenset({"name", "consonants"})
Progress = Callable[[float], None]


@transaction.atomic
def register(
    *,
    operation_id: int,
    source_list_id: int | None,
    incoming: Sequence[Incoming],
    default_region: str,
    now: datetime,
    on_progress: Progress,
    contacts_are_proven: bool = True,
) -> tuple[dict[int, int], list[int]]:
    """Stores what is new: registration ids by row (known ones too), and the ids that are new, in order.

    A list's keeper and a registrar stand for the contacts they bring. What somebody typed at the door is only claimed,
    until it is shown to be theirs.
    """
    prints = {
        row.row: fingerprint_blind(row.fingerprint, operation_id=operation_id, list_id=source_list_id)
        for row in incoming
    }
    known = _known(operation_id=operation_id, source_list_id=source_list_id, prints=prints.values())
    new_ids: list[int] = []
    for start in range(0, len(incoming), _BATCH):
        batch = incoming[start : start + _BATCH]
        fresh = {prints[row.row]: row for row in reversed(batch) if prints[row.row] not in known}
        ordered = sorted(fresh.items(), key=lambda item: item[1].row)
        ids = _store(
            ordered,
            operation_id=operation_id,
            source_list_id=source_list_id,
            region=default_region,
            now=now,
            contacts_are_proven=contacts_are_proven,
        )
        known |= ids
        new_ids += ids.values()
        on_progress(min(1.0, (start + len(batch)) / len(incoming)))
    return {row: known[fingerprint] for row, fingerprint in prints.items()}, new_ids


def _known(*, operation_id: int, source_list_id: int | None, prints: Iterable[bytes]) -> dict[bytes, int]:
    rows = Registration.objects.filter(
        operation_id=operation_id, source_list_id=source_list_id, fingerprint__in=list(prints)
    )
    return {bytes(fingerprint): row_id for fingerprint, row_id in rows.values_list("fingerprint", "id")}


def _store(
    fresh: Sequence[tuple[bytes, Incoming]],
    *,
    operation_id: int,
    source_list_id: int | None,
    region: str,
    now: datetime,
    contacts_are_proven: bool,
) -> dict[bytes, int]:
    refs, ids = [new_ref() for _ in fresh], next_ids(Registration, len(fresh))
    keys = make_keys(refs)
    rows = (
        {
            "id": row_id,
            "ref": ref,
            "operation_id": operation_id,
            "source_list_id": source_list_id,
            "fingerprint": fingerprint,
            "sealed": seal_details(row.details, key=keys[ref], place=registration_place(ref)),
            "offer": offer_to_json(_kept_offer(row.offer, operation_id, source_list_id)),
            "language": row.language,
            "is_under_age": row.is_under_age,
            "is_affiliated": row.is_affiliated,
            "registered_at": row.registered_at,
            "recorded_at": now,
        }
        for row_id, ref, (fingerprint, row) in zip(ids, refs, fresh, strict=True)
    )
    copy_rows(Registration, rows)
    incoming = {row_id: row for row_id, (_, row) in zip(ids, fresh, strict=True)}
    found = _keys(incoming, region=region)
    _store_keys(found, operation_id=operation_id, now=now, contacts_are_proven=contacts_are_proven)
    _store_row_keys(incoming, operation_id=operation_id)
    _store_prefixes(incoming, operation_id=operation_id)
    return {fingerprint: row_id for row_id, (fingerprint, _) in zip(ids, fresh, strict=True)}


def _keys(incoming: dict[int, Incoming], *, region: str) -> list[tuple[int, str, str]]:
    """Registration, kind and key of everything by which these can be found."""
    return [
        (row_id, key.partition(":")[0], key)
        for row_id, row in incoming.items()
        for key in sorted(lookup_keys(record_of(RecordId(str(row_id)), row.details), default_region=region))
    ]


def _store_keys(
    found: Iterable[tuple[int, str, str]], *, operation_id: int, now: datetime, contacts_are_proven: bool
) -> None:
    proven: list[dict[str, object]] = []
    claimed: list[dict[str, object]] = []
    names: list[dict[str, object]] = []
    for row_id, kind, key in found:
        of_row = {"operation_id": operation_id, "registration_id": row_id}
        if kind in NAME_KINDS:
            names.append({**of_row, "blind": name_blind(operation_id=operation_id, key=key)})
            continue
        is_claim = kind in CONTACT_KINDS and not contacts_are_proven
        row = {**of_row, "kind": kind, "blind": match_blind(operation_id=operation_id, key=key)}
        (claimed if is_claim else proven).append(row)
    copy_rows(MatchKey, proven)
    copy_rows(NameKey, names)
    copy_rows(ContactClaim, ({**key, "made_at": now, "how": "", "by": ""} for key in claimed))


def _store_row_keys(incoming: dict[int, Incoming], *, operation_id: int) -> None:
    rows = (
        {
            "operation_id": operation_id,
            "registration_id": row_id,
            "kind": kind,
            "blind": row_key_blind(value, kind=kind),
        }
        for row_id, row in incoming.items()
        for kind, value in row.row_keys
    )
    copy_rows(RowKey, rows)


def _store_prefixes(incoming: dict[int, Incoming], *, operation_id: int) -> None:
    rows = (
        {
            "operation_id": operation_id,
            "registration_id": row_id,
            "blind": search_blind(operation_id=operation_id, prefix=prefix),
        }
        for row_id, row in incoming.items()
        for prefix in sorted(fold_prefixes(_names(row)))
    )
    copy_rows(SearchPrefix, rows)


def party_label(name: str, *, operation_id: int, source_list_id: int | None) -> str:
    """What stands with people of one party: their list's own name for it is a family's, and is not kept."""
    return blind(name, purpose=f"party {operation_id} {source_list_id}").hex()


def _kept_offer(offer: Offer, operation_id: int, source_list_id: int | None) -> Offer:
    if not offer.party:
        return offer
    label = party_label(offer.party, operation_id=operation_id, source_list_id=source_list_id)
    return replace(offer, party=label)


def _names(row: Incoming) -> str:
    details = row.details
    return f"{details.name} {details.given} {details.patronymic} {details.surname}"

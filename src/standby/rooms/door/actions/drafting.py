"""Keeping the answers of a sign-up that is not finished, and losing them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import cast

from django.db import transaction

from standby.domain.sign_up import FIELDS
from standby.rooms.door.models import Draft
from standby.rooms.look.once import new_key
from standby.rooms.operations.queries import OperationView
from standby.rooms.vault.actions import erase_keys, key_for, seal_payload
from standby.rooms.vault.queries import blind, keys_of, open_payload
from standby.sealing import new_link_token, new_ref

LONGEST_WAIT = timedelta(hours=48)
# A draft is a few answers: longer ones are cut, and the rule says so when the whole is read.
_LONGEST_ANSWER, _MOST_ANSWERS = 2100, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """What was answered so far. `token` lies in the browser alone; `key` is the form's own, new with the draft."""

    token: str
    key: str
    said: Mapping[str, Sequence[str]] = field(default_factory=dict, repr=False)


@transaction.atomic
def keep_draft(
    kept: Kept | None, said: Mapping[str, Sequence[str]], *, operation: OperationView, now: datetime
) -> Kept:
    """With these answers in the place of what was said before to the same questions; begun anew where none is kept."""
    before = kept or Kept(token=new_link_token(), key=new_key())
    answers = {**before.said, **_cut(said)}
    row = Draft.objects.select_for_update().filter(token=_blind(before.token)).first()
    if row is None:
        token, expires_at = _blind(before.token), now + LONGEST_WAIT
        row = Draft(ref=new_ref(), operation_id=operation.id, token=token, expires_at=expires_at)
    row.sealed = seal_payload({"key": before.key, "said": answers}, key=key_for(row.ref), place=_place(row.ref))
    row.save()
    return Kept(token=before.token, key=before.key, said=answers)


def draft_of(token: str, *, operation: OperationView, now: datetime) -> Kept | None:
    rows = Draft.objects.filter(token=_blind(token), operation_id=operation.id, expires_at__gt=now) if token else ()
    row = next(iter(rows), None)
    key = keys_of([row.ref]).get(row.ref) if row else None
    if row is None or key is None:
        return None
    opened = open_payload(row.sealed, key=key, place=_place(row.ref))
    return Kept(token=token, key=str(opened["key"]), said=cast(Mapping[str, Sequence[str]], opened["said"]))


@transaction.atomic
def drop_draft(token: str) -> None:
    _drop(list(Draft.objects.filter(token=_blind(token)).values_list("ref", flat=True)))


@transaction.atomic
def drop_expired_drafts(*, now: datetime) -> int:
    refs = list(Draft.objects.filter(expires_at__lte=now).values_list("ref", flat=True))
    _drop(refs)
    return len(refs)


def _drop(refs: Sequence[str]) -> None:
    """The key first: what is left of it in any copy is noise."""
    erase_keys(refs)
    Draft.objects.filter(ref__in=list(refs)).delete()


def _cut(said: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
    return {
        name: [value[:_LONGEST_ANSWER] for value in values[:_MOST_ANSWERS]]
        for name, values in said.items()
        if name in FIELDS
    }


def _blind(token: str) -> bytes:
    return blind(token, purpose="draft of a sign-up")


def _place(ref: str) -> str:
    return f"door_draft|sealed|{ref}"

"""The identity of a row's content and of the person in it, as bytes for a keyed hash; personal data until then."""

import json
from collections.abc import Mapping as Pairs
from collections.abc import Sequence

from standby.domain.offers import PersonalDetails
from standby.exchange.folding import fold
from standby.exchange.keys import KeyKind, RowKey


def fingerprint(said: Pairs[str, Sequence[str]]) -> bytes:
    """The same bytes for the same content, whatever order, encoding or file it came in."""
    canonical = {field: sorted(set(values)) for field, values in said.items() if values}
    return json.dumps(canonical, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


def row_keys(details: PersonalDetails) -> tuple[RowKey, ...]:
    """What recognises this person in another version of the same list; names regardless of the order of their words."""
    name = " ".join(sorted(fold(details.full_name).split()))
    keys = [_key(KeyKind.PHONE, phone) for phone in details.phones]
    keys += [_key(KeyKind.EMAIL, email) for email in details.emails]
    if name:
        keys.append(_key(KeyKind.NAME, name))
        keys += [_key(KeyKind.PHONE_AND_NAME, phone, name) for phone in details.phones]
        keys += [_key(KeyKind.EMAIL_AND_NAME, email, name) for email in details.emails]
        if details.birth_date:
            keys.append(_key(KeyKind.NAME_AND_BIRTH, name, details.birth_date))
    return tuple(sorted(keys))


def _key(kind: KeyKind, *parts: str) -> RowKey:
    return RowKey(kind=kind, value="\x1f".join((kind.name, *parts)).encode())

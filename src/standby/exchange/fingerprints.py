"""The identity of a row's content and of the person in it, as bytes for a keyed hash; personal data until then."""

import json
from collections.abc import Mapping as Pairs
from collections.abc import Sequence

from standby.domain.offers import PersonalDetails
from standby.exchange.folding import fold
from standby.exchange.keys import KeyKind, RowKey
from standby.exchange.name_shapes import ends_as_surname

_CANONICAL = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def fingerprint(said: Pairs[str, Sequence[str]]) -> bytes:
    """The same bytes for the same content, whatever order, encoding or file it came in."""
    canonical = {field: sorted(set(values)) for field, values in said.items() if values}
    return _CANONICAL.encode(canonical).encode()


def row_keys(details: PersonalDetails) -> tuple[RowKey, ...]:
    """What recognises this person in another version of the same list; names regardless of the order of their words."""
    name = " ".join(sorted(fold(details.full_name).split()))
    if not name:
        return ()
    keys = [_key(KeyKind.NAME, name)]
    if details.birth_date:
        keys.append(_key(KeyKind.NAME_AND_BIRTH, name, details.birth_date))
    keys += [_key(KeyKind.PHONE_AND_NAME, phone, name) for phone in details.phones]
    keys += [_key(KeyKind.EMAIL_AND_NAME, email, name) for email in details.emails]
    for given in given_names(details):
        keys += [_key(KeyKind.PHONE_AND_GIVEN, phone, given) for phone in details.phones]
        keys += [_key(KeyKind.EMAIL_AND_GIVEN, email, given) for email in details.emails]
    return tuple(sorted(set(keys)))


def given_names(details: PersonalDetails) -> tuple[str, ...]:
    """The given name, or of an undivided name every word that does not end as surnames and patronymics do."""
    if details.given:
        return (fold(details.given),)
    return tuple(fold(word) for word in details.name.split() if not ends_as_surname(word))


def _key(kind: KeyKind, *parts: str) -> RowKey:
    return RowKey(kind=kind, value="\x1f".join((kind.name, *parts)).encode())

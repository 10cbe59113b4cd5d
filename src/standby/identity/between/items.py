"""What two lists are compared by: exact keys, hashed under a phrase that the two organisations agreed by voice."""

import hmac
from hashlib import scrypt

from standby.identity.keys import record_keys
from standby.identity.records import Record

# Shorter ones can be guessed by whoever gets hold of both files and of the list of one side.
LEAST_PHRASE = 12
_SALT = b"standby between organisations 1"
_EXACT = ("phone:", "name_and_birth:")


def phrase_key(phrase: str) -> bytes:
    """Slow on purpose: a tenth of a second for whoever knows the phrase, years for whoever tries them out."""
    plain = " ".join(phrase.casefold().split())
    if len(plain) < LEAST_PHRASE:
        raise ValueError(f"The phrase needs {LEAST_PHRASE} characters at least.")
    return scrypt(plain.encode(), salt=_SALT, n=2**14, r=8, p=1, dklen=32)


def between_items(record: Record, *, key: bytes, default_region: str = "") -> tuple[str, ...]:
    """Keyed hashes of the telephones in E.164, and of the coarse name with the whole birth date."""
    exact = sorted(one for one in record_keys(record, default_region=default_region) if one.startswith(_EXACT))
    return tuple(hmac.digest(key, one.encode(), "sha256").hex() for one in exact)

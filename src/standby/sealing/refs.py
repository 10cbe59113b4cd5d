"""Opaque references: what stands in addresses, files and the journal instead of a name."""

import secrets

# Crockford's base 32: no I, L, O, U, so that a reference can be read aloud and typed.
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_REF_LENGTH = 16  # 80 bits: never guessed, and no two alike among billions


def new_ref() -> str:
    # 32 signs divide 256 evenly: each is as likely as any other.
    return "".join(ALPHABET[byte % len(ALPHABET)] for byte in secrets.token_bytes(_REF_LENGTH))

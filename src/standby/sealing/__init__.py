"""Keeping what identifies a person unreadable at rest: sealing, blind indexes, key rings, opaque references, codes.

No Django and no files but the key ring's: the vault room stores what these functions return.
"""

from standby.sealing.blind import BlindIndex
from standby.sealing.box import DataKey, Unsealable, open_sealed, seal, seal_each
from standby.sealing.codes import (
    InvalidCode,
    check_character,
    new_link_token,
    new_receipt_code,
    parse_receipt_code,
)
from standby.sealing.refs import new_ref
from standby.sealing.ring import KeyRing, MasterKey

__all__ = [
    "BlindIndex",
    "DataKey",
    "InvalidCode",
    "KeyRing",
    "MasterKey",
    "Unsealable",
    "check_character",
    "new_link_token",
    "new_receipt_code",
    "new_ref",
    "open_sealed",
    "parse_receipt_code",
    "seal",
    "seal_each",
]

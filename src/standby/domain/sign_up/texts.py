"""Words in any script, made fit to be kept: composed, without marks that only turn lines around, of a sane length."""

import re
import unicodedata

from standby.domain.sign_up.faults import FaultCode

# Direction marks, embeddings and isolates, soft hyphens, word joiners, byte order marks: they come along with copied
# text, nobody sees them, and they make two equal names differ. The joiners of Persian and Indic words stay.
_UNSEEN = re.compile("[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufeff\ufff9-\ufffb]")
_SPACES = re.compile(r"\s+")
_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ue000-\uf8ff\ufdd0-\ufdef\ufffd-\uffff]")
_EMOJI = re.compile(
    "[\u203c\u2049\u20e3\u2190-\u21ff\u2300-\u27bf\u2b00-\u2bff\u3030\u303d\ufe0e\ufe0f"
    "\U0001f000-\U0001faff\U000e0000-\U000fffff]"
)
# A language stacks two marks on a letter, seldom three; more is a drawing.
_STACKED = re.compile("[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]{4}")
_LONG_NUMBER = re.compile(r"\d(?:[\s()+.-]*\d){3}")


def plain_text(written: str) -> str:
    """One line, composed, without unseen marks: what two people who write the same name have in common.

    >>> plain_text(" \\u200fԱնի \\n Testyan ")
    'Անի Testyan'
    """
    if written.isascii() and written.isprintable():
        return " ".join(written.split())
    return _SPACES.sub(" ", unicodedata.normalize("NFC", _UNSEEN.sub("", written))).strip()


def fault_of_text(text: str, *, longest: int) -> FaultCode | None:
    """What keeps words from being kept, whatever they are for."""
    if len(text) > longest:
        return FaultCode.TOO_LONG
    if text.isascii() and text.isprintable():
        return None
    if _CONTROL.search(text) or _STACKED.search(text):
        return FaultCode.UNREADABLE_CHARACTERS
    return None


def fault_of_name(name: str, *, longest: int) -> FaultCode | None:
    """A name is letters, in any script; no picture and no telephone number."""
    if fault := fault_of_text(name, longest=longest):
        return fault
    if not name.isascii() and _EMOJI.search(name):
        return FaultCode.EMOJI
    if not any(letter.isalpha() for letter in name):
        return FaultCode.NO_LETTERS
    return FaultCode.HOLDS_A_NUMBER if _LONG_NUMBER.search(name) else None

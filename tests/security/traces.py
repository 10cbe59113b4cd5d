"""Traces of a person: every form in which a name, a number or a code could lie about in a database or a file."""

import base64
import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote

import numpy as np

from standby.identity import fold

_SHORTEST = 6
_ANCHOR = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Trace:
    """`form` says how the secret was written down; `raw` is what would stand there."""

    secret: str
    form: str
    raw: bytes


def spellings(secret: str) -> set[str]:
    """As it was typed, in capitals, in small letters; and the folds by which a name would be found."""
    folds = [token for token in fold(secret) if len(token) >= _SHORTEST]
    return {secret, secret.upper(), secret.casefold(), secret.title(), *folds}


def phone_spellings(international: str, *, country: str) -> set[str]:
    """`+37400777123` as people and machines write it."""
    national = international.removeprefix(f"+{country}")
    return {
        international,
        international.removeprefix("+"),
        f"00{international.removeprefix('+')}",
        f"+{country} {national}",
        f"+{country} {national[:2]} {national[2:]}",
        f"0{national}",
    }


def traces_of(secrets: Iterable[str]) -> list[Trace]:
    written = {spelling for secret in secrets for spelling in spellings(secret)}
    return [trace for spelling in sorted(written) for trace in _forms(spelling)]


def _forms(secret: str) -> Iterator[Trace]:
    raw = secret.encode()
    plain = {
        "utf-8": raw,
        "utf-16": secret.encode("utf-16-le"),
        # Big-endian text holds the little-endian one shifted by a byte, all but its ends.
        "utf-16, big-endian": secret.encode("utf-16-be"),
        "hexadecimal": raw.hex().encode(),
        "HEXADECIMAL": raw.hex().upper().encode(),
        "escaped JSON": json.dumps(secret).strip('"').encode(),
        "percent": quote(secret, safe="").encode(),
    }
    for shift in range(3):
        plain[f"base64, shifted by {shift}"] = _base64(raw, shift=shift)
    for form, written in plain.items():
        yield Trace(secret=secret, form=form, raw=written)


def _base64(raw: bytes, *, shift: int) -> bytes:
    """What stands in a longer base64 text whatever comes before and after the secret."""
    text = base64.b64encode(bytes(shift) + raw).rstrip(b"=")
    begin = (0, 2, 3)[shift]
    end = len(text) - (1 if (shift + len(raw)) % 3 else 0)
    return text[begin:end]


class Searcher:
    """Looks for very many traces at once: only where four bytes agree with the beginning of one is it compared."""

    def __init__(self, traces: Iterable[Trace]) -> None:
        self._by_anchor: dict[bytes, list[Trace]] = defaultdict(list)
        for trace in traces:
            self._by_anchor[trace.raw[:_ANCHOR]].append(trace)
        self._first, self._second = np.zeros(65536, bool), np.zeros(65536, bool)
        for anchor in self._by_anchor:
            self._first[int.from_bytes(anchor[:2])] = True
            self._second[int.from_bytes(anchor[2:])] = True

    def found_in(self, content: bytes) -> set[Trace]:
        if len(content) < _ANCHOR:
            return set()
        letters = np.frombuffer(content, np.uint8).astype(np.uint16)
        pairs = (letters[:-1] << 8) | letters[1:]
        places = np.flatnonzero(self._first[pairs[:-2]] & self._second[pairs[2:]])
        return {
            trace
            for place in places.tolist()
            for trace in self._by_anchor.get(content[place : place + _ANCHOR], ())
            if content.startswith(trace.raw, place)
        }

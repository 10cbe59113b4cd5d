"""What the interface answers with, before any server has seen it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from http import HTTPStatus

JSON_TYPE = "application/json"
Headers = tuple[tuple[str, str], ...]
_as_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The same bytes whichever process answers. Nothing of it may be kept by anybody on the way."""

    status: HTTPStatus
    body: bytes
    headers: Headers = ()

    @property
    def all_headers(self) -> Headers:
        return (*_ALWAYS, *self.headers)

    @property
    def raw_headers(self) -> list[tuple[bytes, bytes]]:
        """As ASGI wants them."""
        return [*_RAW, *map(_raw, self.headers)] if self.headers else list(_RAW)


def _raw(header: tuple[str, str]) -> tuple[bytes, bytes]:
    name, value = header
    return name.lower().encode(), value.encode()


_ALWAYS: Headers = (("Content-Type", JSON_TYPE), ("Cache-Control", "no-store"))
_RAW = tuple(map(_raw, _ALWAYS))


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrong:
    """One thing to mend in a request: where, which kind, what is wrong and what to do, in the reader's language."""

    field: str
    code: str
    sentence: str
    remedy: str = ""
    place: int = 0


def answer(status: HTTPStatus, content: Mapping[str, object], *, headers: Headers = ()) -> Answer:
    body = _as_json(content).encode("utf-8", "replace")
    return Answer(status=status, body=body, headers=headers)


def refusal(
    status: HTTPStatus,
    *,
    code: str,
    sentence: str,
    remedy: str = "",
    faults: Sequence[Wrong] = (),
    retry_after: int | None = None,
    **more: object,
) -> Answer:
    """Every answer that is no yes has this shape; `faults` may be empty."""
    content: dict[str, object] = {
        "code": code,
        "sentence": sentence,
        "remedy": remedy,
        "faults": [_fault(fault) for fault in faults],
        **more,
    }
    headers: Headers = ()
    if retry_after is not None:
        content["retry_after"] = retry_after
        headers = (("Retry-After", str(retry_after)),)
    return answer(status, content, headers=headers)


def _fault(fault: Wrong) -> dict[str, object]:
    return {
        "field": fault.field,
        "code": fault.code,
        "place": fault.place,
        "sentence": fault.sentence,
        "remedy": fault.remedy,
    }

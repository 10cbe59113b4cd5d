"""The interface as a program meets it."""

import json
from collections.abc import Mapping
from typing import Protocol, cast

from django.http import HttpResponse
from django.test import Client

SIGN_UPS = "/api/v1/sign-ups"
Json = dict[str, object]


class Answered(Protocol):
    """Whatever a client or a view gives back."""

    @property
    def content(self) -> bytes: ...


def offer(**changed: object) -> Json:
    """The driver's offer, with some answers changed; None leaves one out."""
    usual: Json = {
        "name": "Tigran Probayan",
        "age": "yes",
        "affiliation": "no",
        "consent": "yes",
        "phone": "+37400000002",
        "roles": ["8322"],
        "level": 2,
        "languages": ["hy"],
        "first_day": ["2026-10-06"],
        "last_day": ["2026-10-20"],
        "travel": "own",
        "seats": 3,
    }
    return {name: value for name, value in (usual | changed).items() if value is not None}


def post(
    client: Client,
    path: str,
    content: object,
    *,
    key: str = "key-1",
    headers: Mapping[str, str] | None = None,
    content_type: str = "application/json",
) -> HttpResponse:
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    every = {"Idempotency-Key": key, **(headers or {})}
    return cast(HttpResponse, client.generic("POST", path, body, content_type=content_type, headers=every))


def told(response: Answered) -> Json:
    return cast(Json, json.loads(response.content))


def listed(response: Answered, name: str) -> list[Json]:
    return cast(list[Json], told(response)[name])


def fault_codes(response: Answered) -> dict[str, str]:
    """The code of each field's fault."""
    faults = cast(list[dict[str, str]], told(response)["faults"])
    return {fault["field"]: fault["code"] for fault in faults}

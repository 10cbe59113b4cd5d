"""A request's body read as one JSON object; each way in which it can be wrong is named."""

import json
from codecs import BOM_UTF8
from collections.abc import Mapping
from enum import StrEnum
from typing import NoReturn, TypeAlias

from standby.rooms.door.api.answers import JSON_TYPE

# A sign-up with every answer at its longest, in letters of three bytes each, stays far below.
MOST_BYTES = 64 * 1024
_CHARSETS = {"", "utf-8", "utf8"}
Body: TypeAlias = Mapping[str, object]


class BodyFault(StrEnum):
    NOT_JSON = "not_json"
    TOO_LARGE = "too_large"
    NOT_UTF8 = "not_utf8"
    TOO_DEEP = "too_deep"
    BAD_JSON = "bad_json"
    NOT_AN_OBJECT = "not_an_object"


def read_body(raw: bytes, *, content_type: str) -> Body | BodyFault:
    """
    >>> read_body(b'{"a": 1}', content_type="application/json"), read_body(b"[]", content_type="application/json")
    ({'a': 1}, <BodyFault.NOT_AN_OBJECT: 'not_an_object'>)
    """
    if not is_json(content_type):
        return BodyFault.NOT_JSON
    if len(raw) > MOST_BYTES:
        return BodyFault.TOO_LARGE
    try:
        content = _as_json(raw.removeprefix(BOM_UTF8).decode())
    except UnicodeDecodeError:
        return BodyFault.NOT_UTF8
    except RecursionError:
        return BodyFault.TOO_DEEP
    except ValueError:  # no JSON, or a number of thousands of digits
        return BodyFault.BAD_JSON
    return content if isinstance(content, dict) else BodyFault.NOT_AN_OBJECT


def is_json(content_type: str) -> bool:
    """`application/json`, alone or with the one charset it has."""
    if content_type == JSON_TYPE:
        return True
    kind, *parameters = (part.strip().casefold() for part in content_type.split(";"))
    named = (parameter.partition("=") for parameter in parameters)
    return kind == JSON_TYPE and all(value.strip(' "') in _CHARSETS for name, _, value in named if name == "charset")


def _refuse_constant(name: str) -> NoReturn:
    """NaN and Infinity are no JSON, though Python reads them."""
    raise ValueError(name)


_as_json = json.JSONDecoder(parse_constant=_refuse_constant).decode

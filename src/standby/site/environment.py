"""Reading the environment into the values that the settings need; every fault is one plain sentence."""

import secrets
from collections.abc import Collection, Mapping
from pathlib import Path
from urllib.parse import urlsplit

from psycopg import ProgrammingError
from psycopg.conninfo import conninfo_to_dict

from standby.domain.errors import Fault, UnusableInput

_FIELDS = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
_SECRET_LENGTH = 16
_LOOPBACK = ("127.0.0.1", "localhost", "[::1]")


def database_settings(url: str, *, pool: int) -> dict[str, object]:
    """Django's settings for a PostgreSQL address; what Django has no name for (sslmode, …) goes to the driver."""
    try:
        parts = conninfo_to_dict(url)
    except ProgrammingError as error:
        raise _unusable("DATABASE_URL", "This is not an address of a PostgreSQL database.") from error
    named = {django: str(parts.pop(ours)) for ours, django in _FIELDS.items() if ours in parts}
    options: dict[str, object] = {name: value for name, value in parts.items() if value is not None}
    if pool:
        options["pool"] = {"min_size": 1, "max_size": pool, "timeout": 10}
    return {"ENGINE": "django.db.backends.postgresql", "CONN_HEALTH_CHECKS": True, **named, "OPTIONS": options}


def embedded_url(data: Path) -> str:
    """The server that `standby up` keeps in the data folder."""
    return f"host='{data / 'postgres'}' user=standby dbname=standby"


def public_url(value: str) -> str:
    """The address that personal links carry, without a slash at its end; empty where none was given."""
    if not value:
        return ""
    parts = urlsplit(value)
    if parts.scheme not in {"http", "https"} or not parts.hostname or parts.query or parts.fragment:
        raise _unusable("STANDBY_PUBLIC_URL", f"{value!r} is not an address like https://standby.example.org.")
    return value.rstrip("/")


def allowed_hosts(url: str) -> list[str]:
    """This machine, and the host of the public address."""
    host = urlsplit(url).hostname
    return [*_LOOPBACK, *([host] if host else [])]


def whole_number(environment: Mapping[str, str], name: str, *, default: int) -> int:
    value = environment.get(name, "")
    if not value:
        return default
    if not value.isdecimal():
        raise _unusable(name, f"{value!r} is not a whole number.")
    return int(value)


def gateway_url(environment: Mapping[str, str], name: str, *, default: str = "") -> str:
    """Where a gateway is asked; empty where there is none."""
    value = environment.get(name, "") or default
    parts = urlsplit(value)
    if value and (parts.scheme not in {"http", "https"} or not parts.hostname):
        raise _unusable(name, f"{value!r} is not an address like https://gateway.example.org/cgi-bin/sendsms.")
    return value.rstrip("/")


def one_of(environment: Mapping[str, str], name: str, *, allowed: Collection[str], default: str) -> str:
    value = environment.get(name, "") or default
    if value not in allowed:
        raise _unusable(name, f"{value!r} is none of {', '.join(sorted(allowed))}.")
    return value


def plain_text(environment: Mapping[str, str], name: str) -> str:
    """What travels in a header of HTTP."""
    value = environment.get(name, "")
    if not (value.isascii() and value.isprintable()):
        raise _unusable(name, "Only plain Latin letters, digits and signs are allowed here.")
    return value


def shared_secret(environment: Mapping[str, str], name: str) -> str:
    """What somebody outside proves themselves with: long enough not to be guessed, or none at all."""
    value = environment.get(name, "")
    if value and len(value) < _SECRET_LENGTH:
        raise _unusable(name, f"A secret of at least {_SECRET_LENGTH} characters is needed.")
    return value


def signing_secret(keys: Path) -> str:
    """Signs sessions and forms; without a key folder (lint, migrations) it lasts as long as the process."""
    path = keys / "signing.key"
    return path.read_text(encoding="ascii").strip() if path.exists() else secrets.token_urlsafe(48)


def _unusable(name: str, what: str) -> UnusableInput:
    return UnusableInput((Fault(file=name, what=what),))

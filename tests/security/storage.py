"""Everything that is kept: each column of each table, and the files of the database server itself."""

import json
import zlib
from collections.abc import Iterator
from pathlib import Path

import psycopg
from django.contrib.sessions.models import Session
from django.db import connection, connections
from psycopg import sql

from standby.cli.running.cluster import SUPERUSER

_TABLES = """
SELECT table_schema, table_name FROM information_schema.tables
WHERE table_type = 'BASE TABLE' AND table_schema NOT IN ('pg_catalog', 'information_schema')
"""
_LARGEST_PART = 64 * 1024 * 1024


def cells() -> Iterator[tuple[str, bytes]]:
    """Each value of each table with the name of its column; what is packed is also given unpacked."""
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        tables = cursor.fetchall()
        for schema, table in tables:
            cursor.execute(sql.SQL("SELECT * FROM {}").format(sql.Identifier(schema, table)))
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    yield from ((f"{table}.{name}", raw) for raw in _readings(value))
    yield from _sessions()


def _readings(value: object) -> Iterator[bytes]:
    match value:
        case None | bool() | int() | float():
            return
        case bytes() | memoryview():
            raw = bytes(value)
            yield raw
            yield from _unpacked(raw)
        case str():
            yield value.encode()
        case dict() | list():
            yield json.dumps(value, ensure_ascii=False, default=str).encode()
        case _:
            yield str(value).encode()


def _unpacked(raw: bytes) -> Iterator[bytes]:
    """A value that was compressed and never sealed would hide from a search of its bytes."""
    try:
        yield zlib.decompressobj(wbits=47).decompress(raw)
    except zlib.error:
        return


def _sessions() -> Iterator[tuple[str, bytes]]:
    """Sessions are signed and compressed, not sealed."""
    for session in Session.objects.all():
        yield "django_session, decoded", json.dumps(session.get_decoded(), default=str, ensure_ascii=False).encode()


def server_files() -> Iterator[tuple[str, bytes]]:
    """The data folder after a checkpoint, the write-ahead log and the server's own log included.

    A server that was named by its address keeps its files to itself: then there are none.
    """
    folder = _data_folder()
    if folder is None:
        return
    for path in sorted([*folder.rglob("*"), *folder.parent.glob("*.log")]):
        if path.is_file() and path.stat().st_size <= _LARGEST_PART:
            yield str(path.relative_to(folder.parent)), path.read_bytes()


def _data_folder() -> Path | None:
    told = connections["default"].settings_dict
    if not str(told["HOST"]).startswith("/"):
        return None
    with psycopg.connect(host=told["HOST"], user=SUPERUSER, dbname="postgres", autocommit=True) as server:
        server.execute("CHECKPOINT")
        row = server.execute("SHOW data_directory").fetchone()
    return Path(row[0]) if row else None

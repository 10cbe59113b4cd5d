"""The two things that are compared: sign-ups a second over HTTP, and what the same database writes bare."""

import os
import re
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from tests.house import RunningHouse

from standby.cli.running.cluster import DATABASE
from standby.cli.running.house import cluster_of
from standby.cli.running.installation import Installation
from standby.cli.running.programs import program

CLIENTS, CONNECTIONS = 32, 128
# A person's row and a journal row, as wide as ours, two keys on the first: what signing up costs at the least.
_TABLES = """
TRUNCATE people_receivedsignup;
DROP TABLE IF EXISTS bare_person, bare_journal;
CREATE TABLE bare_person (id bigserial PRIMARY KEY, ref text UNIQUE, at timestamptz, body text);
CREATE TABLE bare_journal (id bigserial PRIMARY KEY, at timestamptz, body text);
"""
_TRANSACTION = """BEGIN;
INSERT INTO bare_person (ref, at, body) VALUES (gen_random_uuid()::text, now(), repeat('x', 400));
INSERT INTO bare_journal (at, body) VALUES (now(), repeat('x', 120));
COMMIT;
"""
_LUA = Path(__file__).with_name("surge.lua")
_TO_MILLISECONDS = {"us": 0.001, "ms": 1.0, "s": 1000.0, "m": 60_000.0}


@dataclass(frozen=True, slots=True, kw_only=True)
class Surge:
    """`stored` is what stands in the table afterwards: never less than what was acknowledged."""

    a_second: float
    p50: float
    p99: float
    acknowledged: int
    others: int
    stored: int


def reset(house: RunningHouse) -> None:
    """Both begin with empty tables and a database that has nothing left to write down."""
    with house.connected() as connection:
        for statement in _TABLES.strip().split(";\n"):
            connection.execute(statement.encode())
    _run("psql", house, "-q", "-U", "postgres", "-d", "postgres", "-c", "CHECKPOINT")


def bare(house: RunningHouse, *, seconds: int) -> float:
    """pgbench: transactions of two inserts a second."""
    with tempfile.NamedTemporaryFile("w", suffix=".sql") as script:
        script.write(_TRANSACTION)
        script.flush()
        told = _run(
            "pgbench", house, "-n", "-M", "prepared", "-c", str(CLIENTS), "-j", "2", "-T", str(seconds),
            "-f", script.name, "-U", DATABASE, DATABASE,
        )  # fmt: skip
    return float(_found(r"tps = ([\d.]+)", told))


def surge(house: RunningHouse, *, seconds: int, run: str) -> Surge:
    """wrk, which costs little beside what it measures."""
    first = date.today() + timedelta(days=2)  # noqa: DTZ011 - whichever: days lie ahead in every zone
    arguments = (run, first.isoformat(), (first + timedelta(days=20)).isoformat(), str(abs(hash(run)) % 10**6))
    command = ("wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "-s", str(_LUA))
    address = f"http://127.0.0.1:{house.port}"
    told = subprocess.run((*command, address, "--", *arguments), check=True, capture_output=True, text=True).stdout
    asked = int(_found(r"(\d+) requests in", told))
    others = int(_found(r"Non-2xx or 3xx responses: (\d+)", told, otherwise="0"))
    with house.connected() as connection:
        row = connection.execute("SELECT count(*) FROM people_receivedsignup").fetchone()
    return Surge(
        a_second=float(_found(r"Requests/sec:\s+([\d.]+)", told)),
        p50=_milliseconds(told, "50%"),
        p99=_milliseconds(told, "99%"),
        acknowledged=asked - others,
        others=others,
        stored=int(str(row[0])) if row else 0,
    )


def load_now() -> str:
    """How busy the machine is beside us."""
    return " ".join(f"{value:.1f}" for value in os.getloadavg())


def _run(name: str, house: RunningHouse, *arguments: str) -> str:
    socket = cluster_of(Installation(data=house.data)).socket_folder
    command = (str(program(name)), "-h", str(socket), *arguments)
    done = subprocess.run(command, check=False, capture_output=True, text=True)
    if done.returncode:
        sys.exit(f"{name} failed: {done.stderr}")
    return done.stdout


def _milliseconds(told: str, share: str) -> float:
    number, unit = re.search(rf"{share}\s+([\d.]+)(us|ms|s|m)", told).groups()  # type: ignore[union-attr]
    return float(number) * _TO_MILLISECONDS[unit]


def _found(pattern: str, text: str, *, otherwise: str | None = None) -> str:
    match = re.search(pattern, text)
    if match is None and otherwise is None:
        sys.exit(f"Nothing like {pattern} in:\n{text}")
    return match[1] if match else str(otherwise)

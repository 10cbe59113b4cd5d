"""The embedded server under the treatment that a power cut, a full container or a hurried administrator gives it."""

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg
import pytest

from standby.cli.running.cluster import DATABASE, SUPERUSER, Cluster, make
from standby.cli.running.owner import database_owner, give
from standby.cli.running.serving import end_orphan, make_database, served, start, stop, wait_until_ready
from standby.domain.errors import Unavailable


@pytest.fixture(scope="module")
def place() -> Iterator[Path]:
    """Not pytest's own folder: every other run of pytest closes that one to the database's owner."""
    folder = Path(tempfile.mkdtemp(prefix="standby-test-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="module")
def cluster(place: Path) -> Cluster:
    """As an installation has it, in a path with a space."""
    result = Cluster(folder=place / "a house" / "postgres", owner=database_owner())
    make(result, tell=print)
    return result


@contextmanager
def _connection(cluster: Cluster, log: Path, *, user: str = DATABASE) -> Iterator[psycopg.Connection]:
    with (
        served(cluster, log=log),
        psycopg.connect(cluster.url(user=user, database=DATABASE), autocommit=True) as connection,
    ):
        yield connection


def _one(connection: psycopg.Connection, question: str) -> object:
    row = connection.execute(question.encode()).fetchone()
    return row[0] if row else None


def test_the_server_is_safe_and_discreet(cluster: Cluster, tmp_path: Path) -> None:
    wanted = {
        "data_checksums": "on",
        "fsync": "on",
        "full_page_writes": "on",
        "synchronous_commit": "on",
        "listen_addresses": "",
        "log_error_verbosity": "terse",
        "log_min_error_statement": "panic",
    }

    with _connection(cluster, tmp_path / "log") as connection:
        found = {name: _one(connection, f"SELECT current_setting('{name}')") for name in wanted}

    assert found == wanted


def test_the_site_is_not_a_superuser(cluster: Cluster, tmp_path: Path) -> None:
    with (
        _connection(cluster, tmp_path / "log") as connection,
        pytest.raises(psycopg.errors.InsufficientPrivilege),
    ):
        connection.execute("SELECT pg_read_file('/etc/passwd')")


def test_nobody_else_on_the_machine_can_reach_the_socket(cluster: Cluster) -> None:
    assert cluster.socket_folder.stat().st_mode & 0o077 == 0


def test_a_refused_value_does_not_reach_the_log(cluster: Cluster, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with _connection(cluster, log) as connection:
        connection.execute("CREATE TEMPORARY TABLE t (phone text UNIQUE)")
        connection.execute("INSERT INTO t VALUES (%s)", ("+374 00 123456",))
        with pytest.raises(psycopg.errors.UniqueViolation):
            connection.execute("INSERT INTO t VALUES (%s)", ("+374 00 123456",))

    written = log.read_text(encoding="utf-8")
    assert "duplicate key" in written
    assert "123456" not in written


def test_what_was_committed_survives_a_kill(cluster: Cluster, tmp_path: Path) -> None:
    log = tmp_path / "log"
    with log.open("ab") as file:
        process = start(cluster, log=file)
    wait_until_ready(cluster, process, log=log)
    make_database(cluster)
    with psycopg.connect(cluster.url(), autocommit=True) as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS n")
    process.kill()
    process.wait()

    with _connection(cluster, log) as connection:
        assert _one(connection, "SELECT n FROM kept") == 7


def test_a_process_number_that_now_belongs_to_another_program_does_not_block_a_start(
    cluster: Cluster, tmp_path: Path
) -> None:
    note = cluster.folder / "postmaster.pid"
    note.write_text(f"{os.getpid()}\n{cluster.folder}\n1600000000\n5432\n\n\n\nready\n", encoding="ascii")
    give(cluster.owner, note)

    with _connection(cluster, tmp_path / "log") as connection:
        assert _one(connection, "SELECT 1") == 1


def test_a_server_left_behind_is_ended_before_another_is_started(cluster: Cluster, tmp_path: Path) -> None:
    with (tmp_path / "log").open("ab") as file:
        process = start(cluster, log=file)
    wait_until_ready(cluster, process, log=tmp_path / "log")

    end_orphan(cluster)

    assert process.wait(10) == 0


def test_making_it_again_changes_nothing(cluster: Cluster, tmp_path: Path) -> None:
    before = (cluster.folder / "PG_VERSION").stat().st_ino

    make(cluster, tell=print)
    for _start in range(2):
        with _connection(cluster, tmp_path / "log", user=SUPERUSER) as connection:
            assert _one(connection, "SELECT count(*) FROM pg_roles WHERE rolname = 'standby'") == 1

    assert (cluster.folder / "PG_VERSION").stat().st_ino == before


def test_a_path_too_long_for_a_socket_gets_a_short_one_that_is_closed_too(place: Path, tmp_path: Path) -> None:
    folder = place / ("long" * 25)
    folder.mkdir()
    (folder / "postgres.unfinished").mkdir()  # a start that was cut off
    cluster = Cluster(folder=folder / "postgres", owner=database_owner(), durable=False)
    make(cluster, tell=print)

    with _connection(cluster, tmp_path / "log") as connection:
        assert cluster.socket_folder != cluster.folder
        assert cluster.socket_folder.stat().st_mode & 0o077 == 0
        assert _one(connection, "SELECT 1") == 1
    assert not (folder / "postgres.unfinished").exists()
    cluster.socket_folder.rmdir()


def test_a_server_that_cannot_start_says_why(cluster: Cluster, tmp_path: Path) -> None:
    version = cluster.folder / "PG_VERSION"
    version.write_text("12\n", encoding="ascii")
    log = tmp_path / "log"
    try:
        with log.open("ab") as file:
            process = start(cluster, log=file)
        with pytest.raises(Unavailable, match="incompatible"):
            wait_until_ready(cluster, process, log=log)
    finally:
        version.write_text("18\n", encoding="ascii")
    stop(process)
    assert process.returncode == 1

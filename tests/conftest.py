"""What every test may lean on: one PostgreSQL for the run, a database for each worker, keys of its own."""

import os
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from django.db import connections, transaction
from django.test import TransactionTestCase
from django.test.utils import override_settings
from django.utils import translation
from hypothesis import settings as hypothesis_settings

from standby.cli.running.installation import CHECKOUT
from standby.cli.translations import compile_translations
from standby.rooms.vault.ring import use_key_folder
from standby.site.environment import database_settings
from tests.server import throwaway_server

_ADDRESS = "STANDBY_TEST_DATABASE"

hypothesis_settings.register_profile("dev", max_examples=50, deadline=None)
# The same examples each time: whether a change lands is decided by the change, and new examples are sought elsewhere.
hypothesis_settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True)
hypothesis_settings.register_profile("long", max_examples=5000, deadline=None)
hypothesis_settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


def pytest_configure(config: pytest.Config) -> None:
    """Workers share the server of the process that started them; a run without workers starts it at the first need."""
    if hasattr(config, "workerinput"):
        return
    compile_translations(CHECKOUT / "locale")
    if getattr(config.option, "numprocesses", None):
        _start_server(config)


@pytest.fixture(scope="session")
def django_db_modify_db_settings(
    request: pytest.FixtureRequest, django_db_modify_db_settings_parallel_suffix: None
) -> None:
    if _ADDRESS not in os.environ:
        _start_server(request.config)
    address = database_settings(os.environ[_ADDRESS], pool=0)
    kept = connections["default"].settings_dict
    kept["OPTIONS"] = address["OPTIONS"]
    for field in ("NAME", "USER", "PASSWORD", "HOST", "PORT"):
        kept[field] = address.get(field, "")


@pytest.fixture(scope="session", autouse=True)
def _keys(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("installation") / "keys"
    use_key_folder(folder)
    return folder


@pytest.fixture(scope="session", autouse=True)
def _quick_passwords() -> Iterator[None]:
    """What a password costs is of use against thieves alone; an installation started by a test takes the real price."""
    with override_settings(PASSWORD_HASHERS=["tests.hashing.QuickArgon2"]):
        yield


@pytest.fixture(autouse=True)
def _language_of_the_house() -> None:
    """A page that was asked for leaves its language behind in the thread, for whichever test comes next."""
    translation.deactivate()


def _start_server(config: pytest.Config) -> None:
    """`DATABASE_URL` names a server to test against instead; its user must be allowed to make databases."""
    if url := os.environ.get("DATABASE_URL"):
        os.environ[_ADDRESS] = url
        return
    stack = ExitStack()
    config.add_cleanup(stack.close)
    os.environ[_ADDRESS] = stack.enter_context(throwaway_server()).url()
    stack.callback(os.environ.pop, _ADDRESS)


# Django empties the tables here; it has no public name.
_TEARDOWN = "_fixture_teardown"
_APPEND_ONLY = (
    "SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE tgname LIKE '%\\_stay%' AND NOT tgisinternal"
)
_TABLES = "SELECT quote_ident(tablename) FROM pg_tables WHERE schemaname = 'public' AND tablename <> ALL(%s)"
_KEPT = ["django_migrations", "django_content_type", "auth_permission"]


@pytest.fixture(scope="session", autouse=True)
def _rows_go_between_tests() -> Iterator[None]:
    """Tests that commit are cleaned up after by emptying tables, which the product's own triggers rightly refuse.

    Only the tables that hold something are emptied, by DELETE: emptying every table by TRUNCATE, as Django does, takes
    longer than most tests.
    """
    teardown = getattr(TransactionTestCase, _TEARDOWN)

    def without_triggers(_case: TransactionTestCase) -> None:
        with connections["default"].cursor() as cursor:
            cursor.execute(_TABLES, [_KEPT])
            tables = [table for (table,) in cursor.fetchall()]
            each = (f"SELECT '{name}' WHERE EXISTS (SELECT FROM {name})" for name in tables)  # noqa: S608 - our own names
            cursor.execute(" UNION ALL ".join(each))
            filled = {table for (table,) in cursor.fetchall()}
            cursor.execute(_APPEND_ONLY)
            triggers = [(table, name) for table, name in cursor.fetchall() if table in filled]
            for table, name in triggers:
                cursor.execute(f"ALTER TABLE {table} DISABLE TRIGGER {name}")
            with transaction.atomic():  # foreign keys are looked at when all of them are empty
                for table in filled:
                    cursor.execute(f"DELETE FROM {table}")  # noqa: S608 - as above
            for table, name in triggers:
                cursor.execute(f"ALTER TABLE {table} ENABLE TRIGGER {name}")

    setattr(TransactionTestCase, _TEARDOWN, without_triggers)
    yield
    setattr(TransactionTestCase, _TEARDOWN, teardown)

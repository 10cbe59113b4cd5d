"""What has to be done before the site can serve; a process of its own, so that the supervisor stays small.

Every part looks first whether anything is to be done: the second start passes through in a moment.
"""

import argparse
from pathlib import Path

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor

from standby.cli.running.installation import Installation
from standby.cli.running.newcomers import forget_used, make_first
from standby.cli.running.progress import step
from standby.cli.translations import compile_translations


def main(argv: list[str]) -> int:
    parser = argparse.ArgumentParser()
    parser.add_argument("--first-login", action="store_true", help="make one where nobody can log in yet")
    chosen = parser.parse_args(argv)
    installation = Installation(data=settings.STANDBY_DATA)
    migrate()
    compile_translations(Path(settings.BASE_DIR) / "locale")
    collect_assets()
    forget_used(installation)
    if chosen.first_login:
        make_first(installation)
    return 0


def migrate() -> None:
    executor = MigrationExecutor(connection)
    waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    if waiting:
        with step(f"Bringing the database up to date ({len(waiting)} changes)"):
            call_command("migrate", interactive=False, verbosity=0)


def collect_assets() -> None:
    with step("Collecting the stylesheet and scripts"):
        call_command("collectstatic", interactive=False, verbosity=0)

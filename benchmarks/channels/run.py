"""An announcement to 20,000 people, by SMS and mail, to two gateways on this machine; Django stands before `measured`.

./standby bench channels
"""

import argparse
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path

import django
from django.core.management import call_command
from django.db import connections
from tests.server import throwaway_server

from standby.cli.running.installation import CHECKOUT
from standby.cli.translations import compile_translations


def main() -> int:
    parser = argparse.ArgumentParser(description="SMS and mail of an announcement, beside a plain baseline.")
    parser.add_argument("--people", type=int, default=20_000)
    parser.add_argument("--kills", type=int, default=10)
    asked = parser.parse_args()
    compile_translations(CHECKOUT / "locale")
    with tempfile.TemporaryDirectory(prefix="bench-channels-") as scratch, throwaway_server() as cluster:
        data = Path(scratch) / "data"
        (data / "keys").mkdir(parents=True)
        told = {
            "DATABASE_URL": cluster.url(),
            "STANDBY_DATA": str(data),
            "DJANGO_SETTINGS_MODULE": "standby.site.settings",
        }
        os.environ.update(told)
        django.setup()
        call_command("migrate", verbosity=0)
        measured = import_module("benchmarks.channels.measured")
        measured.measure(scratch=Path(scratch), people=asked.people, kills=asked.kills)
        connections.close_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Runs the measurement of `measured.py` on a database made for it; Django stands before that module is imported."""

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


def main() -> int:
    parser = argparse.ArgumentParser(description="A list from its file to stored people, beside a plain baseline.")
    parser.add_argument("--scale", type=float, default=1.0, help="1 is a union's list of 20,000")
    scale = parser.parse_args().scale
    with tempfile.TemporaryDirectory(prefix="bench-import-") as scratch, throwaway_server() as cluster:
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
        import_module("benchmarks.import.measured").measure(folder=Path(scratch) / "lists", scale=scale)
        connections.close_all()
    return 0


if __name__ == "__main__":
    sys.exit(main())

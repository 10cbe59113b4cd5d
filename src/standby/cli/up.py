"""`standby up`: everything an installation needs on this machine, until Ctrl-C."""

import argparse

from standby.cli.running.holding import held
from standby.cli.running.installation import installation_at
from standby.cli.running.keys import make_keys
from standby.cli.running.starting import Start, run

_ABOUT = """Start everything on this machine: the database, the site, the worker and, unless --no-demo, the exercise.
Ctrl-C stops it cleanly. Starting again takes seconds and loses nothing."""


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(prog="standby up", description=_ABOUT)
    result.add_argument("--port", type=int, default=8000, help="where the site listens (8000)")
    result.add_argument("--host", default="127.0.0.1", help="the address it listens at (127.0.0.1, this machine only)")
    result.add_argument("--data", metavar="DIR", help="the data folder (var in the checkout)")
    result.add_argument("--no-demo", action="store_true", help="start empty, without the exercise")
    result.add_argument("--public-url", metavar="URL", default="", help="the address that personal links carry")
    return result


def main(argv: list[str]) -> int:
    asked = parser().parse_args(argv)
    installation = installation_at(asked.data)
    installation.prepare()
    with held(installation):
        make_keys(installation)
        return run(
            Start(
                installation=installation,
                host=asked.host,
                port=asked.port,
                public_url=asked.public_url,
                with_exercise=not asked.no_demo,
            )
        )

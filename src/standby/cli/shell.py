"""`standby shell`: a Python prompt inside an installation, its database at hand."""

import argparse

from django.core.management import call_command


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(prog="standby shell", description="A Python prompt inside this installation.")
    result.add_argument("--command", metavar="CODE", help="run this instead of asking")
    return result


def main(argv: list[str]) -> int:
    call_command("shell", verbosity=0, command=parser().parse_args(argv).command)
    return 0

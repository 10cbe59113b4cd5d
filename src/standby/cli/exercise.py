"""The demonstration: loaded through the same doors and actions as anybody's own files, or its files to play with."""

import argparse
from pathlib import Path

from standby.cli.loading.calling import announce_first_plan, answer_some
from standby.cli.loading.founding import name_contacts, operation_of, staff_of_exercise
from standby.cli.loading.listing import bring_lists, check_licences
from standby.cli.loading.settling import ask_for_people, settle_places
from standby.cli.running.installation import Installation, installation_at
from standby.cli.running.progress import step
from standby.exercise import make_exercise, write_lists
from standby.rooms.callup.queries.plans import has_announced
from standby.rooms.needs.queries.planning import any_requests
from standby.rooms.operations.installation import installation as this_installation
from standby.rooms.people.queries.licences import any_judged
from standby.rooms.places.queries.sites import site_ids

_SEED = 2020


def main(argv: list[str]) -> int:
    asked = _parser().parse_args(argv)
    if asked.files:
        make_files(asked.files, seed=asked.seed, scale=asked.scale)
    else:
        load(installation_at(None), seed=asked.seed, scale=asked.scale)
    return 0


def make_files(folder: Path, *, seed: int, scale: float) -> None:
    """The lists as their keepers would send them, the second version of the union's among them."""
    today = this_installation().clock().date()
    for path in write_lists(make_exercise(seed=seed, today=today, scale=scale), folder):
        print(path)


def load(installation: Installation, *, seed: int, scale: float) -> None:
    """Step by step; what was done already, before a power cut or on another day, is not done again."""
    now = this_installation().clock()
    exercise = make_exercise(seed=seed, today=now.date(), scale=scale)
    operation = operation_of(exercise, now=now)
    if has_announced(operation_id=operation.id):
        return
    staff = staff_of_exercise(exercise, operation=operation, installation=installation, now=now)
    sites = site_ids(operation_id=operation.id)
    if not sites:
        with step("Exercise: places, beds, seats"):
            sites = settle_places(exercise, operation=operation, now=now)
            name_contacts(exercise, operation=operation, staff=staff, now=now)
    if not any_requests(operation_id=operation.id):
        with step("Exercise: 300 needs, assessed and approved"):
            ask_for_people(exercise, operation=operation, staff=staff, sites=sites, now=now)
    with step("Exercise: three lists, 23,500 rows"):
        bring_lists(exercise, operation=operation, registrar=staff["registrar"], now=now, tell=lambda _: None)
    if not any_judged(operation_id=operation.id):
        with step("Exercise: licences that were checked"):
            check_licences(exercise, operation=operation, verifier=staff["verifier"], now=now)
    with step("Exercise: the first plan, its proof and its check, and a word to everyone"):
        announce_first_plan(exercise, operation=operation, staff=staff, now=now)
    with step("Exercise: the first answers"):
        answer_some(exercise, operation=operation, now=now)


def _parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(prog="standby exercise", description=__doc__)
    what = result.add_mutually_exclusive_group(required=True)
    what.add_argument("--load", action="store_true", help="load what is not there yet")
    what.add_argument("--files", type=Path, metavar="DIR", help="write the exercise's lists into a folder")
    result.add_argument("--seed", type=int, default=_SEED, help="the same seed gives the same people (default: 2020)")
    result.add_argument("--scale", type=float, default=1.0, help="0.01 is a hundredth of the people (default: 1)")
    return result

"""`standby link LIST… --out OUT`: who is the same person on several lists, and what a person should look at."""

import argparse
import json
import sys
import time
from pathlib import Path

from standby.cli.linking.answers import Seconds, read_for, report, write_pairs, write_people, write_report
from standby.cli.linking.elsewhere import ENGINES, link_elsewhere
from standby.cli.linking.label_file import read_labels
from standby.cli.linking.lists import ReadLists, read_choices, read_lists
from standby.cli.linking.model_file import read_model, write_model
from standby.identity.linking import DEFAULT_SETTINGS, Linked, link_crowd


def parser() -> argparse.ArgumentParser:
    result = argparse.ArgumentParser(prog="standby link", description="Find who is the same person in several lists.")
    result.add_argument("lists", type=Path, nargs="+", metavar="LIST", help="a list as people keep it: CSV, XLSX, ODS")
    result.add_argument("--out", type=Path, required=True, metavar="DIR", help="where the answers go")
    result.add_argument("--map", type=Path, metavar="FILE", help='JSON: {"column": "field", "another": null}')
    result.add_argument("--labels", type=Path, metavar="FILE", help="pairs that people have judged, as CSV")
    result.add_argument("--model", type=Path, metavar="FILE", help="what --save-model kept, instead of learning anew")
    result.add_argument("--save-model", type=Path, metavar="FILE", help="keep what is learned for other lists")
    result.add_argument(
        "--engine",
        choices=("native", *ENGINES),
        default="native",
        help="who compares the pairs: ours, or Splink (an extra)",
    )
    result.add_argument(
        "--spark-master", default="loopback", metavar="URL", help="spark://host:7077; without it two workers here"
    )
    result.add_argument("--region", default="", metavar="AM", help="country of the phones without a country code")
    result.add_argument("--seed", type=int, default=0, help="kept in the report; nothing here is drawn by chance")
    result.add_argument("--json", action="store_true", help="print the report as JSON")
    return result


def main(argv: list[str]) -> int:
    asked = parser()
    arguments = asked.parse_args(argv)
    if arguments.engine != "native" and (arguments.labels or not arguments.model):
        asked.error("another engine than ours needs --model, kept by --save-model, and takes no --labels")
    started = time.monotonic()
    choices = read_choices(arguments.map) if arguments.map else {}
    saved = read_model(arguments.model) if arguments.model else None
    lists = read_lists(arguments.lists, choices=choices, region=arguments.region)
    labels = read_labels(arguments.labels, lists.places) if arguments.labels else {}
    _say_columns(lists)
    read = time.monotonic()
    if saved and arguments.engine != "native":
        linked = link_elsewhere(lists.crowd, saved, engine=arguments.engine, spark_master=arguments.spark_master)
    else:
        linked = link_crowd(lists.crowd, labels=labels, saved=saved)
    seconds = Seconds(read=round(read - started, 3), link=round(time.monotonic() - read, 3))
    told = report(lists, linked, DEFAULT_SETTINGS, seconds, seed=arguments.seed)
    _write(arguments.out, lists, linked, told)
    if arguments.save_model:
        write_model(arguments.save_model, linked.trained)
    _say(linked, told, as_json=arguments.json)
    return 0


def _write(out: Path, lists: ReadLists, linked: Linked, told: dict[str, object]) -> None:
    out.mkdir(parents=True, exist_ok=True)
    write_people(out, linked, lists.places)
    write_pairs(out / "pairs.csv", linked.pairs, lists.places)
    write_pairs(out / "review.csv", linked.review, lists.places)
    write_report(out, told)


def _say_columns(lists: ReadLists) -> None:
    """On standard error, so that `--json` stays JSON: what each column was taken for."""
    for one in lists.lists:
        print(f"{one.file}: {one.rows} rows", file=sys.stderr)
        for column, purpose in read_for(one).items():
            print(f"  {column}: {purpose}", file=sys.stderr)


def _say(linked: Linked, told: dict[str, object], *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(told, ensure_ascii=False))
        return
    rows, people, waiting = len(linked.people.person_of), len(linked.people), len(linked.review)
    print(f"{rows} rows are {people} people; {waiting} pairs wait for a person to judge")
    for kind, count in linked.skipped.items():
        print(f"{count} blocks of one {kind.value} were too large to compare")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

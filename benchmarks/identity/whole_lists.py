"""Lists whose people are known, linked as `standby link` does it: what was found, what was joined, what it took.

    python -m benchmarks.identity.whole_lists FILE.csv … [--map MAP.json]

A column `cluster` names the person, `household` the family where there is one; neither they nor the ids are read.
"""

import argparse
import csv
import time
from collections import Counter
from dataclasses import dataclass
from itertools import combinations
from pathlib import Path

import numpy as np

from benchmarks.identity.measures import curve
from standby.cli.linking.lists import Choices, ReadLists, read_choices, read_lists
from standby.identity.linking import Linked, link_crowd

HIDDEN = ("unique_id", "cluster", "household")


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """By place in the crowd: whose record it is, and of which household."""

    people: list[str]
    households: list[str]

    @property
    def pairs(self) -> int:
        return sum(count * (count - 1) // 2 for count in Counter(self.people).values())


def read_truth(path: Path, lists: ReadLists) -> Truth:
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    numbers = lists.places.rows - 1
    people = [rows[number]["cluster"] for number in numbers.tolist()]
    households = [rows[number].get("household") or rows[number]["cluster"] for number in numbers.tolist()]
    return Truth(people=people, households=households)


def measure(path: Path, choices: Choices) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        hidden = {name: None for name in next(csv.reader(file)) if name in HIDDEN}
    started = time.process_time()
    lists = read_lists([path], choices={**hidden, **choices})
    read = time.process_time()
    linked = link_crowd(lists.crowd)
    seconds = (read - started, time.process_time() - read)
    truth = read_truth(path, lists)
    print(f"{path.name}: {len(truth.people)} rows, {seconds[0]:.1f} s read, {seconds[1]:.1f} s linked (processor)")
    print(f"  {_pairs(linked, truth)}")
    print(f"  {_joined(linked, truth)}")


def _pairs(linked: Linked, truth: Truth) -> str:
    people = np.unique(truth.people, return_inverse=True)[1]
    pairs = linked.pairs
    same = people[pairs.ones] == people[pairs.others]
    found = curve(pairs.probabilities, same, all_same=truth.pairs)
    best = found.best
    return (
        f"pairs a record {len(pairs) / len(people):.2f}, blocking recall {same.sum() / truth.pairs:.4f}, "
        f"best F1 {found.f1[best]:.4f} (precision {found.precision[best]:.4f}, recall {found.recall[best]:.4f}, "
        f"from {found.thresholds[best]:.3f} on), recall at 99 % precision {found.recall_at(0.99):.4f}"
    )


def joined_pairs(linked: Linked, truth: Truth) -> tuple[int, int, int]:
    """How many pairs were joined, how many of them rightly, and how many wrongly within one household."""
    places = linked.people.person_of
    order = np.argsort(places, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(places[order])) + 1)
    joined = right = family = 0
    for group in groups:
        for one, other in combinations(group.tolist(), 2):
            joined += 1
            same = truth.people[one] == truth.people[other]
            right += same
            family += not same and truth.households[one] == truth.households[other]
    return joined, right, family


def _joined(linked: Linked, truth: Truth) -> str:
    joined, right, family = joined_pairs(linked, truth)
    precision, recall = right / max(joined, 1), right / truth.pairs
    f1 = 2 * precision * recall / max(precision + recall, 1e-12)
    return (
        f"joined without asking: precision {precision:.4f}, recall {recall:.4f}, cluster F1 {f1:.4f}, "
        f"{joined - right} wrong, {family} of them of one household"
    )


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("lists", type=Path, nargs="+")
    arguments.add_argument("--map", type=Path)
    given = arguments.parse_args()
    choices = read_choices(given.map) if given.map else {}
    for path in given.lists:
        measure(path, choices)


if __name__ == "__main__":
    main()

"""What a few hundred judgements are worth: the first of the review list are answered rightly, and the list linked anew.

    python -m benchmarks.identity.few_labels FILE.csv … [--labels 300]

Nothing is drawn: the pairs judged are those that the review desk would ask first. Printed as Markdown.
"""

import argparse
import csv
from itertools import islice
from pathlib import Path

import numpy as np

from benchmarks.identity.measures import Curve, curve
from benchmarks.identity.whole_lists import HIDDEN, Truth, joined_pairs, read_truth
from standby.cli.linking.lists import read_lists
from standby.identity.linking import Linked, PairClass, link_crowd
from standby.identity.linking.crowd import Crowd
from standby.identity.linking.link import Labels


def judged(linked: Linked, crowd: Crowd, truth: Truth, labels: int) -> Labels:
    """As somebody would answer who knows everybody."""
    whose = dict(zip(crowd.ids, truth.people, strict=True))
    asked = islice((pair.pair for pair in linked.review), labels)
    return {(one, other): PairClass.SAME if whose[one] == whose[other] else PairClass.OTHER for one, other in asked}


def measure(path: Path, labels: int) -> None:
    with path.open(encoding="utf-8", newline="") as file:
        hidden = {name: None for name in next(csv.reader(file)) if name in HIDDEN}
    lists = read_lists([path], choices=hidden)
    truth = read_truth(path, lists)
    before = link_crowd(lists.crowd)
    answers = judged(before, lists.crowd, truth, labels)
    _line(path.name, 0, before, truth)
    _line(path.name, len(answers), link_crowd(lists.crowd, labels=answers), truth)


def _line(name: str, labels: int, linked: Linked, truth: Truth) -> None:
    found = _curve(linked, truth)
    joined, right, family = joined_pairs(linked, truth)
    print(
        f"| {name} | {labels} | {found.f1[found.best]:.3f} | {found.recall_at(0.99):.3f} "
        f"| {right / max(joined, 1):.4f} | {right / truth.pairs:.3f} | {family} |",
        flush=True,
    )


def _curve(linked: Linked, truth: Truth) -> Curve:
    """Judged pairs count, as the desk keeps them: three hundred of tens of thousands."""
    people, pairs = np.unique(truth.people, return_inverse=True)[1], linked.pairs
    return curve(pairs.probabilities, people[pairs.ones] == people[pairs.others], all_same=truth.pairs)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("lists", type=Path, nargs="+")
    arguments.add_argument("--labels", type=int, default=300)
    given = arguments.parse_args()
    print("| list | judgements | best F1 | recall at 99 % | joined: precision | recall | of one household |")
    print("|---|---|---|---|---|---|---|")
    for path in given.lists:
        measure(path, given.labels)


if __name__ == "__main__":
    main()

"""What each part of the comparison of names is worth, by category and by script, on surnames never seen.

    python -m benchmarks.identity.name_ablations NAMES_DIR

A part is taken away and everything that is left is learned anew, three times with a third of the surnames put aside.
"""

import argparse
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import numpy as np

from benchmarks.identity.learn import FOLDS, Labelled, priced, read_labelled, surname_words, unfitted
from benchmarks.identity.name_table import print_table
from benchmarks.identity.penalty_learning import design, fit
from standby.identity.differences import Differences, differences
from standby.identity.heard import heard
from standby.identity.names import parse_name
from standby.identity.weights import Weights

_SLIP = 5.0


def as_they_are(found: Differences) -> Differences:
    return found


def no_fathers(found: Differences) -> Differences:
    return {name: value for name, value in found.items() if "father" not in name and name != "child_of_the_other"}


def no_given_names(found: Differences) -> Differences:
    """Given names are told apart by their letters alone."""
    cost = found.get("known_given_cost", found.get("other_given_name", found.get("given_cost")))
    dropped = ("known_given_cost", "other_given_name", "given_cost", "short_form", "given_not_known_as_same")
    rest = {name: value for name, value in found.items() if name not in dropped}
    return rest if cost is None else {**rest, "given_cost": cost}


def no_parts(found: Differences) -> Differences:
    """Nothing is known of which word is which: the dearest word, how many slips, and how many words."""
    costs = [value for name, value in found.items() if name.endswith(("given_cost", "surname_cost", "given_name"))]
    kept = {name: found[name] for name in ("slips", "words_left_over") if name in found}
    return {**kept, "surname_cost": max(costs, default=0.0)}


def plain(learned: Weights) -> Weights:
    """Every change of sound costs as much as a slip of the pen."""
    prices = np.full_like(learned.prices, _SLIP)
    prices[..., np.arange(prices.shape[-1]), np.arange(prices.shape[-1])] = 0
    return replace(learned, prices=prices, western=prices)


PARTS: dict[str, tuple[Callable[[Differences], Differences], bool]] = {
    "all of it": (as_they_are, False),
    "without learned spellings": (as_they_are, True),
    "without the table of given names": (no_given_names, False),
    "without fathers": (no_fathers, False),
    "without parts of names": (no_parts, False),
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("names", type=Path)
    folder = arguments.parse_args().names
    labelled = read_labelled(folder / "xscript_pairs_dev.csv")
    same = np.array([pair.same for pair in labelled])
    folds = np.array([pair.fold for pair in labelled])
    results = {name: np.zeros(len(labelled)) for name in PARTS}
    for fold in range(FOLDS):
        aside = folds == fold
        learned = unfitted(priced(folder, surname_words(labelled, aside)))
        found = {
            is_plain: _differences(labelled, plain(learned) if is_plain else learned) for is_plain in (False, True)
        }
        for name, (kept, is_plain) in PARTS.items():
            table = design([kept(one) for one in found[is_plain]])
            penalties, certainty = fit(table[~aside], same[~aside])
            results[name][aside] = table[aside] @ penalties + certainty
    print_table(labelled, results, micros={})


def _differences(labelled: list[Labelled], learned: Weights) -> list[Differences]:
    names = [(heard(parse_name(name=pair.one)), heard(parse_name(name=pair.other))) for pair in labelled]
    return [differences(one, other, learned) for one, other in names]


if __name__ == "__main__":
    main()

"""Learns `weights.json` from tables of names and labelled pairs, and says how well it does on surnames it never saw.

    python -m benchmarks.identity.learn NAMES_DIR OUT.json [--held-out-only]

Three times a third of the surnames is put aside: their spellings are taken from the tables and their pairs from the
labels before anything is learned. The figures printed are of those thirds; what is written is learned from everything.
"""

import argparse
import csv
import json
import zlib
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from benchmarks.identity.edit_learning import learned_prices
from benchmarks.identity.measures import curve, f1_at
from benchmarks.identity.penalty_learning import design, fit, steps
from benchmarks.identity.spelling_pairs import spelling_pairs
from standby.identity.differences import differences
from standby.identity.folds import coarse
from standby.identity.heard import heard
from standby.identity.names import parse_name
from standby.identity.weights import Weights, read_weights

FOLDS = 3

# Of the thresholds that are nearly as good as the best one the strictest is shipped: a wrong join costs more.
NEARLY = 0.001


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    one: str
    other: str
    same: bool
    category: str
    scripts: str

    @property
    def fold(self) -> int:
        """Which third it belongs to: by the beginning of the surname, so that all its spellings go together."""
        surnames = parse_name(name=self.one).surnames
        return zlib.crc32(coarse(surnames[0])[:4].encode() if surnames else b"") % FOLDS


def read_labelled(path: Path) -> list[Labelled]:
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Labelled(
                one=row["name1"],
                other=row["name2"],
                same=row["is_match"] == "1",
                category=row["category"],
                scripts=row["scripts"],
            )
            for row in csv.DictReader(file)
        ]


def priced(folder: Path, without: frozenset[str]) -> dict[str, list[list[int]]]:
    pairs = spelling_pairs(folder, without=without)
    tables = {scripts: learned_prices(table, symmetric=scripts[:2] == scripts[3:]) for scripts, table in pairs.items()}
    return {scripts: np.round(table * 100).astype(int).tolist() for scripts, table in tables.items()}


def differing(labelled: list[Labelled], learned: Weights) -> np.ndarray:
    names = [(heard(parse_name(name=pair.one)), heard(parse_name(name=pair.other))) for pair in labelled]
    return design([differences(one, other, learned) for one, other in names])


def unfitted(prices: dict[str, list[list[int]]]) -> Weights:
    return read_weights({"prices": prices, "steps": {}, "certainty": 0.0})


def held_out_scores(folder: Path, labelled: list[Labelled]) -> np.ndarray:
    folds = np.array([pair.fold for pair in labelled])
    same = np.array([pair.same for pair in labelled])
    scores = np.zeros(len(labelled))
    for fold in range(FOLDS):
        aside = folds == fold
        table = differing(labelled, unfitted(priced(folder, surname_words(labelled, aside))))
        penalties, certainty = fit(table[~aside], same[~aside])
        scores[aside] = table[aside] @ penalties + certainty
    return scores


def surname_words(labelled: list[Labelled], chosen: np.ndarray) -> frozenset[str]:
    names = (
        name for pair, is_chosen in zip(labelled, chosen, strict=True) if is_chosen for name in (pair.one, pair.other)
    )
    return frozenset(word for name in names for word in parse_name(name=name).surnames)


def chosen_threshold(scores: np.ndarray, same: np.ndarray) -> float:
    found = curve(scores, same)
    nearly = np.flatnonzero(found.f1 >= found.f1[found.best] - NEARLY)
    return float(found.thresholds[nearly[0]])


def report(labelled: list[Labelled], scores: np.ndarray, threshold: float) -> None:
    same = np.array([pair.same for pair in labelled])
    found = curve(scores, same)
    f1, precision, recall = f1_at(scores, same, threshold)
    print(f"held out: best F1 {found.f1[found.best]:.4f}, recall at 99 % precision {found.recall_at(0.99):.4f}")
    print(f"at the shipped threshold: F1 {f1:.4f}, precision {precision:.4f}, recall {recall:.4f}")
    for kind in sorted({pair.category for pair in labelled}):
        of_kind = np.array([pair.category == kind for pair in labelled])
        print(f"  {kind:32} accepted {np.mean(scores[of_kind] >= threshold):7.4f} of {of_kind.sum()}")
    for scripts in sorted({pair.scripts for pair in labelled if pair.same}):
        of_scripts = np.array([pair.scripts == scripts for pair in labelled])
        print(f"  {scripts:32} F1 {f1_at(scores[of_scripts], same[of_scripts], threshold)[0]:.4f}")


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("names", type=Path)
    arguments.add_argument("out", type=Path)
    arguments.add_argument("--held-out-only", action="store_true")
    given = arguments.parse_args()
    labelled = read_labelled(given.names / "xscript_pairs_dev.csv")
    same = np.array([pair.same for pair in labelled])
    scores = held_out_scores(given.names, labelled)
    threshold = chosen_threshold(scores, same)
    report(labelled, scores, threshold)
    if given.held_out_only:
        return
    prices = priced(given.names, frozenset())
    penalties, certainty = fit(differing(labelled, unfitted(prices)), same)
    learned = {"certainty": round(certainty - threshold, 4), "steps": steps(penalties), "prices": prices}
    given.out.write_text(json.dumps(learned, ensure_ascii=False, separators=(",", ":")) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

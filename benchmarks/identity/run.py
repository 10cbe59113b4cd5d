"""Measures the identity engine on the given data, beside plain baselines in the same run, and prints Markdown.

    ./standby bench identity

The pairs of names are those the weights were learned from: the honest figures for unseen surnames are printed by
`python -m benchmarks.identity.learn NAMES_DIR OUT --held-out-only`, which takes minutes.
"""

import csv
import sys
import time
from collections import Counter
from collections.abc import Callable
from itertools import combinations
from pathlib import Path

import numpy as np
from rapidfuzz import fuzz
from rapidfuzz.distance import JaroWinkler

from benchmarks.identity.learn import Labelled, read_labelled
from benchmarks.identity.measures import curve
from standby.identity import Record, RecordId, fold, name_score, propose_joins
from standby.identity.linking import Linked, link

DATA = Path(__file__).resolve().parents[3] / "shared" / "data"
Truth = dict[RecordId, str]


def folded(name: str) -> str:
    return " ".join(fold(name))


SCORERS: dict[str, Callable[[str, str], float]] = {
    "Jaro–Winkler as written": JaroWinkler.similarity,
    "fold + Jaro–Winkler": lambda one, other: JaroWinkler.similarity(folded(one), folded(other)),
    "fold + token sort": lambda one, other: fuzz.token_sort_ratio(folded(one), folded(other)) / 100,
    "Standby": name_score,
}


def names(labelled: list[Labelled]) -> None:
    same = np.array([pair.same for pair in labelled])
    print("| score | µs a pair | best F1 | recall at 99 % | father for son | other patronymic |")
    print("|---|---|---|---|---|---|")
    for name, score in SCORERS.items():
        scores, micros = timed_scores(labelled, score)
        found = curve(scores, same)
        threshold = found.thresholds[found.best]
        wrong = [accepted(labelled, scores, threshold, kind) for kind in ("N2_", "N5_")]
        print(
            f"| {name} | {micros:.0f} | {found.f1[found.best]:.3f} | {found.recall_at(0.99):.3f} "
            f"| {wrong[0]:.1%} | {wrong[1]:.1%} |"
        )


def timed_scores(labelled: list[Labelled], score: Callable[[str, str], float]) -> tuple[np.ndarray, float]:
    """Tables and compiled code are loaded before the clock starts; names are new to it."""
    score("Анна Петросян", "Anna Petrosyan")
    started = time.process_time()
    scores = np.array([score(pair.one, pair.other) for pair in labelled])
    return scores, (time.process_time() - started) / len(labelled) * 1e6


def accepted(labelled: list[Labelled], scores: np.ndarray, threshold: float, kind: str) -> float:
    chosen = np.array([pair.category.startswith(kind) for pair in labelled])
    return float(np.mean(scores[chosen] >= threshold))


def read_people(path: Path) -> tuple[list[Record], Truth, Truth]:
    """Records, whose they are, and of which household."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    records = [
        Record(
            id=RecordId(row["unique_id"]),
            list_id=row.get("list", ""),
            given=row.get("given") or row.get("first_name") or "",
            surname=row["surname"],
            patronymic=row.get("patronymic", ""),
            phones=(row["phone"],) if row.get("phone") else (),
            emails=(row["email"],) if row.get("email") else (),
            birth_date=row["dob"],
            home=row.get("city", ""),
        )
        for row in rows
    ]
    people = {RecordId(row["unique_id"]): row["cluster"] for row in rows}
    households = {RecordId(row["unique_id"]): row.get("household", row["cluster"]) for row in rows}
    return records, people, households


def lists(name: str) -> None:
    records, people, households = read_people(DATA / "linkage" / name)
    started = time.process_time()
    linked = link(records, default_region="RU")
    seconds = time.process_time() - started
    pairs_line(name, linked, people, seconds)
    joined_line(
        f"{name}, joined without asking",
        [pair for person in linked.people for pair in combinations(person, 2)],
        people,
        households,
    )
    careful = propose_joins(records, {}, default_region="RU")
    pairs = [pair for group in careful.groups for pair in combinations(group, 2)]
    joined_line(f"{name}, the careful rule", pairs, people, households)


def true_pairs(people: Truth) -> int:
    return sum(count * (count - 1) // 2 for count in Counter(people.values()).values())


def pairs_line(name: str, linked: Linked, people: Truth, seconds: float) -> None:
    same = np.array([people[pair.pair[0]] == people[pair.pair[1]] for pair in linked.pairs])
    found = curve(np.array([pair.probability for pair in linked.pairs]), same, all_same=true_pairs(people))
    best = found.best
    print(
        f"{name}: {len(linked.pairs) / len(people):.1f} pairs a record, "
        f"blocking recall {same.sum() / true_pairs(people):.3f}, "
        f"best F1 {found.f1[best]:.3f} (precision {found.precision[best]:.3f}, recall {found.recall[best]:.3f}), "
        f"recall at 99 % precision {found.recall_at(0.99):.3f}, {seconds:.0f} s"
    )


def joined_line(name: str, pairs: list[tuple[RecordId, RecordId]], people: Truth, households: Truth) -> None:
    right = sum(people[one] == people[other] for one, other in pairs)
    family = sum(people[one] != people[other] and households[one] == households[other] for one, other in pairs)
    precision = right / max(len(pairs), 1)
    print(f"{name}: precision {precision:.4f}, recall {right / true_pairs(people):.3f}, {family} pairs of a household")


def main() -> int:
    if not DATA.is_dir():
        print(f"The data to measure on is not here: {DATA}.", file=sys.stderr)
        return 1
    names(read_labelled(DATA / "names" / "xscript_pairs_dev.csv"))
    print()
    lists("three_lists.csv")
    lists("fake_1000.csv")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Names by ours and by others, in one run on the same pairs: by category and by script, as Markdown.

    pip install PyICU nomenklatura        (PyICU needs libicu-dev; neither is needed to run Standby)
    python -m benchmarks.identity.peers NAMES_DIR

Each score is judged at the threshold that is best for it on these very pairs, which flatters everybody; ours was also
learned from them (`learn` prints what it does on surnames it never saw).
"""

import argparse
import re
from collections.abc import Callable
from functools import cache
from itertools import permutations
from pathlib import Path

import icu
import numpy as np
from followthemoney import ValueEntity, model
from nomenklatura.matching import LogicV2, NameMatcher
from rapidfuzz.distance import JaroWinkler

from benchmarks.identity.learn import read_labelled
from benchmarks.identity.measures import curve, f1_at
from benchmarks.identity.run import timed_scores
from standby.identity import name_score

Score = Callable[[str, str], float]

_LATIN = icu.Transliterator.createInstance("Any-Latin; Latin-ASCII; Lower")
_MOST_WORDS = 5


@cache
def _latin_words(name: str) -> tuple[str, ...]:
    return tuple(re.sub("[^a-z ]", "", _LATIN.transliterate(name.replace(",", " "))).split())[:_MOST_WORDS]


def icu_score(one: str, other: str) -> float:
    """Transliterated, each word beside the one of the other name that it fits best, by Jaro and Winkler."""
    short, long = sorted((_latin_words(one), _latin_words(other)), key=len)
    if not short:
        return 0.0
    orders = permutations(long, len(short))
    return max(sum(map(JaroWinkler.similarity, short, order)) / len(short) for order in orders)


def nomenklatura_score(algorithm: type[LogicV2] | type[NameMatcher]) -> Score:
    settings, person = algorithm.default_config(), model.get("Person")

    @cache
    def entity(name: str) -> ValueEntity:
        found = ValueEntity(person, {"id": name})
        found.add("name", name)
        return found

    return lambda one, other: float(algorithm.compare(entity(one), entity(other), settings).score)


SCORES: dict[str, Score] = {
    "Standby": name_score,
    "ICU + Jaro–Winkler": icu_score,
    "nomenklatura LogicV2": nomenklatura_score(LogicV2),
    "nomenklatura NameMatcher": nomenklatura_score(NameMatcher),
}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("names", type=Path)
    labelled = read_labelled(arguments.parse_args().names / "xscript_pairs_dev.csv")
    same = np.array([pair.same for pair in labelled])
    results = {name: timed_scores(labelled, score) for name, score in SCORES.items()}
    thresholds = {name: _best(scores, same) for name, (scores, _) in results.items()}
    _line("", *results)
    _line(*["---"] * (len(results) + 1))
    _line("µs a pair", *(f"{micros:.0f}" for _, micros in results.values()))
    _line("best F1", *(f"{f1_at(scores, same, thresholds[name])[0]:.3f}" for name, (scores, _) in results.items()))
    _line("recall at 99 %", *(f"{curve(scores, same).recall_at(0.99):.3f}" for scores, _ in results.values()))
    for kind in sorted({pair.category for pair in labelled}):
        chosen = np.array([pair.category == kind for pair in labelled])
        _line(
            f"{kind}: taken for one", *(f"{np.mean(s[chosen] >= thresholds[n]):.1%}" for n, (s, _) in results.items())
        )
    for scripts in sorted({pair.scripts for pair in labelled if pair.same}):
        chosen = np.array([pair.scripts == scripts for pair in labelled])
        _line(f"F1 {scripts}", *(f"{_f1(s[chosen], same[chosen], thresholds[n]):.3f}" for n, (s, _) in results.items()))


def _best(scores: np.ndarray, same: np.ndarray) -> float:
    found = curve(scores, same)
    return float(found.thresholds[found.best])


def _f1(scores: np.ndarray, same: np.ndarray, threshold: float) -> float:
    return f1_at(scores, same, threshold)[0]


def _line(*cells: str) -> None:
    print("|", " | ".join(cells), "|")


if __name__ == "__main__":
    main()

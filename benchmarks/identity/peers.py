"""Names by ours and by others, in one run on the same pairs: by category and by script, as Markdown.

    .venv/bin/uv pip install -r benchmarks/identity/requirements.txt        (PyICU needs libicu-dev)
    .venv/bin/python -m benchmarks.identity.peers NAMES_DIR

Each score is judged at the threshold that is best for it on these very pairs, which flatters everybody. "Standby,
unseen" is ours on surnames that were put aside before anything was learned (`learn`); "Standby" is as shipped, learned
from these pairs. Splink learned its parameters from these names without labels. No peer is needed to run Standby.
"""

import argparse
import re
import time
from collections.abc import Callable
from functools import cache
from itertools import permutations
from pathlib import Path

import icu
import numpy as np
from followthemoney import ValueEntity, model
from nomenklatura.matching import LogicV2, NameMatcher
from rapidfuzz.distance import JaroWinkler

from benchmarks.identity.learn import Labelled, held_out_scores, read_labelled
from benchmarks.identity.name_table import print_table
from benchmarks.identity.run import timed_scores
from benchmarks.identity.splink_names import splink_scores
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
    folder = arguments.parse_args().names
    labelled = read_labelled(folder / "xscript_pairs_dev.csv")
    results = {name: timed_scores(labelled, score) for name, score in SCORES.items()}
    results["Splink + ICU"] = _timed(
        labelled, lambda: splink_scores(labelled, lambda name: " ".join(_latin_words(name)))
    )
    results["Standby, unseen"] = (held_out_scores(folder, labelled), results["Standby"][1])
    print_table(
        labelled,
        {name: scores for name, (scores, _) in results.items()},
        micros={name: micros for name, (_, micros) in results.items()},
    )


def _timed(labelled: list[Labelled], score: Callable[[], np.ndarray]) -> tuple[np.ndarray, float]:
    """Of a peer that scores all pairs at once, its learning included."""
    started = time.process_time()
    scores = score()
    return scores, (time.process_time() - started) / len(labelled) * 1e6


if __name__ == "__main__":
    main()

"""Scores of one set of labelled pairs of names side by side, by category and by script, as Markdown."""

from collections.abc import Mapping, Sequence

import numpy as np

from benchmarks.identity.learn import Labelled
from benchmarks.identity.measures import curve, f1_at


def print_table(
    labelled: Sequence[Labelled], results: Mapping[str, np.ndarray], *, micros: Mapping[str, float]
) -> None:
    """Each judged at the threshold that is best for it on these very pairs. `micros`: of those that were timed."""
    same = np.array([pair.same for pair in labelled])
    columns = [(scores, _best(scores, same)) for scores in results.values()]
    _line("", *results)
    _line(*["---"] * (len(results) + 1))
    if micros:
        _line("µs a pair", *(f"{micros[name]:.0f}" if name in micros else "" for name in results))
    _line("best F1", *(f"{f1_at(scores, same, threshold)[0]:.3f}" for scores, threshold in columns))
    _line("recall at 99 %", *(f"{curve(scores, same).recall_at(0.99):.3f}" for scores, _ in columns))
    for kind in sorted({pair.category for pair in labelled}):
        chosen = np.array([pair.category == kind for pair in labelled])
        _line(f"{kind}: taken for one", *(f"{np.mean(s[chosen] >= threshold):.1%}" for s, threshold in columns))
    for scripts in sorted({pair.scripts for pair in labelled if pair.same}):
        chosen = np.array([pair.scripts == scripts for pair in labelled])
        _line(f"F1 {scripts}", *(f"{f1_at(s[chosen], same[chosen], threshold)[0]:.3f}" for s, threshold in columns))


def _best(scores: np.ndarray, same: np.ndarray) -> float:
    found = curve(scores, same)
    return float(found.thresholds[found.best])


def _line(*cells: str) -> None:
    print("|", " | ".join(cells), "|")

"""How good a score is, against labels."""

from dataclasses import dataclass

import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """At every threshold: how many of those accepted are right, and how many of the right are accepted."""

    thresholds: np.ndarray
    precision: np.ndarray
    recall: np.ndarray

    @property
    def f1(self) -> np.ndarray:
        return 2 * self.precision * self.recall / np.maximum(self.precision + self.recall, 1e-12)

    @property
    def best(self) -> int:
        return int(self.f1.argmax())

    def recall_at(self, precision: float) -> float:
        enough = np.flatnonzero(self.precision >= precision)
        return float(self.recall[enough[-1]]) if len(enough) else 0.0


def curve(scores: np.ndarray, same: np.ndarray, *, all_same: int | None = None) -> Curve:
    """`all_same`: how many there are to find, when not all of them were scored (blocking loses some)."""
    order = np.argsort(-scores, kind="stable")
    ranked = scores[order]
    found = np.cumsum(same[order])
    last_of_value = np.append(ranked[1:] != ranked[:-1], True)
    places = np.flatnonzero(last_of_value)
    return Curve(
        thresholds=ranked[places],
        precision=found[places] / (places + 1),
        recall=found[places] / (all_same or same.sum()),
    )


def f1_at(scores: np.ndarray, same: np.ndarray, threshold: float) -> tuple[float, float, float]:
    """F1, precision, recall of accepting what reaches the threshold."""
    accepted = scores >= threshold
    right = float((accepted & same).sum())
    precision, recall = right / max(accepted.sum(), 1), right / same.sum()
    return 2 * precision * recall / max(precision + recall, 1e-12), precision, recall

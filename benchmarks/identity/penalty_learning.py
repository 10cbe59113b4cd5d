"""Learns what each difference between two names is worth, from pairs that are labelled.

A logistic model over steps: reaching an edge adds a penalty that is never negative, so that a greater difference never
makes two names more alike. Fitted by accelerated projected gradient descent: exact, small, the same on every machine.
"""

import numpy as np

from standby.identity.differences import Differences

SHRINKAGE = 0.01
ROUNDS = 3000

# In the order in which they are explained.
EDGES: dict[str, tuple[float, ...]] = {
    "given_cost": (0.3, 0.8, 1.5, 2.5, 3.5, 4.5, 6, 7.5, 9, 11),
    "known_given_cost": (0.3, 0.8, 1.5, 2.5, 3.5, 4.5, 6, 7.5, 9, 11),
    "other_given_name": (0, 2, 4, 6, 9),
    "given_not_known_as_same": (1,),
    "given_rate": (0.15, 0.35, 0.6, 0.9, 1.2, 1.6),
    "given_begins_otherwise": (1,),
    "surname_cost": (0.3, 0.8, 1.5, 2.5, 3.5, 4.5, 6, 7.5, 9, 11, 13),
    "surname_rate": (0.15, 0.35, 0.6, 0.9, 1.2, 1.6),
    "surname_begins_otherwise": (1,),
    "slips": (1, 2, 3),
    "father_unknown": (1,),
    "father_cost": (1, 2.5, 4, 5.5, 7.5, 10),
    "father_rate": (0.3, 0.6, 0.9, 1.2, 1.6),
    "child_of_the_other": (2.8, 3.3, 3.7),
    "words_left_over": (1, 2),
    "other_sex": (1,),
}

# What the labels hold too rarely to be learned: a short form is nearly the name, one word is never enough of one.
_SET_BY_HAND: dict[str, tuple[list[float], list[float]]] = {
    "short_form": ([1.0], [0.0, 1.0]),
    "one_word_only": ([1.0], [0.0, 6.0]),
}


def design(rows: list[Differences]) -> np.ndarray:
    """One column an edge: minus one where it is reached."""
    columns = []
    for name, edges in EDGES.items():
        values = np.array([row.get(name, -1.0) for row in rows])
        columns += [values >= edge for edge in edges]
    return -np.array(columns, float).T


def fit(table: np.ndarray, same: np.ndarray) -> tuple[np.ndarray, float]:
    """The penalties, and what speaks for two names before them."""
    rows, width = table.shape
    full = np.hstack([table, np.ones((rows, 1))])
    step = 1 / (0.25 * np.linalg.norm(full, 2) ** 2 / rows + SHRINKAGE)
    least = np.append(np.zeros(width), -np.inf)
    shrinkage = np.append(np.full(width, SHRINKAGE / np.sqrt(rows)), 0)
    now = ahead = np.zeros(width + 1)
    pace = 1.0
    for _ in range(ROUNDS):
        wrong = 1 / (1 + np.exp(-full @ ahead)) - same
        after = np.maximum(ahead - step * (full.T @ wrong / rows + shrinkage * ahead), least)
        faster = (1 + np.sqrt(1 + 4 * pace**2)) / 2
        ahead = after + (pace - 1) / faster * (after - now)
        now, pace = after, faster
    return now[:-1], float(now[-1])


def steps(penalties: np.ndarray) -> dict[str, tuple[list[float], list[float]]]:
    """Edges and cumulative penalties by name, as `weights.json` keeps them."""
    found: dict[str, tuple[list[float], list[float]]] = {}
    start = 0
    for name, edges in EDGES.items():
        reached = np.cumsum(penalties[start : start + len(edges)])
        found[name] = (list(map(float, edges)), [0.0, *np.round(reached, 4).tolist()])
        start += len(edges)
    return found | _SET_BY_HAND

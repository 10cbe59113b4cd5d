"""What each kind of evidence is worth: lists linked with all of it, then without one thing after the other.

    python -m benchmarks.identity.ablations FILE.csv …

Printed as Markdown. Columns are left out as a person would leave them out; of the model a part is taken away for a run.
"""

import argparse
import csv
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, ExitStack, contextmanager, nullcontext
from dataclasses import replace
from pathlib import Path
from unittest.mock import patch

import numpy as np

from benchmarks.identity.measures import curve
from benchmarks.identity.whole_lists import HIDDEN, joined_pairs, read_truth
from standby.cli.linking.lists import ReadLists, read_lists
from standby.identity.linking import Linked, link_crowd, model
from standby.identity.linking.model import Chances
from standby.identity.weights import Weights, weights

_SLIP = 5.0
_ENGINE = "standby.identity.linking"

Without = Callable[[], AbstractContextManager[object]]


def no_rarity() -> AbstractContextManager[object]:
    return _each(lambda _crowd, found, *_: np.zeros(len(found)), f"{_ENGINE}.beside.rarity")


def no_thought_of_chance() -> AbstractContextManager[object]:
    """Two of one birth date and other names are taken as likely one person as two of one name."""
    return _each(lambda _crowd, found, *_, **__: np.zeros(len(found)), f"{_ENGINE}.beside.met_by_chance")


def no_bearers() -> AbstractContextManager[object]:
    """Two names a letter apart are as likely one name where both are borne by many."""
    return _each(lambda _crowd, found, *_, **__: np.zeros(len(found)), f"{_ENGINE}.beside.attested")


def independent_names() -> AbstractContextManager[object]:
    """Strangers of one given name have one surname as often as any two."""
    return _each(lambda *_: model._independent(), f"{_ENGINE}.model._log_together")


def no_own_evidence() -> AbstractContextManager[object]:
    """What a household shares joins, too, if the chances are high enough."""
    return _each(lambda table, **_: np.zeros(len(table), np.bool_), f"{_ENGINE}.joining.may_be_two_at_home")


def no_line_for_names() -> AbstractContextManager[object]:
    """Names alone join as soon as names with a telephone do."""
    return _each(lambda kinds, _model: np.full(len(kinds), np.inf), f"{_ENGINE}.sure_enough.of_ones_own")


def no_household() -> AbstractContextManager[object]:
    """Two classes: what would be a household is a stranger."""
    first_guess, usual = model._first_guess, model.usual_classes

    def two(table: np.ndarray) -> Chances:
        chances = first_guess(table)
        return np.stack([chances[:, 0], np.zeros(len(table)), chances[:, 1] + chances[:, 2]], axis=1)

    def usual_two() -> np.ndarray:
        same, household, other = usual()
        return np.array([same, 1e-9, household + other])

    stack = ExitStack()
    stack.enter_context(patch.object(model, "_first_guess", two))
    stack.enter_context(patch.object(model, "usual_classes", usual_two))
    return stack


def no_spellings() -> AbstractContextManager[object]:
    """Every change of sound costs as much as a slip of the pen: plain edit distance over sounds."""
    return _each(_plain_weights, f"{_ENGINE}.link.weights", f"{_ENGINE}.joining.weights")


def _plain_weights() -> Weights:
    learned = weights()
    plain = np.full_like(learned.prices, _SLIP)
    plain[..., np.arange(plain.shape[-1]), np.arange(plain.shape[-1])] = 0
    return replace(learned, prices=plain, western=plain)


def no_second_look() -> AbstractContextManager[object]:
    return _each(lambda table, *_: table, f"{_ENGINE}.scoring.looked_at_again")


@contextmanager
def _each(instead: object, *places: str) -> Iterator[None]:
    with ExitStack() as stack:
        for place in places:
            stack.enter_context(patch(place, instead))
        yield


PARTS: dict[str, Without] = {
    "without rarity": no_rarity,
    "without what chance brings together": no_thought_of_chance,
    "without how many bear two near names": no_bearers,
    "with strangers' names taken as independent": independent_names,
    "without evidence of one's own": no_own_evidence,
    "without a line of its own for names alone": no_line_for_names,
    "without the household class": no_household,
    "without learned spellings": no_spellings,
    "without the second look": no_second_look,
}
COLUMNS = {"phone": "phones", "email": "e-mail", "dob": "birth dates", "patronymic": "fathers' names", "city": "homes"}


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("lists", type=Path, nargs="+")
    for path in arguments.parse_args().lists:
        with path.open(encoding="utf-8", newline="") as file:
            header = next(csv.reader(file))
        print(f"\n{path.name}\n")
        print("| | best F1 | recall at 99 % | joined: precision | recall | of one household |")
        print("|---|---|---|---|---|---|")
        _line("all evidence", path, header, left_out=(), without=nullcontext)
        for column, name in COLUMNS.items():
            if column in header:
                _line(f"without {name}", path, header, left_out=(column,), without=nullcontext)
        for name, without in PARTS.items():
            _line(name, path, header, left_out=(), without=without)


def _line(name: str, path: Path, header: list[str], *, left_out: tuple[str, ...], without: Without) -> None:
    lists = read_lists([path], choices={column: None for column in header if column in (*HIDDEN, *left_out)})
    with without():
        linked = link_crowd(lists.crowd)
    print(f"| {name} | {_figures(path, lists, linked)} |", flush=True)


def _figures(path: Path, lists: ReadLists, linked: Linked) -> str:
    truth = read_truth(path, lists)
    people, pairs = np.unique(truth.people, return_inverse=True)[1], linked.pairs
    found = curve(pairs.probabilities, people[pairs.ones] == people[pairs.others], all_same=truth.pairs)
    joined, right, family = joined_pairs(linked, truth)
    return (
        f"{found.f1[found.best]:.3f} | {found.recall_at(0.99):.3f} "
        f"| {right / max(joined, 1):.4f} | {right / truth.pairs:.3f} | {family}"
    )


if __name__ == "__main__":
    main()
